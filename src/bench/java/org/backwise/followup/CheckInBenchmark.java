package org.backwise.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.triage.Contract;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What 1,000 made-up check-ins lead to: by us, and by the same rules by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(CheckInBenchmark.SHEETS)
public class CheckInBenchmark {

	static final int SHEETS = 1000;

	@Benchmark
	public void handWritten(CheckIns checkIns, Blackhole hole) {
		for (HandSheet sheet : checkIns.sheets) {
			hole.consume(checkIns.hand.decide(sheet));
		}
	}

	@Benchmark
	public void backwise(CheckIns checkIns, Blackhole hole) {
		for (CheckInReading reading : checkIns.readings) {
			hole.consume(CareCourse.RULES.decide(reading));
		}
	}

	@Benchmark
	public void backwiseFromMap(CheckIns checkIns, Blackhole hole) {
		for (CheckInReading reading : checkIns.readings) {
			hole.consume(CareCourse.RULES.decide(CareCourse.RULES.read(reading.episode(), reading.sheet())));
		}
	}

	/** Before a session and at a review, in every phase; one in twelve has a new sign. */
	@State(Scope.Thread)
	public static class CheckIns {

		private final Random random = new Random(7);

		final HandWritten hand = new HandWritten(new Contract(CareCourse.TRIAGE.knowledge()),
				CareCourse.TRIAGE.version());

		final List<CheckInReading> readings = new ArrayList<>();

		final List<HandSheet> sheets = new ArrayList<>();

		@Setup
		public void prepare() {
			Situation situation = new Situation(CareCourse.TRIAGE.knowledge(),
					java.util.Objects.requireNonNull(CareCourse.TRIAGE.knowledge().followUp()));
			while (this.readings.size() < SHEETS) {
				CheckInReading reading = someone();
				if (reading.isComplete()) {
					CheckInDecision decided = CareCourse.RULES.decide(reading);
					Progress progress = situation.progress(reading.episode());
					HandSheet sheet = new HandSheet(reading, decided,
							progress.facts(reading.sheet().day(), reading.sheet().answers()), progress.past().missingLately());
					agree(this.hand.decide(sheet), decided);
					this.readings.add(reading);
					this.sheets.add(sheet);
				}
			}
		}

		/** Of the technique only the first; a caution of the day is not in the sheet. */
		private static void agree(CheckInDecision hand, CheckInDecision ours) {
			boolean leftOut = ours.cautions().stream().anyMatch((caution) -> !caution.excludes().isEmpty());
			boolean agree = hand.outcome() == ours.outcome() && hand.rules().equals(ours.rules())
					&& java.util.Objects.equals(hand.to(), ours.to()) && hand.measures().equals(ours.measures())
					&& hand.cautions()
						.stream()
						.map(CheckInDecision.FiredCaution::caution)
						.toList()
						.equals(ours.cautions().stream().map(CheckInDecision.FiredCaution::caution).toList())
					&& (hand.technique() == null) == (ours.technique() == null) && (leftOut || hand.technique() == null
							|| hand.technique().scores().equals(ours.technique().scores()));
			if (!agree) {
				throw new IllegalStateException("Not agreed: by hand " + hand.outcome() + hand.rules() + hand.to()
						+ hand.cautions() + hand.measures() + "\nours " + ours.outcome() + ours.rules() + ours.to()
						+ ours.cautions() + ours.measures());
			}
		}

		private CheckInReading someone() {
			int pain = this.random.nextInt(10);
			int phase = this.random.nextInt(3);
			CareCourse course = CareCourse.of(pain).kept("weekly", 2 + this.random.nextInt(9));
			if (phase > 0) {
				course.in((phase == 1) ? "fortnightly" : "monthly", 1 + this.random.nextInt(4));
			}
			if (this.random.nextInt(6) == 0) {
				course.onHighAlert();
			}
			course.steppedBack(this.random.nextInt(3));
			course.start(pain, 3 + this.random.nextInt(3), 3 + this.random.nextInt(3));
			int before = this.random.nextInt(4);
			for (int i = 0; i < before; i++) {
				int day = 14 * (i + 1);
				if (this.random.nextInt(8) == 0) {
					course.missed(day);
				}
				else {
					Map<String, Object> answers = course.calm(Moment.REVIEW);
					answers.putAll(some(Moment.REVIEW));
					course.before(day, answers);
				}
			}
			Moment moment = this.random.nextBoolean() ? Moment.REVIEW : Moment.SESSION;
			return course.read(14 * (before + 1), moment, some(moment));
		}

		private Map<String, Object> some(Moment moment) {
			Map<String, Object> answers = new LinkedHashMap<>();
			answers.put("pain", this.random.nextInt(8));
			answers.put("change", one("very-much-better", "much-better", "a-little-better", "same", "a-little-worse",
					"much-worse"));
			answers.put("tension-now", one("all-the-time", "at-times", "no"));
			answers.put("movement", one("free", "a-little-less", "much-less"));
			String after = one("fine", "fine", "fine", "sore-under-36-hours", "sore-up-to-3-days", "longer",
					"not-sure");
			answers.put("after-last", after);
			if (!after.equals("fine")) {
				answers.put("after-kind", List.of(one("sore", "tired", "skin", "upset", "other")));
			}
			answers.put("pressure-last", one("right", "right", "too-firm"));
			answers.put("habit-days", this.random.nextInt(8));
			answers.put("confidence", this.random.nextInt(11));
			answers.put("sleep", this.random.nextInt(11));
			answers.put("stress", this.random.nextInt(11));
			answers.put("wish", one("go-on", "go-on", "go-on", "fewer", "stop", "talk-first"));
			int activities = this.random.nextInt(11);
			answers.put("activity-1", activities);
			answers.put("activity-2", Math.min(10, activities + this.random.nextInt(3)));
			if (this.random.nextInt(12) == 0) {
				answers.put("body-signs", List.of(one("chest-pain", "stiff-neck-fever", "serious-accident")));
			}
			return answers;
		}

		private String one(String... options) {
			return options[this.random.nextInt(options.length)];
		}

	}

}
