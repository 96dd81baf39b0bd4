package org.backwise.explanation;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.Citation;
import org.backwise.explanation.Explanation.ExplainedPhase;
import org.backwise.explanation.Explanation.ExplainedQuestion;
import org.backwise.explanation.Explanation.ExplainedRule;
import org.backwise.explanation.Explanation.ExplainedTechnique;
import org.backwise.explanation.Explanation.LevelGroup;
import org.backwise.explanation.Explanation.RegisterPart;
import org.backwise.explanation.Explanation.RegisteredSource;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Origin;

/**
 * The public page as a Markdown document, for reviewers who read it in a pull request.
 */
class RulesDocument {

	private final KnowledgeBase base = Explanations.BASE;

	private final Explanation explanation = Explanations.builtIn();

	private final StringBuilder text = new StringBuilder();

	String write() {
		head();
		questions();
		this.explanation.levels().forEach(this::level);
		cautions();
		choice();
		phases();
		new CareDocument(this.explanation.care()).write(this.text);
		evidence();
		document();
		sources();
		return this.text.toString();
	}

	private void head() {
		line("# " + say("title"));
		line("Written by a test from `src/main/resources/knowledge`; do not edit. Refresh with "
				+ "`mvn test -Dtest=RulesDocumentTests -Dbackwise.docs=write`.");
		line(say("version", this.base.about().version()) + ". "
				+ (this.base.about().reviewed().isPending() ? say("review.pending")
						: say("review.done", this.base.about().reviewed().by(), this.base.about().reviewed().on())));
		line(say("sha256") + ": `" + this.base.sha256() + "`");
		line(this.base.about().purpose());
		line(this.base.about().not());
		line("## " + say("steps"));
		for (int step = 1; step <= 6; step++) {
			item(step + ".", say("steps." + step));
		}
		line("");
		line("## " + say("origins"));
		this.explanation.origins()
			.forEach((origin) -> item("-",
					mark(origin.origin()) + " " + origin.means() + " (" + say("origins.count", origin.rules()) + ")"));
		line("");
	}

	private void questions() {
		line("## " + say("questions"));
		this.explanation.parts().forEach((part) -> {
			line("### " + part.section() + ": " + part.title());
			part.questions().forEach(this::question);
		});
	}

	private void question(ExplainedQuestion question) {
		line("#### `" + question.id() + "` " + question.ask());
		line("**" + say("why") + ":** " + question.why());
		line("**" + say("asked") + ":** " + question.asked());
		if (!question.rules().isEmpty()) {
			line("**" + say("read-by") + ":** " + String.join(", ", question.rules()));
		}
		if (!question.uses().isEmpty()) {
			line("**" + say("uses") + ":** " + String.join("; ", question.uses()) + ".");
		}
		question.options()
			.forEach((option) -> item("-",
					"**" + option.label() + "**" + ((option.means() != null) ? " – " + option.means() : "")));
		line("");
	}

	private void level(LevelGroup group) {
		if (group.level().ordinal() == 0) {
			line("## " + say("rules"));
			line(say("rules.text"));
		}
		line("### " + group.level() + ": " + group.action());
		line(group.byWhen() + " " + group.means());
		group.notes().forEach(this::line);
		group.rules().forEach(this::rule);
	}

	private void cautions() {
		line("## " + say("cautions"));
		line(say("cautions.text"));
		this.explanation.cautions().forEach(this::rule);
		line("### " + say("signposts"));
		this.explanation.signposts().forEach((post) -> {
			line("**" + post.id() + "** " + post.words());
			line(cited(null, post.sources()));
		});
	}

	private void rule(ExplainedRule rule) {
		line("#### " + rule.id() + " " + rule.title());
		if (rule.lines().size() == 1) {
			line(rule.lines().get(0).words());
		}
		else {
			rule.lines().forEach((sentence) -> item("-", sentence.words()));
			line("");
		}
		line(say("because") + ": “" + rule.because() + "”");
		rule.remarks().forEach(this::line);
		line(cited(rule.origin(), rule.sources()));
	}

	private void choice() {
		line("## " + say("choice"));
		this.explanation.choice().techniques().forEach(this::technique);
		line(this.base.techniques().noWinner());
		line(this.base.techniques().choiceView());
		line("### " + say("levels"));
		this.base.techniques()
			.levelsOfAction()
			.forEach((level) -> item("-", "**" + level.title() + "** – " + level.means()));
		line("");
		line(this.base.techniques().allTouch());
		line("### " + say("causes"));
		this.explanation.choice().causes().forEach((cause) -> {
			line("**" + cause.code() + " " + cause.name() + ".** " + cause.mechanism());
			line(say("causes.from") + " “" + String.join("”, “", cause.contributors()) + "”. " + say("causes.goal")
					+ " " + cause.goal());
		});
		line(say("general-goal") + " " + this.base.techniques().generalGoal());
		points();
		line("### " + say("points.steps"));
		this.explanation.choice().steps().forEach((step) -> item("1.", step));
		line("");
		line("**" + say("sensitised.client") + ":** " + this.base.techniques().sensitised().forClient());
		line("**" + say("sensitised.therapist") + ":** " + this.base.techniques().sensitised().forTherapist());
	}

