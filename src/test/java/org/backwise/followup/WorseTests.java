package org.backwise.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Assessment.TechniqueChoice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made-up courses of care by the thousand, each made worse by one step, through the real
 * engine: nothing that is worse ever leads to something milder.
 */
class WorseTests {

	private static final int COURSES = Integer.getInteger("backwise.courses", 2000);

	private static final Map<String, List<String>> WORSE = Map.of("change",
			List.of("very-much-better", "much-better", "a-little-better", "same", "a-little-worse", "much-worse",
					"very-much-worse"),
			"after-last", List.of("fine", "sore-under-36-hours", "sore-up-to-3-days", "longer", "severe"),
			"tension-now", List.of("no", "at-times", "all-the-time"), "movement",
			List.of("free", "a-little-less", "much-less"));

	private final KnowledgeBase questions = CareCourse.RULES.questions();

	private final Random random = new Random(20261126);

	@Test
	void oneStepWorseIsNeverMilder() {
		int compared = 0;
		for (int i = 0; i < COURSES; i++) {
			Episode episode = episode();
			CheckInSheet sheet = whole(episode,
					new CheckInSheet(moment(), By.CLIENT, CareCourse.DAY.plusDays(30 + i % 9), Map.of()), Map.of());
			CheckInReading reading = CareCourse.RULES.read(episode, sheet);
			CheckInDecision decided = CareCourse.RULES.decide(reading);
			isNoLessThanTheQuestionnaireSays(reading, decided);
			for (Map<String, Object> step : steps(reading)) {
				CheckInSheet worse = whole(episode, sheet.with(step), reading.merged());
				CheckInDecision after = CareCourse.RULES.decide(CareCourse.RULES.read(episode, worse));
				assertThat(after.outcome().compareTo(decided.outcome()))
					.as("%s of %s%n  was %s by %s%n  is %s by %s%n  %s%n  %s", episode.before(), episode.intake(),
							decided.outcome(), decided.rules(), after.outcome(), after.rules(), sheet.answers(),
							worse.answers())
					.isLessThanOrEqualTo(0);
				compared++;
			}
		}
		assertThat(compared).isGreaterThan(5 * COURSES);
	}

	/** Known findings apart; and nothing that is left out is proposed. */
	private static void isNoLessThanTheQuestionnaireSays(CheckInReading reading, CheckInDecision decided) {
		CareCourse.TRIAGE.findings(reading.safety())
			.stream()
			.filter((finding) -> !reading.known().contains(finding.rule()))
			.forEach((finding) -> assertThat(decided.outcome()).isLessThanOrEqualTo(Outcome.of(finding.level())));
		TechniqueChoice technique = decided.technique();
		if (technique != null) {
			assertThat(technique.excluded()).doesNotContainKey(technique.primary());
			if (technique.alternative() != null) {
				assertThat(technique.excluded()).doesNotContainKey(technique.alternative());
			}
			decided.cautions()
				.stream()
				.flatMap((caution) -> caution.excludes().stream())
				.forEach((left) -> assertThat(technique.excluded()).containsKey(left));
		}
	}

	private Episode episode() {
		CareCourse course = CareCourse.of(this.random.nextInt(11)).put("age", 20 + this.random.nextInt(29));
		if (this.random.nextInt(4) == 0) {
			course.put("limb-signs", List.of("pain-into-leg")).cleared("D-02");
		}
		if (this.random.nextInt(4) == 0) {
			course.put("skin-and-medicines", List.of("blood-thinners"));
		}
		if (this.random.nextInt(4) == 0) {
			course.onHighAlert();
		}
		course.kept("weekly", this.random.nextInt(12)).kept("fortnightly", this.random.nextInt(5));
		course.in(one(List.of("weekly", "weekly", "fortnightly", "monthly")), this.random.nextInt(7));
		course.steppedBack(this.random.nextInt(3));
		int[] activities = this.random.ints(this.random.nextInt(4), 0, 11).toArray();
		course.start(this.random.nextInt(11), activities);
		for (int day = 7; day < 7 * (1 + this.random.nextInt(4)); day += 7) {
			Map<String, Object> answers = course.calm(Moment.REVIEW);
			answers.put("pain", this.random.nextInt(11));
			answers.put("change", one(WORSE.get("change")));
			answers.put("tension-now", one(WORSE.get("tension-now")));
			answers.put("movement", one(WORSE.get("movement")));
			answers.replaceAll((id, value) -> id.startsWith("activity-") ? this.random.nextInt(11) : value);
			if (this.random.nextInt(6) == 0) {
				course.missed(day);
			}
			else {
				course.before(day, answers);
			}
		}
		return course.episode();
	}

