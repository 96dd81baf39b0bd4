package org.backwise.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.knowledge.TechniqueGuide.Technique;

/** Checks the technique and plan guides. */
class GuideCheck {

	private static final int DAYS_OF_A_WEEK = 7;

	private static final String TECHNIQUES = "techniques.yaml";

	private final KnowledgeBase base;

	private final TechniqueGuide guide;

	private final KnowledgeCheck check;

	private final Set<String> techniques;

	GuideCheck(KnowledgeBase base, KnowledgeCheck check) {
		this.base = base;
		this.guide = base.techniques();
		this.check = check;
		this.techniques = KnowledgeCheck.ids(this.guide.techniques(), Technique::id);
	}

	void check() {
		techniques();
		causes();
		points();
		choice();
		plan();
	}

	private void techniques() {
		Set<String> levels = KnowledgeCheck.ids(this.guide.levelsOfAction(), TechniqueGuide.LevelOfAction::id);
		this.guide.techniques().forEach((technique) -> {
			this.check.sources(TECHNIQUES, "technique", technique.id(), null, technique.sources());
			technique.actsOn()
				.forEach((level) -> this.check.known(TECHNIQUES, "technique", technique.id(), "level of action", level,
						levels));
		});
	}

	private void causes() {
		Set<String> used = new HashSet<>();
		for (Cause cause : this.guide.causes()) {
			this.check.readCondition(TECHNIQUES, "cause", cause.id(),
					new Condition.Chose(this.base.roles().contributors(), cause.contributors()));
			this.check.sources(TECHNIQUES, "cause", cause.id(), null, cause.sources());
			cause.contributors()
				.stream()
				.filter((contributor) -> !used.add(contributor))
				.forEach((contributor) -> this.check.problem(TECHNIQUES, "cause", cause.id(),
						"the contributor " + contributor + " points to two causes"));
		}
		if (this.base.hasQuestion(this.base.roles().contributors())) {
			this.base.question(this.base.roles().contributors())
				.signs()
				.stream()
				.filter((sign) -> !used.contains(sign.id()))
				.forEach((sign) -> this.check.problem("questions.yaml", "question", this.base.roles().contributors(),
						"the option " + sign.id() + " points to no cause"));
		}
		this.guide.indications()
			.forEach((indication) -> this.check.readCondition(TECHNIQUES, "indication", indication.id(),
					indication.when()));
		sameOptions(this.base.roles().mainCause(), KnowledgeCheck.ids(this.guide.causes(), Cause::id));
		sameOptions(this.base.roles().mainComplaint(), KnowledgeCheck.ids(this.guide.indications(), Indication::id));
	}

	private void sameOptions(String question, Set<String> rows) {
		if (!this.base.hasQuestion(question)) {
			this.check.problem("questions.yaml", "question", question, "is needed to choose a technique");
		}
		else if (!KnowledgeCheck.ids(this.base.question(question).options(), Questionnaire.Option::id).equals(rows)) {
			this.check.problem("questions.yaml", "question", question,
					"its options must be the rows of techniques.yaml: " + rows.stream().sorted().toList());
		}
	}

	private void points() {
		Set<String> rows = Stream
			.concat(this.guide.causes().stream().map(Cause::id), this.guide.indications().stream().map(Indication::id))
			.collect(Collectors.toSet());
		if (!this.guide.points().keySet().equals(rows)) {
			this.check.problem(TECHNIQUES, "key", "points", "needs exactly one row for each cause and indication");
		}
		this.guide.points().forEach((row, points) -> {
			if (!points.keySet().equals(this.techniques)
					|| points.values().stream().anyMatch((value) -> value < 0 || value > TechniqueGuide.OWN_MATCH)) {
				this.check.problem(TECHNIQUES, "points", row, "needs 0 to 3 points for each technique");
			}
		});
		this.guide.bonuses().forEach((bonus) -> {
			this.check.readCondition(TECHNIQUES, "bonus", bonus.technique(), bonus.when());
			known("bonus", bonus.technique());
		});
	}

	private void choice() {
		if (this.guide.mainCounts() < 1 || this.guide.preference().within() < 0) {
			this.check.problem(TECHNIQUES, "key", "main-counts", "must be 1 or more, and 'within' 0 or more");
		}
		this.guide.preference().techniques().forEach((option, technique) -> {
			this.check.readCondition(TECHNIQUES, "preference", option,
					new Condition.Chose(this.base.roles().preference(), List.of(option)));
			known("preference", technique);
		});
		if (!Set.copyOf(this.guide.gentlerFirst()).equals(this.techniques)
				|| this.guide.gentlerFirst().size() != this.techniques.size()) {
			this.check.problem(TECHNIQUES, "key", "gentler-first", "names each technique once");
		}
		this.check.readCondition(TECHNIQUES, "key", "sensitised", this.guide.sensitised().when());
		this.check.sources(TECHNIQUES, "key", "sensitised", null, this.guide.sensitised().sources());
		known("sensitised", this.guide.sensitised().primary());
		known("complementary", this.guide.complementary().primary());
		this.guide.complementary().excludes().forEach((technique) -> known("complementary", technique));
		String last = this.guide.sensitised().primary();
		Stream<String> excluding = this.base.cautions()
			.stream()
			.filter((rule) -> rule.excludes().contains(last))
			.map(Rules.Caution::id);
		excluding.forEach((rule) -> this.check.problem("cautions.yaml", "rule", rule,
				"excludes " + last + ", which must always remain possible"));
	}

