package org.backwise.proof;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to be true of every answer sheet, and whether it is.
 *
 * @param id its id
 * @param kind what it is about
 * @param title what is claimed, in plain words
 * @param holds whether it was shown to be true
 * @param rule the rule that breaks it, where one is to blame
 * @param failures what is wrong, one sentence each
 * @param examples the smallest sheets that break it; two where one becomes the other
 */
public record Property(String id, Kind kind, String title, boolean holds, @Nullable String rule, List<String> failures,
		List<Example> examples) {

	/** What a property is about. */
	public enum Kind {

		/** Broken, it could hurt somebody: a start with these rules is refused. */
		SAFETY,
		/** Broken, something in the files is there in vain. */
		REACH

	}

	public Property {
		failures = List.copyOf(failures);
		examples = List.copyOf(examples);
	}

	static Property holds(String id, Kind kind, String title) {
		return new Property(id, kind, title, true, null, List.of(), List.of());
	}

	Property brokenBy(Failure failure) {
		return new Property(this.id, this.kind, this.title, false, failure.rule(), List.of(failure.words()),
				failure.examples());
	}

	/**
	 * What is wrong and the answers that show it, for a message.
	 * @return several lines
	 */
	public String inWords() {
		StringBuilder text = new StringBuilder(this.id + ": " + this.title + (this.holds ? " Proved." : " NOT TRUE."));
		this.failures.forEach((failure) -> text.append("\n    ").append(failure));
		for (int i = 0; i < this.examples.size(); i++) {
			text.append((this.examples.size() == 1) ? "\n    Smallest example: "
					: (i == 0) ? "\n    Smallest example, before: " : "\n    after: ")
				.append(this.examples.get(i).inWords());
		}
		return text.toString();
	}

}