	private Moment moment() {
		return one(List.of(Moment.REVIEW, Moment.REVIEW, Moment.REVIEW, Moment.SESSION, Moment.BETWEEN, Moment.RETURN,
				Moment.START, Moment.AFTER_4_WEEKS));
	}

	/** Answers what is asked as before, or mostly as somebody who is well. */
	private CheckInSheet whole(Episode episode, CheckInSheet sheet, Map<String, Object> before) {
		Map<String, Object> answers = new LinkedHashMap<>(sheet.answers());
		while (true) {
			CheckInReading reading = CareCourse.RULES.read(episode, sheet.with(answers));
			assertThat(reading.problems()).isEmpty();
			if (reading.missing().isEmpty()) {
				answers.keySet().removeIf((id) -> !reading.reading().asks(id));
				return sheet.with(answers);
			}
			reading.reading()
				.asked()
				.stream()
				.filter((asked) -> reading.missing().contains(asked.id()))
				.findFirst()
				.ifPresent((asked) -> answers.put(asked.id(), before.containsKey(asked.id()) ? before.get(asked.id())
						: answer(this.questions.question(asked.id()), asked.options())));
		}
	}

	private Object answer(Question question, List<String> offered) {
		if (question.kind() == Kind.NUMBER) {
			return this.random.nextInt(Objects.requireNonNull(question.range()).to() + 1);
		}
		if (question.kind() == Kind.SINGLE) {
			return one(offered);
		}
		List<String> calm = question.options()
			.stream()
			.filter(Option::excludesOthers)
			.map(Option::id)
			.filter(offered::contains)
			.toList();
		if (calm.isEmpty() || this.random.nextInt(12) == 0) {
			return List.of(one(offered));
		}
		return calm;
	}

	/** Every way of being one step worse in what was asked. */
	private List<Map<String, Object>> steps(CheckInReading reading) {
		List<Map<String, Object>> steps = new ArrayList<>();
		reading.reading().asked().forEach((asked) -> {
			Question question = this.questions.question(asked.id());
			Object now = reading.sheet().answers().get(asked.id());
			List<String> order = WORSE.getOrDefault(asked.id(), List.of());
			int place = (now != null) ? order.indexOf(now) : -1;
			if (place >= 0 && place < order.size() - 1) {
				steps.add(with(reading, asked.id(), order.get(place + 1)));
			}
			else if (now instanceof Integer number && asked.id().equals("pain") && number < 10) {
				steps.add(with(reading, asked.id(), number + 1));
			}
			else if (now instanceof Integer number && asked.id().startsWith("activity-") && number > 0) {
				steps.add(with(reading, asked.id(), number - 1));
			}
			else if (now instanceof List<?> list && asked.id().matches(".*(signs|history|health-today)")) {
				List<Object> more = new ArrayList<>(list);
				more.removeIf((option) -> question.option((String) option).excludesOthers());
				String sign = one(asked.options());
				if (!question.option(sign).excludesOthers() && !more.contains(sign)) {
					more.add(sign);
					steps.add(with(reading, asked.id(), more));
				}
			}
		});
		return steps;
	}

	private static Map<String, Object> with(CheckInReading reading, String question, Object answer) {
		Map<String, Object> answers = new LinkedHashMap<>(reading.sheet().answers());
		answers.put(question, answer);
		return answers;
	}

	private <T> T one(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
