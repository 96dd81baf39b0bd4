package org.backwise.result;

import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Sources.DocumentSection;
import org.backwise.knowledge.Sources.Source;

/**
 * A source as a reader sees it.
 *
 * @param words title, publisher and year
 * @param citable false for general knowledge that no page can be named for
 */
public record SourceLine(String words, boolean citable) {

	private static final String DOCUMENT = "doc:";

	/**
	 * The sources of a rule.
	 * @param tags its source tags
	 * @param base the knowledge base they stand in
	 * @return a line for each
	 */
	public static List<SourceLine> of(List<String> tags, KnowledgeBase base) {
		return tags.stream().map((tag) -> of(tag, base)).toList();
	}

	/** Whether a source is the source document. */
	static boolean isDocument(String tag) {
		return tag.startsWith(DOCUMENT);
	}

	private static SourceLine of(String tag, KnowledgeBase base) {
		if (isDocument(tag)) {
			String section = base.about()
				.document()
				.sections()
				.stream()
				.filter((other) -> other.id().equals(tag.substring(DOCUMENT.length())))
				.map(DocumentSection::title)
				.findFirst()
				.orElseThrow();
			return new SourceLine(base.about().document().title() + " (" + section + ")", true);
		}
		Source source = base.source(tag);
		String year = source.year().equals("unknown") ? "" : ", " + source.year();
		return new SourceLine(source.title() + ", " + source.publisher() + year, source.citable());
	}

}
