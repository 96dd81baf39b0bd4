package org.backwise.followup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.knowledge.FollowUp.Moment;

/** The made-up people in care of {@code src/test/resources/follow-up}. */
final class CareCases {

	static final String MISSED = "missed";

	private static final Path FOLDER = Path.of("src/test/resources/follow-up");

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private CareCases() {
	}

	/** For every rule those for whom it holds, and near misses. */
	static List<CareCase> ofRules() {
		return read("rules.yaml");
	}

	/** Whole stories. */
	static List<CareCase> people() {
		return read("people.yaml");
	}

	/** Everybody, the near misses too. */
	static List<CareCase> all() {
		return Stream.concat(ofRules().stream(), people().stream())
			.flatMap((one) -> Stream.concat(Stream.of(one), one.nearMisses().stream()))
			.toList();
	}

	private static List<CareCase> read(String file) {
		try {
			return YAML.readValue(Files.readString(FOLDER.resolve(file)), new TypeReference<List<CareCase>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A person in care, and what a check-in leads to; for a near miss what differs.
	 *
	 * @param id the rule that it is about, or its own
	 * @param story who it is
	 * @param pain the pain at the first questionnaire, 0 for none
	 * @param intake answers of the questionnaire that differ from calm ones
	 * @param phase the phase, weekly where nothing is said
	 * @param kept sessions that took place, by phase
	 * @param highAlert whether the body is on high alert
	 * @param warmLast whether the last massage was warm
	 * @param stepBacks how many times the plan stepped back
	 * @param cleared findings that a clearance lifted
	 * @param start pain and activities at the start
	 * @param before earlier check-ins by day, an answer not given empty, or that one was
	 * missed
	 * @param day the day, 28 where nothing is said
	 * @param moment the moment
	 * @param answers answers of today that differ from calm ones
	 * @param outcome what it leads to
	 * @param to the phase it leads to
	 * @param fires all rules and cautions that hold
	 * @param leavesOut techniques that its cautions leave out
	 * @param misses near misses
	 */
	record CareCase(@Nullable String id, @Nullable String story, @Nullable Integer pain,
			@Nullable Map<String, Object> intake, @Nullable String phase, @Nullable Map<String, Integer> kept,
			@Nullable Boolean highAlert, @Nullable Boolean warmLast, @Nullable Integer stepBacks,
			@Nullable List<String> cleared, @Nullable List<Integer> start, @Nullable Map<Integer, Object> before,
			@Nullable Integer day, @Nullable String moment, @Nullable Map<String, Object> answers,
			@Nullable String outcome, @Nullable String to, @Nullable List<String> fires,
			@Nullable List<String> leavesOut, @Nullable List<CareCase> misses) {

		/** Those who differ in one thing. */
		List<CareCase> nearMisses() {
			return (this.misses != null) ? this.misses.stream().map(this::but).toList() : List.of();
		}

		private CareCase but(CareCase other) {
			return new CareCase(this.id, this.story + ", but", or(other.pain, this.pain),
					both(this.intake, other.intake), or(other.phase, this.phase), both(this.kept, other.kept),
					or(other.highAlert, this.highAlert), or(other.warmLast, this.warmLast),
					or(other.stepBacks, this.stepBacks), or(other.cleared, this.cleared), or(other.start, this.start),
					or(other.before, this.before), or(other.day, this.day), or(other.moment, this.moment),
					both(this.answers, other.answers), other.outcome, other.to, other.fires, other.leavesOut, null);
		}

		private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
			return (one != null) ? one : other;
		}

		private static <V> Map<String, V> both(@Nullable Map<String, V> one, @Nullable Map<String, V> other) {
			Map<String, V> all = new LinkedHashMap<>(Objects.requireNonNullElse(one, Map.of()));
			all.putAll(Objects.requireNonNullElse(other, Map.of()));
			return all;
		}

		private CareCourse course() {
			CareCourse course = CareCourse.of(Objects.requireNonNull(this.pain));
			Objects.requireNonNullElse(this.intake, Map.<String, Object>of()).forEach(course::put);
			Objects.requireNonNullElse(this.kept, Map.<String, Integer>of()).forEach(course::kept);
			course.in(Objects.requireNonNullElse(this.phase, "weekly"));
			Objects.requireNonNullElse(this.cleared, List.<String>of()).forEach(course::cleared);
			if (Boolean.TRUE.equals(this.highAlert)) {
				course.onHighAlert();
			}
			if (Boolean.TRUE.equals(this.warmLast)) {
				course.warmLast();
			}
			course.steppedBack(Objects.requireNonNullElse(this.stepBacks, 0));
			List<Integer> start = Objects.requireNonNull(this.start);
			course.start(start.get(0), start.stream().skip(1).mapToInt(Integer::intValue).toArray());
			Objects.requireNonNullElse(this.before, Map.<Integer, Object>of()).forEach((when, answers) -> {
				if (MISSED.equals(answers)) {
					course.missed(when);
				}
				else {
					Map<String, Object> all = course.calm(Moment.REVIEW);
					((Map<?, ?>) answers).forEach((question, answer) -> all.put((String) question, answer));
					all.values().removeIf(Objects::isNull);
					course.before(when, all);
				}
			});
			return course;
		}

		/** The course of care so far. */
		Episode episode() {
			return course().episode();
		}

		/** The answers of today. */
		CheckInSheet sheet() {
			Moment now = Moment.parse(this.moment).orElseThrow();
			Map<String, Object> all = course().calm(now);
			Objects.requireNonNullElse(this.answers, Map.<String, Object>of()).forEach(all::put);
			return new CheckInSheet(now, By.CLIENT, CareCourse.DAY.plusDays(Objects.requireNonNullElse(this.day, 28)),
					all);
		}

		/** What the rules say. */
		CheckInDecision decide(CheckInTriage rules) {
			CheckInReading reading = rules.read(episode(), sheet());
			if (!reading.isComplete()) {
				throw new AssertionError(this + ": " + reading.problems() + ", missing " + reading.missing());
			}
			return rules.decide(reading);
		}

		/** All rules and cautions that hold. */
		static List<String> fired(CheckInDecision decided) {
			List<String> all = new ArrayList<>(decided.rules().stream().map(FiredRule::rule).distinct().toList());
			decided.cautions().stream().map(FiredCaution::caution).forEach(all::add);
			return all;
		}

		/** All that is decided, in one line, to see whether rules decide it otherwise. */
		static String opinion(CheckInDecision decided) {
			return decided.outcome() + " " + decided.to() + " " + fired(decided)
					+ decided.cautions()
						.stream()
						.map((caution) -> caution.confirm() + "" + caution.excludes() + caution.limits())
						.toList()
					+ decided.measures() + decided.asked();
		}

		@Override
		public String toString() {
			return this.id + " (" + this.story + ") " + this.answers;
		}

	}

}
