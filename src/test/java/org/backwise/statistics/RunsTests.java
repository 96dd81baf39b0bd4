package org.backwise.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a clever reader can work out from every number the page can ever show. The reader
 * of these tests knows the rule, asks for every span and tries every history there is.
 */
class RunsTests {

	private static final int MONTHS = 4;

	/** The reader also thinks of more than what really happens here. */
	private static final int THINKABLE = 12;

	private static final int HAPPENS = 7;

	@Test
	void largeCountsAreToldAsTheyAre() {
		assertThat(Runs.in(new long[] { 12, 5, 40 }, 0, 0)).isEqualTo(new Told(12, 12));
		assertThat(Runs.in(new long[] { 12, 5, 40 }, 1, 1)).isEqualTo(new Told(5, 5));
		assertThat(Runs.in(new long[] { 12, 5, 40 }, 0, 2)).isEqualTo(new Told(57, 57));
	}

	@Test
	void smallCountsAndNoughtAreToldInTheSameWords() {
		for (long many = 0; many < 5; many++) {
			assertThat(Runs.in(new long[] { many, 9 }, 0, 0)).as("%s", many).isEqualTo(Told.FEW);
		}
	}

	@Test
	void smallCountsAreToldTogetherWithLaterMonths() {
		long[] rare = { 2, 1, 3, 0, 6 };
		assertThat(Runs.in(rare, 0, 2)).as("a whole run").isEqualTo(new Told(6, 6));
		assertThat(Runs.in(rare, 0, 4)).isEqualTo(new Told(12, 12));
		assertThat(Runs.in(rare, 0, 3)).as("open at its end").isEqualTo(new Told(6, 10));
		assertThat(Runs.in(rare, 1, 4)).as("cut at its beginning").isEqualTo(new Told(8, 12));
		assertThat(Runs.in(rare, 1, 3)).as("cut at both ends").isEqualTo(new Told(2, 10));
	}

	@Test
	void whatHappenedLiesWithinWhatIsTold() {
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			long[] months = random.longs(12, 0, 9).toArray();
			int from = random.nextInt(12);
			int to = from + random.nextInt(12 - from);
			assertThat(sum(months, from, to)).isBetween(Runs.in(months, from, to).least(),
					Runs.in(months, from, to).most());
		}
	}

	@Test
	void noNumberThatIsToldIsSmall() {
		every(THINKABLE).forEach((months) -> spans().forEach((span) -> {
			Told told = Runs.in(months, span[0], span[1]);
			assertThat(!told.isExact() || told.least() >= Told.FEWEST).isTrue();
		}));
	}

	@Test
	void nothingThatIsNotToldCanBeWorkedOutFromAllThatIs() {
		Map<List<Told>, Set<List<Long>>> thinkable = new HashMap<>();
		every(THINKABLE).forEach(
				(months) -> thinkable.computeIfAbsent(allTold(months), (told) -> new HashSet<>()).add(sums(months)));
		assertThat(thinkable.size()).isGreaterThan(500);
		List<int[]> spans = spans();
		int looked = 0;
		for (long[] months : every(HAPPENS)) {
			List<Told> told = allTold(months);
			Set<List<Long>> fits = thinkable.get(told);
			for (int i = 0; i < spans.size(); i++) {
				int place = i;
				if (!told.get(i).isExact()) {
					looked++;
					assertThat(fits.stream().map((sums) -> sums.get(place)).distinct().count())
						.as("what %s may be in %s", spans.get(i), months)
						.isGreaterThan(1);
				}
			}
		}
		assertThat(looked).isGreaterThan(10_000);
	}

	/** The same reader finds out a rule that hides small months only. */
	@Test
	void hidingSmallMonthsAloneWouldNotDo() {
		Map<List<Long>, Set<Long>> third = new HashMap<>();
		every(THINKABLE).forEach((months) -> {
			List<Long> told = spans().stream()
				.map((span) -> sum(months, span[0], span[1]))
				.map((many) -> (many < Told.FEWEST) ? -1 : many)
				.toList();
			third.computeIfAbsent(told, (key) -> new HashSet<>()).add(months[2]);
		});
		assertThat(third.values()).anyMatch((values) -> values.size() == 1 && values.iterator().next() < 5);
	}

	@Test
	void laterMonthsChangeNothingThatWasTold() {
		for (long[] months : every(HAPPENS)) {
			long[] longer = java.util.Arrays.copyOf(months, MONTHS + 1);
			longer[MONTHS] = 9;
			spans().forEach((span) -> assertThat(Runs.in(longer, span[0], span[1]))
				.isEqualTo(Runs.in(months, span[0], span[1])));
		}
	}

	private static List<Told> allTold(long[] months) {
		return spans().stream().map((span) -> Runs.in(months, span[0], span[1])).toList();
	}

	private static List<Long> sums(long[] months) {
		return spans().stream().map((span) -> sum(months, span[0], span[1])).toList();
	}

	private static long sum(long[] months, int from, int to) {
		return IntStream.rangeClosed(from, to).mapToLong((month) -> months[month]).sum();
	}

	private static List<int[]> spans() {
		List<int[]> spans = new ArrayList<>();
		for (int from = 0; from < MONTHS; from++) {
			for (int to = from; to < MONTHS; to++) {
				spans.add(new int[] { from, to });
			}
		}
		return spans;
	}

	private static List<long[]> every(int most) {
		List<long[]> all = List.of(new long[0]);
		for (int month = 0; month < MONTHS; month++) {
			all = all.stream().flatMap((begun) -> IntStream.rangeClosed(0, most).mapToObj((next) -> {
				long[] longer = java.util.Arrays.copyOf(begun, begun.length + 1);
				longer[begun.length] = next;
				return longer;
			})).toList();
		}
		return all;
	}

}
