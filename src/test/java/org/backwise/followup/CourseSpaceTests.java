package org.backwise.followup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.triage.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The courses that are gone through are those that there are: whatever a real check-in
 * leads to and leaves behind is among them, and whatever can be measured after any
 * check-ins is among what is measured there.
 */
class CourseSpaceTests {

	private static final int MOST_WEEKLY = 10;

	private static final CourseSpace SPACE = new CourseSpace(CareCourse.TRIAGE.knowledge(), MOST_WEEKLY);

	private final Random random = new Random(20261128);

	/** Equal for the proof, equal for the engine: real courses by the thousand. */
	@Test
	void everyRealCheckInIsAmongThem() {
		for (int i = 0; i < 1500; i++) {
			CareCourse course = CareCourse.of(this.random.nextInt(11));
			if (this.random.nextInt(3) == 0) {
				course.onHighAlert();
			}
			int[] kept = { this.random.nextInt(12), this.random.nextInt(5), this.random.nextInt(5) };
			for (int phase = 0; phase < 3; phase++) {
				course.kept(SPACE.phases().get(phase), kept[phase]);
			}
			int phase = this.random.nextInt(3);
			int stepBacks = this.random.nextInt(3);
			course.in(SPACE.phases().get(phase)).steppedBack(stepBacks);
			course.start(this.random.nextInt(11), this.random.ints(this.random.nextInt(4), 0, 11).toArray());
			int day = 7;
			for (; day < 7 * (2 + this.random.nextInt(5)); day += 7) {
				if (this.random.nextInt(5) == 0) {
					course.missed(day);
				}
				else {
					course.before(day, answers(course));
				}
			}
			Moment moment = List.of(Moment.REVIEW, Moment.SESSION, Moment.RETURN).get(this.random.nextInt(3));
			CheckInDecision decided = course.decide(day, moment, answers(course));
			Past past = new Situation(CareCourse.TRIAGE.knowledge(), CareCourse.TRIAGE.knowledge().followUp())
				.progress(course.episode())
				.past();
			CourseState state = SPACE.standing(phase, List.of(kept[0], kept[1], kept[2]), stepBacks, past,
					CareCourse.DAY.plusDays(day));
			Collection<CourseWay> ways = SPACE.ways(state, moment);
			int to = (decided.to() != null) ? SPACE.phases().indexOf(decided.to()) : phase;
			assertThat(ways).as("%s of %s in %s", decided, course.episode().before(), state)
				.anyMatch((way) -> way.alarm() == null && way.outcome() == decided.outcome() && way.to() == to
						&& way.response() == decided.measures().response()
						&& way.isSettled() == decided.measures().settled()
						&& way.flare() == decided.measures().flare());
		}
	}

	private Map<String, Object> answers(CareCourse course) {
		Map<String, Object> answers = new LinkedHashMap<>(course.calm(Moment.REVIEW));
		answers.put("pain", this.random.nextInt(11));
		answers.put("pain-pattern", "comes-and-goes");
		answers.put("change", one("very-much-better", "much-better", "a-little-better", "same", "much-worse"));
		answers.put("tension-now", one("no", "at-times", "all-the-time"));
		answers.put("movement", one("free", "a-little-less", "much-less"));
		answers.put("after-last", one("fine", "fine", "fine", "sore-up-to-3-days", "longer"));
		answers.put("after-kind", List.of("sore"));
		answers.put("wish", one("go-on", "go-on", "fewer", "stop", "talk-first"));
		answers.replaceAll((id, value) -> id.startsWith("activity-") ? this.random.nextInt(11) : value);
		return answers;
	}

	private String one(String... options) {
		return options[this.random.nextInt(options.length)];
	}