	private void technique(ExplainedTechnique technique) {
		line("### " + technique.code() + " " + technique.name());
		line(technique.what());
		line("**" + say("techniques.suits") + "** " + technique.suits());
		line("**" + say("techniques.acts") + "** " + String.join(", ", technique.actsOn()));
		line("**" + say("techniques.evidence") + "** " + technique.evidence());
		line(cited(null, technique.sources()));
	}

	private void points() {
		line("### " + say("points"));
		line(this.base.techniques().judgement());
		item("|",
				say("points.row") + " | "
						+ this.explanation.choice()
							.techniques()
							.stream()
							.map(ExplainedTechnique::code)
							.collect(Collectors.joining(" | "))
						+ " |");
		item("|", "---|---|---|---|---|");
		this.explanation.choice()
			.table()
			.forEach((row) -> item("|",
					row.code() + " " + row.name() + " | " + row.cells()
						.stream()
						.map((cell) -> cell.own() ? "**" + cell.points() + "**" : Integer.toString(cell.points()))
						.collect(Collectors.joining(" | ")) + " |"));
		line("");
	}

	private void phases() {
		line("## " + say("phases"));
		line(say("phases.text", this.base.plan().sessionMinutes()));
		this.explanation.phases().forEach(this::phase);
		line(say("phases.weekday"));
		line(this.base.plan().review());
		line(this.base.plan().sessionLengthEvidence());
		line(this.base.plan().consistency());
		line("### " + say("benefits"));
		this.base.plan().benefits().forEach((benefit) -> item("-", benefit));
		line("");
	}

	private void phase(ExplainedPhase phase) {
		line("### " + phase.name());
		line(phase.purpose());
		line("**" + say("phases.goals") + "** " + String.join("; ", phase.goals()) + ".");
		line("**" + say("phases.step") + "** " + phase.step());
		line("**" + say("phases.every") + "** " + phase.everyDays());
		line("**" + say("phases.sessions") + "** " + String.join("; ", phase.counts()));
		line("**" + say("phases.in") + "** " + phase.when());
	}

	private void evidence() {
		line("## " + say("evidence"));
		this.explanation.evidence().forEach((evidence) -> {
			line(evidence.text());
			line(cited(null, evidence.sources()));
		});
	}

	private void document() {
		line("## " + say("document"));
		line(say("document.text", this.base.about().document().title()));
		this.explanation.document().forEach((part) -> {
			line("### " + part.title());
			part.stories().forEach((story) -> line("**" + story.title() + ".** " + story.text()));
			if (!part.rules().isEmpty()) {
				line(say("document.rules") + " " + String.join(", ", part.rules()));
			}
		});
	}

	private void sources() {
		line("## " + say("sources"));
		this.explanation.register().forEach(this::sources);
	}

	private void sources(RegisterPart part) {
		line("### " + part.how());
		if (part.note() != null) {
			line(part.note());
		}
		part.sources().forEach((entry) -> item("-", source(entry)));
		line("");
	}

	private static String source(RegisteredSource entry) {
		String year = entry.source().year().equals("unknown") ? say("year.unknown") : entry.source().year();
		StringBuilder words = new StringBuilder("**" + entry.source().id() + "** *" + entry.source().title() + "*. "
				+ entry.source().publisher() + ", " + year + ".");
		append(words, entry.link());
		append(words, entry.place());
		append(words, entry.terms());
		append(words, entry.rules().isEmpty() ? null : say("sources.rules") + " " + String.join(", ", entry.rules()));
		return words.toString();
	}

	private static void append(StringBuilder words, @Nullable String more) {
		if (more != null) {
			words.append(' ').append(more);
		}
	}

	private static String cited(@Nullable Origin origin, List<Citation> sources) {
		return ((origin != null) ? mark(origin) + " " : "") + say("sources.of") + " "
				+ sources.stream().map(Citation::tag).collect(Collectors.joining(", "));
	}

	private static String mark(Origin origin) {
		return "`" + origin + "`";
	}

	private static String say(String key, Object... arguments) {
		return Explanations.PHRASES.say(key, arguments);
	}

	private void line(String words) {
		this.text.append(words.strip()).append(words.isEmpty() ? "\n" : "\n\n");
	}

	private void item(String bullet, String words) {
		this.text.append(bullet).append(' ').append(words.strip()).append('\n');
	}

}
