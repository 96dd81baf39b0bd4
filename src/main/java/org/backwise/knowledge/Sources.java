package org.backwise.knowledge;

import java.util.List;

/**
 * What stands behind the rules: the content of {@code about.yaml} and
 * {@code sources.yaml}.
 */
public final class Sources {

	private Sources() {
	}

	/**
	 * What this knowledge base is.
	 *
	 * @param version its version
	 * @param reviewed who checked it
	 * @param title its title
	 * @param purpose what it is for
	 * @param not what it is not
	 * @param document the source document
	 */
	public record About(String version, Reviewed reviewed, @Sentence String title, @Sentence String purpose,
			@Sentence String not, SourceDocument document) {
	}

	/**
	 * Who checked the knowledge base.
	 *
	 * @param by name of the clinician, or {@code pending}
	 * @param on date, or {@code pending}
	 */
	public record Reviewed(String by, String on) {

		/**
		 * Whether nobody has signed it off yet.
		 * @return true while it is pending
		 */
		public boolean isPending() {
			return "pending".equals(this.by);
		}

	}

	/**
	 * The document that started the project.
	 *
	 * @param title its title
	 * @param sections its sections
	 */
	public record SourceDocument(@Sentence String title, List<DocumentSection> sections) {
	}

	/**
	 * A section of that document.
	 *
	 * @param id its id
	 * @param title its title
	 */
	public record DocumentSection(String id, @Sentence String title) {
	}

	/**
	 * A published source.
	 *
	 * @param id its tag
	 * @param title title of the page or paper
	 * @param publisher who published it
	 * @param year when
	 * @param address where
	 * @param licence under which licence
	 * @param read when it was read
	 * @param grade how it was read: O own page, A abstract, C copy, GK general knowledge
	 * @param citable whether it may be shown as a fact's source
	 */
	public record Source(String id, String title, String publisher, String year, String address, String licence,
			String read, String grade, boolean citable) {
	}

}