	/** The numbers of pain: at the start, then three more, each asked or not. */
	@Test
	void everyPainAfterAnyPainsIsAmongWhatIsMeasured() {
		Set<Map<String, Answer>> measured = measured(0);
		for (int start = 0; start <= 10; start++) {
			for (int second = 0; second <= 10; second++) {
				for (int third = 0; third <= 10; third++) {
					List<Integer> before = List.of(start, second, third);
					for (int now = -1; now <= 10; now++) {
						Map<String, Object> answers = (now < 0) ? Map.of() : Map.of("pain", now);
						Measures.Pain pain = progress(before, 0).facts(CareCourse.DAY, answers).measures().pain();
						assertThat(measured).as("%s then %s", before, now)
							.contains(Facts.pain(pain.now(), pain.course()));
					}
				}
			}
		}
	}

	/** The same for how well something goes, for each number of things. */
	@Test
	void everyActivityAfterAnyIsAmongWhatIsMeasured() {
		Set<Map<String, Answer>> measured = measured(1);
		for (int number = 1; number <= 3; number++) {
			for (int start = 0; start <= 10; start++) {
				for (int second = 0; second <= 10; second++) {
					for (int now = -1; now <= 10; now++) {
						Map<String, Object> answers = (now < 0) ? Map.of() : activities(number, now);
						Measures.Activities named = java.util.Objects
							.requireNonNull(progress(List.of(start, second), number).facts(CareCourse.DAY, answers)
								.measures()
								.activities());
						Map<String, Answer> facts = new HashMap<>(Facts.activities(named.course()));
						facts.put(Situation.ACTIVITIES_NAMED, new Answer.Amount(number));
						assertThat(measured).contains(facts);
					}
				}
			}
		}
	}

	/** A counter that forgets is noticed: what is left behind is not what was said. */
	@Test
	void aCounterThatForgetsLeadsElsewhere() {
		CourseSpace forgets = new CourseSpace(CareCourse.TRIAGE.knowledge(), MOST_WEEKLY, (past, day, left) -> {
			Past then = past.after(day, left);
			return new Past(then.begun(), then.settledInARow(), then.wellSince(), false, then.badReaction(),
					then.slowHabit(), then.doctorSeen(), then.lately());
		});
		assertThat(worseTwiceGoesOn(SPACE)).isFalse();
		assertThat(worseTwiceGoesOn(forgets)).isTrue();
	}

	private static boolean worseTwiceGoesOn(CourseSpace space) {
		return space.beginnings()
			.stream()
			.flatMap((state) -> space.steps(state).stream())
			.map(CourseSpace.Step::state)
			.filter((state) -> state.where() == CourseState.Where.ASKED)
			.flatMap((state) -> space.steps(state).stream())
			.map(CourseSpace.Step::state)
			.filter((state) -> state.told().worse() && state.where() == CourseState.Where.ASKED)
			.flatMap((state) -> space.ways(state, Moment.BETWEEN).stream())
			.anyMatch((way) -> way.response() == Measures.Response.WORSE
					&& FollowUp.Outcome.END_AND_REFER.isStricterThan(way.outcome()));
	}

	private static Progress progress(List<Integer> values, int number) {
		Progress progress = new Progress(java.util.Objects.requireNonNull(CareCourse.TRIAGE.knowledge().followUp()), 5,
				number);
		List<EarlierCheckIn> made = new ArrayList<>();
		values.forEach((value) -> made.add(
				new EarlierCheckIn(CareCourse.DAY, (number == 0) ? Map.of("pain", value) : activities(number, value))));
		made.forEach(progress::add);
		return progress;
	}

	private static Map<String, Object> activities(int number, int each) {
		Map<String, Object> answers = new HashMap<>();
		for (int i = 1; i <= number; i++) {
			answers.put("activity-" + i, each);
		}
		return answers;
	}

	private static Set<Map<String, Answer>> measured(int part) {
		return new MeasureSpace(CareCourse.TRIAGE.knowledge()).parts()
			.get(part)
			.cases()
			.stream()
			.map(MeasureSpace.Case::facts)
			.<Map<String, Answer>>map(Map::copyOf)
			.collect(Collectors.toSet());
	}

}
