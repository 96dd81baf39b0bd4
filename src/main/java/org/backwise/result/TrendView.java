package org.backwise.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession;
import org.backwise.cases.CheckIn;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;

/**
 * How it has gone since the care began, in the numbers that the client gave. Nothing is
 * guessed: what was not asked or not answered is missing.
 *
 * @param pain the pain, null without any number
 * @param activities the things that matter, null when none were named
 * @param named those things, in the client's own words
 */
record TrendView(@Nullable Line pain, @Nullable Line activities, List<String> named) {

	private static final int HIGHEST = 10;

	/**
	 * One measure over time.
	 *
	 * @param chart its drawing
	 * @param values the numbers
	 * @param most the highest number there can be
	 * @param course how the last one compares with the first one
	 */
	record Line(Chart chart, List<Chart.Value> values, int most, String course) {

		public int from() {
			return this.values.get(0).value();
		}

		public int to() {
			return this.values.get(this.values.size() - 1).value();
		}

	}

	/**
	 * From the check-ins of a course of care.
	 * @param made the check-ins, in order
	 * @param sessions the sessions of the plan
	 * @param base the rules
	 * @param followUp what is asked and measured during the care
	 */
	static TrendView of(List<CheckIn> made, List<LiveSession> sessions, KnowledgeBase base, FollowUp followUp) {
		List<Chart.Phase> phases = phases(sessions, base);
		List<LocalDate> kept = sessions.stream()
			.filter((session) -> session.state() == LiveSession.State.KEPT)
			.map(LiveSession::day)
			.toList();
		List<String> named = made.stream()
			.filter((checkIn) -> checkIn.moment() == Moment.START)
			.map(CheckIn::activities)
			.findFirst()
			.orElse(List.of());
		FollowUp.Measures sizes = followUp.measures();
		List<Chart.Value> pain = values(made, (checkIn) -> pain(checkIn, followUp));
		List<Chart.Value> sums = values(made, (checkIn) -> sum(checkIn, followUp, named.size()));
		Integer painGood = pain.isEmpty() ? null : painGood(pain.get(0).value(), sizes);
		int need = Math.max(sizes.activityEach() * named.size(), (named.size() == 1) ? sizes.activitySingle() : 0);
		int most = HIGHEST * Math.max(1, named.size());
		Integer sumGood = (sums.isEmpty() || sums.get(0).value() + need > most) ? null : sums.get(0).value() + need;
		Measures ofPain = last(made, (checkIn) -> pain(checkIn, followUp));
		Measures ofSums = last(made, (checkIn) -> sum(checkIn, followUp, named.size()));
		return new TrendView(
				(pain.isEmpty() || ofPain == null) ? null
						: new Line(Chart.of(pain, HIGHEST, painGood, true, phases, kept), pain, HIGHEST,
								course(pain, ofPain.pain().course())),
				(sums.isEmpty() || ofSums == null || ofSums.activities() == null) ? null
						: new Line(Chart.of(sums, most, sumGood, false, phases, kept), sums, most,
								course(sums, ofSums.activities().course())),
				named);
	}

	/** What was measured when a number was given last; a later one did not ask for it. */
	private static @Nullable Measures last(List<CheckIn> made, Function<CheckIn, @Nullable Integer> number) {
		return made.stream()
			.filter((checkIn) -> number.apply(checkIn) != null)
			.map((checkIn) -> checkIn.decision().measures())
			.reduce((one, next) -> next)
			.orElse(null);
	}

	private static @Nullable Integer painGood(int start, FollowUp.Measures sizes) {
		int need = sizes.need().get(start);
		return (need > 0) ? start - need : null;
	}

	/** The size of a real change decides the words, never the look of the line. */
	private static String course(List<Chart.Value> values, Measures.Course course) {
		if (values.size() == 1) {
			return "first";
		}
		return (values.get(0).value() == values.get(values.size() - 1).value()) ? "none" : course.toString();
	}

	/** The first check-in may rest on the questionnaire of the days before. */
	private static @Nullable Integer pain(CheckIn checkIn, FollowUp followUp) {
		Object said = checkIn.sheet().get(followUp.roles().pain());
		if (said instanceof Integer number) {
			return number;
		}
		return (checkIn.moment() == Moment.START) ? checkIn.decision().measures().pain().now() : null;
	}

	private static @Nullable Integer sum(CheckIn checkIn, FollowUp followUp, int named) {
		Map<String, Object> sheet = checkIn.sheet();
		List<Integer> said = followUp.roles()
			.activities()
			.stream()
			.limit(named)
			.flatMap((id) -> Optional.ofNullable((Integer) sheet.get(id)).stream())
			.toList();
		return (named > 0 && said.size() == named) ? Integer.valueOf(said.stream().mapToInt(Integer::intValue).sum())
				: null;
	}

	private static List<Chart.Value> values(List<CheckIn> made, Function<CheckIn, @Nullable Integer> number) {
		Set<LocalDate> missed = made.isEmpty() ? Set.of() : Set.copyOf(made.get(made.size() - 1).course().missed());
		List<Chart.Value> values = new ArrayList<>();
		for (CheckIn checkIn : made) {
			Integer value = number.apply(checkIn);
			if (value == null) {
				continue;
			}
			LocalDate before = values.isEmpty() ? checkIn.day() : values.get(values.size() - 1).day();
			boolean apart = checkIn.moment() == Moment.RETURN
					|| missed.stream().anyMatch((day) -> day.isAfter(before) && !day.isAfter(checkIn.day()));
			if (before.equals(checkIn.day()) && !values.isEmpty()) {
				apart = values.remove(values.size() - 1).apart();
			}
			values.add(new Chart.Value(checkIn.day(), value, apart));
		}
		return values;
	}

	/** The phases as they really ran. */
	private static List<Chart.Phase> phases(List<LiveSession> sessions, KnowledgeBase base) {
		List<Chart.Phase> phases = new ArrayList<>();
		String running = "";
		for (LiveSession session : sessions) {
			boolean kept = session.state() == LiveSession.State.KEPT;
			if (kept && !session.session().phase().equals(running)) {
				running = session.session().phase();
				phases.add(new Chart.Phase(name(running, base), session.day()));
			}
		}
		return phases;
	}

	private static String name(String id, KnowledgeBase base) {
		return base.plan()
			.phases()
			.stream()
			.filter((phase) -> phase.id().equals(id))
			.map(PlanGuide.Phase::name)
			.findFirst()
			.orElse(id);
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "a trend";
	}

}