	private void known(String key, String technique) {
		this.check.known(TECHNIQUES, "key", key, "technique", technique, this.techniques);
	}

	private void plan() {
		if (this.base.plan().sessionMinutes() < 1) {
			this.check.problem("plan.yaml", "key", "session-minutes", "must be 1 or more");
		}
		if (this.base.plan().phases().stream().allMatch((phase) -> phase.when() != null)) {
			this.check.problem("plan.yaml", "key", "phases",
					"needs a phase without 'when', so that a plan is never empty");
		}
		for (PlanGuide.Phase phase : this.base.plan().phases()) {
			if (phase.when() != null) {
				this.check.readCondition("plan.yaml", "phase", phase.id(), phase.when());
			}
			phase.sessions().forEach((count) -> {
				if (count.when() != null) {
					this.check.readCondition("plan.yaml", "phase", phase.id(), count.when());
				}
			});
			if (phase.everyDays() < 1 || phase.sessions().stream().anyMatch((count) -> count.sessions() < 1)
					|| phase.sessions().isEmpty()) {
				this.check.problem("plan.yaml", "phase", phase.id(), "needs days and sessions of 1 or more");
			}
			else if (phase.sessions().get(phase.sessions().size() - 1).when() != null) {
				this.check.problem("plan.yaml", "phase", phase.id(),
						"the last line of 'sessions' has no 'when', so that one always holds");
			}
			if (phase.extra() != null) {
				if (phase.extra().sessions() < 1 || phase.extra().atMost() < 1) {
					this.check.problem("plan.yaml", "phase", phase.id(), "needs 'extra' sessions of 1 or more");
				}
				this.check.readCondition("plan.yaml", "phase", phase.id(), phase.extra().when());
			}
		}
		areas();
		habits();
		this.base.plan()
			.evidence()
			.forEach((line) -> this.check.sources("plan.yaml", "key", "evidence", null, line.sources()));
		Set<String> sections = KnowledgeCheck.ids(this.base.about().document().sections(), Sources.DocumentSection::id);
		this.base.plan()
			.story()
			.forEach((story) -> this.check.known("plan.yaml", "story", story.id(), "section of the document",
					story.document(), sections));
	}

	/** One habit for each contributor, and exactly one for everybody else. */
	private void habits() {
		List<PlanGuide.Habit> habits = this.base.plan().habits();
		String question = this.base.roles().habit();
		if (habits == null || question == null || !this.base.hasQuestion(question)) {
			return;
		}
		Set<String> offered = KnowledgeCheck.ids(this.base.question(this.base.roles().contributors()).signs(),
				Questionnaire.Option::id);
		Set<String> given = KnowledgeCheck.ids(habits.stream().filter((habit) -> !habit.isOtherwise()).toList(),
				PlanGuide.Habit::id);
		if (!given.equals(offered) || habits.size() != offered.size() + 1) {
			this.check.problem("plan.yaml", "key", "habits",
					"needs one habit for each contributor, and one more that is 'otherwise'");
		}
		habits.stream()
			.filter((habit) -> habit.target() < 1 || habit.target() > DAYS_OF_A_WEEK)
			.forEach((habit) -> this.check.problem("plan.yaml", "habit", habit.id(), "needs a 'target' of 1 to 7"));
	}

	/** What reads a sign to say where to work reads it; every area to leave is one. */
	private void areas() {
		PlanGuide.Areas areas = this.base.plan().areas();
		if (areas == null) {
			return;
		}
		areas.work().forEach((area) -> this.check.readCondition("plan.yaml", "area", area.id(), area.when()));
		Set<String> places = KnowledgeCheck.ids(this.base.question(this.base.roles().location()).options(),
				Questionnaire.Option::id);
		areas.work()
			.forEach((area) -> area.unless()
				.forEach((place) -> this.check.known("plan.yaml", "area", area.id(), "place", place, places)));
		Set<String> leave = KnowledgeCheck.ids(areas.leave(), PlanGuide.Area::id);
		this.base.cautions()
			.forEach((rule) -> rule.leave()
				.forEach((area) -> this.check.known("cautions.yaml", "rule", rule.id(), "area to leave", area, leave)));
		this.base.referrals()
			.forEach((rule) -> Stream.ofNullable(rule.cleared())
				.flatMap((cleared) -> cleared.leave().stream())
				.forEach(
						(area) -> this.check.known("red-flags.yaml", "rule", rule.id(), "area to leave", area, leave)));
	}

}
