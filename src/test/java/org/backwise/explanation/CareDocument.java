package org.backwise.explanation;

import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.CareOverTime;
import org.backwise.explanation.Explanation.CareRule;
import org.backwise.explanation.Explanation.Citation;

/** The care over time in the document for reviewers. */
class CareDocument {

	private final CareOverTime care;

	CareDocument(@Nullable CareOverTime care) {
		this.care = Objects.requireNonNull(care);
	}

	void write(StringBuilder text) {
		line(text, "## " + say(""));
		line(text, say(".text"));
		line(text, "### " + say(".outcomes"));
		line(text, say(".outcomes.text"));
		this.care.outcomes().forEach((group) -> {
			line(text, "#### `" + group.id() + "` " + group.name());
			line(text, say(".client", group.words()));
			if (group.rules().isEmpty()) {
				line(text, say(".otherwise"));
			}
			group.rules().forEach((rule) -> rule(text, rule));
		});
		line(text, "### " + say(".cautions"));
		this.care.cautions().forEach((rule) -> rule(text, rule));
		line(text, "### " + say(".measures"));
		line(text, say(".measures.text"));
		text.append("| ").append(say(".measure")).append(" | ").append(say(".size")).append(" |\n|---|---|\n");
		this.care.measures()
			.forEach((one) -> text.append("| ").append(one.name()).append(" | ").append(one.means()).append(" |\n"));
		line(text, "\n### " + say(".missing"));
		this.care.missing().forEach((one) -> text.append("- ").append(one).append('\n'));
		line(text, "\n### " + say(".instruments"));
		this.care.instruments()
			.forEach((one) -> text.append("- **").append(one.name()).append("** – ").append(one.means()).append('\n'));
		text.append('\n');
	}

	private static void rule(StringBuilder text, CareRule rule) {
		line(text, "**" + rule.id() + " " + rule.title() + "**");
		line(text, String.join(" ", rule.when()));
		rule.remarks().forEach((remark) -> line(text, remark));
		line(text, "`" + rule.origin() + "` " + Explanations.PHRASES.say("sources.of") + " "
				+ rule.sources().stream().map(Citation::tag).collect(Collectors.joining(", ")));
	}

	private static String say(String key, Object... arguments) {
		return Explanations.PHRASES.say("care" + key, arguments);
	}

	private static void line(StringBuilder text, String words) {
		text.append(words).append("\n\n");
	}

}
