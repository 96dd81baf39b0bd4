package org.backwise.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * The order of the worklist, as it is stored: an emergency that nobody followed up, the
 * levels, what check-ins ask for, and last the plans to check.
 */
final class Ranks {

	/** The levels, and after them plans that follow no referral. */
	static final List<String> LEVELS = Stream.concat(Stream.of(Level.values()).map(Level::toString), Stream.of("plan"))
		.toList();

	private static final int FIRST_LEVEL = 1;

	/** What check-ins ask for, after the levels. */
	private static final List<Need> CHECK_INS = List.of(Need.END_AND_REFER, Need.MISSING, Need.STEP_BACK, Need.STEP);

	/** What a client would like waits with the other steps. */
	private static final Set<Need> WISHES = Set.of(Need.GO_ON, Need.FEWER);

	private static final int PLAN = FIRST_LEVEL + Level.values().length + CHECK_INS.size();

	private Ranks() {
	}

	/**
	 * Where a row stands.
	 * @param need what it needs
	 * @param level the level of its referral, null when there is none
	 */
	static int of(Need need, @Nullable Level level) {
		if (WISHES.contains(need)) {
			return of(Need.STEP, level);
		}
		if (need == Need.HELP) {
			return 0;
		}
		if (need == Need.SILENT) {
			return of(Need.MISSING, level);
		}
		if (CHECK_INS.contains(need)) {
			return FIRST_LEVEL + Level.values().length + CHECK_INS.indexOf(need);
		}
		return (level != null) ? FIRST_LEVEL + level.ordinal() : PLAN;
	}

	/** The level of a row, or plan. */
	static String level(int rank) {
		if (rank == 0) {
			return Level.EMERGENCY.toString();
		}
		return (rank <= Level.values().length) ? Level.values()[rank - FIRST_LEVEL].toString()
				: LEVELS.get(LEVELS.size() - 1);
	}

	/** The first rank that a level has, or of all. */
	static int first(@Nullable String level) {
		return IntStream.rangeClosed(0, PLAN).filter((rank) -> has(rank, level)).min().orElseThrow();
	}

	/** The last one; there is no other level's between them. */
	static int last(@Nullable String level) {
		return IntStream.rangeClosed(0, PLAN).filter((rank) -> has(rank, level)).max().orElseThrow();
	}

	private static boolean has(int rank, @Nullable String level) {
		return level == null || level.equals(level(rank));
	}

}
