package org.backwise.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.exports.FollowUpBody.Cleared;
import org.backwise.exports.FollowUpBody.Now;
import org.backwise.exports.FollowUpBody.Plan;
import org.backwise.exports.FollowUpBody.Sheet;
import org.backwise.followup.By;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide;

/**
 * Reads the body of {@code POST /api/follow-up}: its keys, types, counts and days. What
 * the answers are is looked at by {@link FollowUpCheck}.
 */
class FollowUpReader {

	/** When the questionnaire was answered; it may be left out. */
	static final String INTAKE_DAY = "intakeDay";

	/** The things that matter to the client, named at the start. */
	static final String ACTIVITIES = "activities";

	static final int MOST_ACTIVITIES = 3;

	static final int LONGEST_ACTIVITY = 60;

	/** Says that there are no such things. */
	static final String NO_ACTIVITIES = "none";

	static final List<Level> CLEARABLE = Stream.of(Level.values()).filter(Level::mayBeCleared).toList();

	private final TreeReader json;

	private final List<String> phases;

	private final List<String> habits;

	FollowUpReader(KnowledgeBase base, Phrases phrases) {
		this.json = new TreeReader(phrases, "exports.problem.empty-follow-up");
		this.phases = base.plan().phases().stream().map(PlanGuide.Phase::id).toList();
		this.habits = habits(base.plan()).stream().map(PlanGuide.Habit::id).toList();
	}

	static List<PlanGuide.Habit> habits(PlanGuide plan) {
		return Objects.requireNonNullElse(plan.habits(), List.of());
	}

	/** What stands there; null when that is no object at all. */
	@Nullable FollowUpBody read(byte @Nullable [] bytes, ProblemList problems) {
		Object tree = this.json.read(bytes, problems);
		if (tree == StrictJson.Unfit.VALUE && !problems.isEmpty()) {
			return null;
		}
		JsonFields body = JsonFields.of(tree, ProblemList.WHOLE, problems);
		if (!(tree instanceof Map)) {
			return null;
		}
		Map<String, Object> intake = body.answers("intake");
		LocalDate intakeDay = body.says(INTAKE_DAY) ? body.day(INTAKE_DAY) : null;
		Plan plan = plan(body.object("plan"), problems);
		List<Sheet> before = before(body.objects("before"), intakeDay, problems);
		Now now = now(body.object("now"), intakeDay, before, problems);
		body.close();
		return new FollowUpBody(intake, intakeDay, plan, before, now);
	}

	private Plan plan(JsonFields plan, ProblemList problems) {
		Map<String, Integer> kept = new LinkedHashMap<>();
		String phase = plan.named("phase", this.phases);
		JsonFields sessions = plan.object("kept");
		this.phases.forEach((id) -> kept.put(id, sessions.count(id)));
		sessions.close();
		List<Cleared> cleared = plan.objects("cleared").stream().map((entry) -> {
			Cleared one = new Cleared(entry.text("rule"), entry.named("level", CLEARABLE), entry.answers("answers"),
					entry.path());
			entry.close();
			return one;
		}).toList();
		Plan read = new Plan(phase, kept, plan.yes("sensitised"), plan.yes("complementary"),
				plan.says("habit") ? plan.named("habit", this.habits) : null, plan.mayBe("stiffWhere"), cleared,
				plan.count("stepBacks"));
		plan.close();
		return read;
	}

	private static List<Sheet> before(List<JsonFields> entries, @Nullable LocalDate intakeDay, ProblemList problems) {
		List<Sheet> before = new ArrayList<>();
		LocalDate last = intakeDay;
		for (JsonFields entry : entries) {
			Sheet sheet = sheet(entry, before.isEmpty(), problems);
			entry.close();
			last = after(last, sheet.day(), entry, problems);
			before.add(sheet);
		}
		return List.copyOf(before);
	}

	private static Now now(JsonFields fields, @Nullable LocalDate intakeDay, List<Sheet> before, ProblemList problems) {
		Moment moment = fields.named("moment", List.of(Moment.values()));
		By by = fields.named("by", List.of(By.values()));
		Sheet sheet = sheet(fields, before.isEmpty() && moment == Moment.START, problems);
		fields.close();
		LocalDate last = intakeDay;
		for (Sheet earlier : before) {
			last = (earlier.day() != null) ? earlier.day() : last;
		}
		after(last, sheet.day(), fields, problems);
		return new Now(moment, by, sheet);
	}

	/** Days stand in their order; a day that comes too early is noted. */
	private static @Nullable LocalDate after(@Nullable LocalDate last, @Nullable LocalDate day, JsonFields fields,
			ProblemList problems) {
		if (last != null && day != null && day.isBefore(last)) {
			problems.add(fields.under("day"), ApiProblem.IMPOSSIBLE_DATE, "problem.day-order");
			return last;
		}
		return (day != null) ? day : last;
	}

	private static Sheet sheet(JsonFields fields, boolean first, ProblemList problems) {
		LocalDate day = fields.day("day");
		Map<String, Object> answers = fields.answers("answers");
		String path = fields.under("answers");
		if (!first || answers == null || !answers.containsKey(ACTIVITIES)) {
			return new Sheet(day, answers, null, path);
		}
		Map<String, Object> others = new LinkedHashMap<>(answers);
		Object named = others.remove(ACTIVITIES);
		return new Sheet(day, others, activities(named, ProblemList.under(path, ACTIVITIES), problems), path);
	}

	/** Only how many there are; the words go nowhere. */
	private static int activities(@Nullable Object named, String path, ProblemList problems) {
		if (NO_ACTIVITIES.equals(named)) {
			return 0;
		}
		if (!(named instanceof List<?> texts) || !texts.stream().allMatch(String.class::isInstance)) {
			problems.addOf(ACTIVITIES, path, ApiProblem.WRONG_TYPE, "problem.activities", MOST_ACTIVITIES,
					LONGEST_ACTIVITY);
			return 0;
		}
		List<String> words = texts.stream().map(String.class::cast).toList();
		if (words.isEmpty() || words.size() > MOST_ACTIVITIES || words.stream()
			.anyMatch((text) -> text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_ACTIVITY)) {
			problems.addOf(ACTIVITIES, path, ApiProblem.OUT_OF_RANGE, "problem.activities", MOST_ACTIVITIES,
					LONGEST_ACTIVITY);
		}
		return Math.min(MOST_ACTIVITIES, words.size());
	}

}
