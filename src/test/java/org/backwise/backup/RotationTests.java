package org.backwise.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Seven days, four weeks and two upgrades stay. */
class RotationTests {

	private static final ZoneId UTC = ZoneOffset.UTC;

	private static final Instant LATER = Instant.parse("2028-01-01T00:00:00Z");

	@Test
	void aYearOfNightsLeavesSevenDaysAndFourWeeks() {
		List<BackupFile> kept = new ArrayList<>();
		// Friday 1 January 2027 and on
		for (int day = 0; day < 365; day++) {
			kept.add(new BackupFile(Instant.parse("2027-01-01T02:30:00Z").plusSeconds(86_400L * day), Kind.NIGHTLY));
			kept.removeAll(Rotation.going(kept, UTC, LATER));
			assertThat(kept).hasSizeLessThanOrEqualTo(Rotation.DAYS + Rotation.WEEKS);
		}
		assertThat(kept).extracting(BackupFile::name)
			.containsExactly(// Sundays of the weeks before
					"backwise-20271212T023000Z-nightly.zip.gpg", "backwise-20271219T023000Z-nightly.zip.gpg",
					"backwise-20271225T023000Z-nightly.zip.gpg", "backwise-20271226T023000Z-nightly.zip.gpg",
					"backwise-20271227T023000Z-nightly.zip.gpg", "backwise-20271228T023000Z-nightly.zip.gpg",
					"backwise-20271229T023000Z-nightly.zip.gpg", "backwise-20271230T023000Z-nightly.zip.gpg",
					"backwise-20271231T023000Z-nightly.zip.gpg");
	}

	@Test
	void theNewestOfADayStays() {
		BackupFile night = new BackupFile(Instant.parse("2027-03-01T02:30:00Z"), Kind.NIGHTLY);
		BackupFile noon = new BackupFile(Instant.parse("2027-03-01T12:00:00Z"), Kind.BY_HAND);
		assertThat(Rotation.going(List.of(noon, night), UTC, LATER)).containsExactly(night);
	}

	@Test
	void theDayIsThatOfThePractice() {
		BackupFile evening = new BackupFile(Instant.parse("2027-03-01T12:30:00Z"), Kind.NIGHTLY);
		BackupFile morning = new BackupFile(Instant.parse("2027-03-01T10:30:00Z"), Kind.NIGHTLY);
		assertThat(Rotation.going(List.of(evening, morning), UTC, LATER)).containsExactly(morning);
		assertThat(Rotation.going(List.of(evening, morning), ZoneId.of("Pacific/Auckland"), LATER)).isEmpty();
	}

	@Test
	void theWayBackFromAnUpgradeStaysHoweverOld() {
		List<BackupFile> all = new ArrayList<>();
		for (int month = 1; month <= 4; month++) {
			all.add(new BackupFile(Instant.parse("2026-0" + month + "-10T08:00:00Z"), Kind.UPGRADE));
		}
		for (int day = 10; day < 30; day++) {
			all.add(new BackupFile(Instant.parse("2027-03-" + day + "T02:30:00Z"), Kind.NIGHTLY));
		}
		assertThat(Rotation.going(all, UTC, LATER)).contains(all.get(0), all.get(1))
			.doesNotContain(all.get(2), all.get(3));
	}

	/** Ten nights on a machine that believed in the year 2030. */
	@Test
	void whatAClockThatRanAheadDatedPushesNothingOut() {
		List<BackupFile> ahead = new ArrayList<>();
		for (int day = 10; day < 20; day++) {
			ahead.add(new BackupFile(Instant.parse("2030-03-" + day + "T02:30:00Z"), Kind.NIGHTLY));
		}
		List<BackupFile> kept = new ArrayList<>(ahead);
		for (int day = 1; day <= 9; day++) {
			BackupFile made = new BackupFile(Instant.parse("2027-03-0" + day + "T02:30:00Z"), Kind.NIGHTLY);
			kept.add(made);
			kept.removeAll(Rotation.going(kept, UTC, made.madeAt()));
			assertThat(kept).contains(made).containsAll(ahead);
		}
		assertThat(kept).as("what was made since stays by days as ever")
			.hasSizeGreaterThanOrEqualTo(ahead.size() + Rotation.DAYS);
	}

	@Test
	void onlyOurOwnFilesAreKnown() {
		for (String other : List.of("holiday.jpg", "backwise.mv.db", "backwise-20270301T023000Z-nightly.zip.gpg.part",
				"backwise-20279901T023000Z-nightly.zip.gpg", "backwise-20270301T023000Z-monthly.zip.gpg")) {
			assertThat(BackupFile.named(other)).as(other).isEmpty();
		}
		BackupFile ours = new BackupFile(Instant.parse("2027-03-01T02:30:00Z"), Kind.BY_HAND);
		assertThat(BackupFile.named(ours.name())).contains(ours);
	}

}
