package org.backwise.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.followup.Episode.ClearedFinding;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Triage;

/** A made-up person in the middle of their care, for tests. */
final class CareCourse {

	static final LocalDate DAY = LocalDate.of(2026, 3, 2);

	static final Triage TRIAGE = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	static final CheckInTriage RULES = new CheckInTriage(TRIAGE);

	private final Map<String, Object> intake = new LinkedHashMap<>();

	private final Map<String, Integer> kept = new LinkedHashMap<>();

	private final List<EarlierCheckIn> before = new ArrayList<>();

	private final List<String> cleared = new ArrayList<>();

	private String phase = "weekly";

	private boolean sensitised;

	private String lastTechnique = "deep-therapeutic";

	private int stepBacks;

	private int activities;

	private CareCourse(int pain) {
		put("nerve-signs", List.of("none"));
		put("body-signs", List.of("none"));
		put("age", 40);
		put("location", List.of((pain > 0) ? "lower-back-left" : "no-pain"));
		if (pain > 0) {
			put("duration", "2-to-6-weeks");
			put("onset", "gradual");
			put("pain", pain);
			put("pain-pattern", "comes-and-goes");
			put("pain-trend", "same");
		}
		put("limb-signs", List.of("none"));
		put("disc-diagnosis", "no");
		put("general-signs", List.of("none"));
		put("history", List.of("none"));
		put("health-today", List.of("none"));
		put("health-ongoing", List.of("none"));
		put("skin-and-medicines", List.of("none"));
		put("movement", "a-little-less");
		put("complaints", List.of("tension"));
		put("main-complaint", "tension");
		put("contributors", List.of("long-sitting"));
		put("sensitivity", List.of("none"));
		put("preference", "no-preference");
	}

	/** Somebody of forty with an ordinary backache of that much pain, 0 for none. */
	static CareCourse of(int pain) {
		return new CareCourse(pain);
	}

	CareCourse put(String question, Object answer) {
		this.intake.put(question, answer);
		return this;
	}

	CareCourse in(String phase, int kept) {
		this.phase = phase;
		this.kept.put(phase, kept);
		return this;
	}

	CareCourse in(String phase) {
		this.phase = phase;
		return this;
	}

	CareCourse kept(String phase, int kept) {
		this.kept.put(phase, kept);
		return this;
	}

	CareCourse onHighAlert() {
		this.sensitised = true;
		return this;
	}

	CareCourse steppedBack(int times) {
		this.stepBacks = times;
		return this;
	}

	CareCourse warmLast() {
		this.lastTechnique = "heat";
		return this;
	}

	/** A clearance lifted that finding of the questionnaire. */
	CareCourse cleared(String rule) {
		this.cleared.add(rule);
		return this;
	}

	/** The baseline: pain, and the activities named with how well each goes. */
	CareCourse start(int pain, int... activities) {
		this.activities = activities.length;
		Map<String, Object> answers = calm(Moment.START);
		answers.put("pain", pain);
		answers.put("pain-pattern", "comes-and-goes");
		for (int i = 0; i < activities.length; i++) {
			answers.put("activity-" + (i + 1), activities[i]);
		}
		this.before.add(new EarlierCheckIn(DAY, answers));
		return this;
	}

	CareCourse before(int day, Map<String, Object> answers) {
		this.before.add(new EarlierCheckIn(DAY.plusDays(day), answers));
		return this;
	}

	CareCourse missed(int day) {
		return before(day, Map.of());
	}

	Episode episode() {
		List<Finding> findings = TRIAGE.findings(TRIAGE.read(this.intake));
		List<ClearedFinding> lifted = findings.stream()
			.filter((finding) -> this.cleared.contains(finding.rule()))
			.map((finding) -> new ClearedFinding(finding.rule(), finding.level(), finding.answers()))
			.toList();
		return new Episode(this.intake, DAY, this.phase, this.kept, this.sensitised, !this.cleared.isEmpty(), null,
				this.kept.isEmpty() ? null : this.lastTechnique, lifted, this.stepBacks, this.activities, this.before);
	}

	/** Nothing new, and as well as one can be; only what the moment asks. */
	Map<String, Object> calm(Moment moment) {
		Map<String, Object> answers = new LinkedHashMap<>();
		answers.put("nerve-signs", List.of("none"));
		answers.put("body-signs", List.of("none"));
		answers.put("new-signs", List.of("none"));
		answers.put("known-health", "still-right");
		this.cleared.forEach((rule) -> answers.put("known-signs-" + rule, "same-or-better"));
		answers.put("pain", 3);
		answers.put("pain-pattern", "comes-and-goes");
		answers.put("change", "a-little-better");
		answers.put("tension-now", "at-times");
		answers.put("movement", "free");
		answers.put("after-last", "fine");
		answers.put("pressure-last", "right");
		answers.put("warmth-last", "right");
		answers.put("habit-days", 5);
		answers.put("confidence", 7);
		answers.put("sleep", 2);
		answers.put("stress", 2);
		answers.put("wish", "go-on");
		for (int i = 1; i <= this.activities; i++) {
			answers.put("activity-" + i, 6);
		}
		return answers;
	}

	CheckInDecision decide(Moment moment, Map<String, Object> changes) {
		return decide(28, moment, changes);
	}

	CheckInDecision decide(int day, Moment moment, Map<String, Object> changes) {
		CheckInReading reading = read(day, moment, changes);
		if (!reading.isComplete()) {
			throw new AssertionError("Problems: " + reading.problems() + ", missing: " + reading.missing());
		}
		return RULES.decide(reading);
	}

	CheckInReading read(int day, Moment moment, Map<String, Object> changes) {
		Map<String, Object> answers = calm(moment);
		answers.putAll(changes);
		return RULES.read(episode(), new CheckInSheet(moment, By.CLIENT, DAY.plusDays(day), answers));
	}

}
