package org.backwise.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which backups stay: the newest of each of seven days, the newest of each of four weeks,
 * and the last ones that were made before an upgrade, as the way back.
 */
final class Rotation {

	static final int DAYS = 7;

	static final int WEEKS = 4;

	static final int UPGRADES = 2;

	private Rotation() {
	}

	/**
	 * Those that may go, oldest first. One that a clock which ran ahead dated after now
	 * stays and stands for no day: it would push out those that are made from now on.
	 */
	static List<BackupFile> going(Collection<BackupFile> all, ZoneId zone, Instant now) {
		List<BackupFile> made = all.stream().filter((file) -> !file.madeAt().isAfter(now)).toList();
		List<BackupFile> newestFirst = made.stream()
			.sorted(Comparator.comparing(BackupFile::madeAt).reversed())
			.toList();
		Set<BackupFile> staying = new HashSet<>();
		Stream
			.of(newestOfEach(newestFirst, (file) -> day(file.madeAt(), zone), DAYS),
					newestOfEach(newestFirst, (file) -> week(day(file.madeAt(), zone)), WEEKS),
					newestFirst.stream().filter((file) -> file.kind() == Kind.UPGRADE).limit(UPGRADES).toList())
			.forEach(staying::addAll);
		return made.stream()
			.filter((file) -> !staying.contains(file))
			.sorted(Comparator.comparing(BackupFile::madeAt))
			.toList();
	}

	private static <T> List<BackupFile> newestOfEach(List<BackupFile> newestFirst, Function<BackupFile, T> span,
			int most) {
		Map<T, BackupFile> newest = new HashMap<>();
		return newestFirst.stream()
			.filter((file) -> newest.putIfAbsent(span.apply(file), file) == null)
			.limit(most)
			.toList();
	}

	private static LocalDate day(Instant at, ZoneId zone) {
		return LocalDate.ofInstant(at, zone);
	}

	private static String week(LocalDate day) {
		return day.get(IsoFields.WEEK_BASED_YEAR) + " " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

}
