package org.backwise.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.knowledge.TechniqueGuide.Bonus;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.RuleProgram.RuleOutcome;
import org.jspecify.annotations.Nullable;

/** Adds up the points and chooses a technique among those that nothing excludes. */
class TechniqueChooser {

	private final TechniqueGuide guide;

	private final List<String> techniques;

	private final List<String> causes;

	private final List<String> indications;

	private final RuleProgram rows;

	private final int sensitised;

	TechniqueChooser(KnowledgeBase base, AnswerCode code) {
		this.guide = base.techniques();
		this.techniques = this.guide.techniques().stream().map(Technique::id).toList();
		this.causes = this.guide.causes().stream().map(Cause::id).toList();
		this.indications = this.guide.indications().stream().map(Indication::id).toList();
		List<RuleOutcome> outcomes = new ArrayList<>();
		this.guide.causes()
			.forEach((cause) -> outcomes.add(new RuleOutcome(cause.id(), null,
					new org.backwise.knowledge.Condition.Chose("contributors", cause.contributors()))));
		this.guide.indications()
			.forEach((indication) -> outcomes.add(new RuleOutcome(indication.id(), null, indication.when())));
		List<Bonus> bonuses = this.guide.bonuses();
		for (int i = 0; i < bonuses.size(); i++) {
			outcomes.add(new RuleOutcome("bonus " + i, null, bonuses.get(i).when()));
		}
		this.sensitised = outcomes.size();
		outcomes.add(new RuleOutcome("sensitised", null, this.guide.sensitised().when()));
		this.rows = new RuleProgram(outcomes.stream().map(List::of).toList(), outcomes, code);
	}

	boolean isSensitised(Answers answers) {
		return RuleProgram.fired(this.rows.run(answers.bits()), this.sensitised);
	}

	TechniqueChoice choose(Answers answers, Map<String, List<String>> excluded) {
		long[] fired = this.rows.run(answers.bits());
		String mainCause = main(answers, "main-cause", this.causes, 0, fired);
		String mainComplaint = main(answers, "main-complaint", this.indications, this.causes.size(), fired);
		Map<String, Integer> scores = scores(fired, mainCause, mainComplaint);
		Comparator<String> best = Comparator.<String>comparingInt((technique) -> -scores.get(technique))
			.thenComparing((technique) -> !isOwnMatch(mainComplaint, technique))
			.thenComparing((technique) -> !isOwnMatch(mainCause, technique))
			.thenComparing(this.guide.gentlerFirst()::indexOf);
		List<String> ranked = new ArrayList<>(
				this.techniques.stream().filter((technique) -> !excluded.containsKey(technique)).sorted(best).toList());
		if (RuleProgram.fired(fired, this.sensitised)) {
			moveToFront(ranked, this.guide.sensitised().primary());
		}
		else {
			prefer(answers, ranked, scores);
		}
		return new TechniqueChoice(ranked.get(0), (ranked.size() > 1) ? ranked.get(1) : null, scores, excluded);
	}

	private Map<String, Integer> scores(long[] fired, @Nullable String mainCause, @Nullable String mainComplaint) {
		Map<String, Integer> scores = new LinkedHashMap<>();
		this.techniques.forEach((technique) -> scores.put(technique, 0));
		List<String> rowIds = Stream.concat(this.causes.stream(), this.indications.stream()).toList();
		for (int row = 0; row < rowIds.size(); row++) {
			if (RuleProgram.fired(fired, row)) {
				String id = rowIds.get(row);
				int times = (id.equals(mainCause) || id.equals(mainComplaint)) ? this.guide.mainCounts() : 1;
				this.guide.points()
					.get(id)
					.forEach((technique, points) -> scores.merge(technique, points * times, Integer::sum));
			}
		}
		List<Bonus> bonuses = this.guide.bonuses();
		for (int i = 0; i < bonuses.size(); i++) {
			if (RuleProgram.fired(fired, rowIds.size() + i)) {
				scores.merge(bonuses.get(i).technique(), bonuses.get(i).points(), Integer::sum);
			}
		}
		return Collections.unmodifiableMap(scores);
	}

	/** The one chosen as the main one, or the only one that holds. */
	private static @Nullable String main(Answers answers, String question, List<String> rows, int from, long[] fired) {
		for (String chosen : answers.chosen(question)) {
			return chosen;
		}
		String only = null;
		for (int i = 0; i < rows.size(); i++) {
			if (RuleProgram.fired(fired, from + i)) {
				if (only != null) {
					return null;
				}
				only = rows.get(i);
			}
		}
		return only;
	}

	private boolean isOwnMatch(@Nullable String row, String technique) {
		return row != null && this.guide.points().get(row).get(technique) == TechniqueGuide.OWN_MATCH;
	}

	private void prefer(Answers answers, List<String> ranked, Map<String, Integer> scores) {
		for (String option : answers.chosen("preference")) {
			String preferred = this.guide.preference().techniques().get(option);
			if (preferred != null && ranked.contains(preferred)
					&& scores.get(ranked.get(0)) - scores.get(preferred) <= this.guide.preference().within()) {
				moveToFront(ranked, preferred);
			}
		}
	}

	private static void moveToFront(List<String> ranked, String technique) {
		ranked.remove(technique);
		ranked.add(0, technique);
	}

}
