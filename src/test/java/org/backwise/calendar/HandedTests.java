package org.backwise.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What calendars are told, and that its number never falls. */
class HandedTests {

	private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

	private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

	private static final UUID CASE = UUID.fromString("7d7a8a3e-4a8b-4b0e-9f9d-0d2f6c2b1a11");

	@Test
	void tellsNothingNewWhileNothingChanges() {
		List<Handed> first = tell(List.of(), NOW, slot(1, 4, "10:00"), slot(2, 11, "10:00"));
		assertThat(tell(first, NOW.plusSeconds(86_400), slot(1, 4, "10:00"), slot(2, 11, "10:00"))).isEqualTo(first);
	}

	@Test
	void raisesTheNumberWithEachChangeAlsoWithinAMinute() {
		List<Handed> told = tell(List.of(), NOW, slot(1, 4, null));
		int before = told.get(0).sequence();
		for (Slot next : List.of(slot(1, 4, "10:00"), slot(1, 5, "10:00"), slot(1, 4, "10:00"),
				slot(1, 4, "10:00").cancelled(), slot(1, 4, "10:00"))) {
			told = tell(told, NOW, next);
			assertThat(told).hasSize(1);
			assertThat(told.get(0).sequence()).isEqualTo(++before);
			assertThat(told.get(0).slot()).isEqualTo(next);
		}
	}

	@Test
	void takesOutWhatIsNoMoreWhereCalendarsHaveIt() {
		List<Handed> told = tell(List.of(), NOW, slot(1, 4, "10:00"), slot(2, 11, "10:00"));
		List<Handed> shorter = tell(told, NOW.plusSeconds(60), slot(1, 4, "10:00"));
		assertThat(shorter).hasSize(2);
		assertThat(shorter.get(1).slot()).isEqualTo(slot(2, 11, "10:00").cancelled());
		assertThat(shorter.get(1).sequence()).isGreaterThan(told.get(1).sequence());
		assertThat(tell(shorter, NOW.plusSeconds(120), slot(1, 4, "10:00"))).isEqualTo(shorter);
		List<Handed> moved = tell(told, NOW.plusSeconds(60), slot(1, 8, "12:00").cancelled(), slot(2, 11, "10:00"));
		assertThat(moved.get(0).slot()).as("cancelled on the day calendars know")
			.isEqualTo(slot(1, 4, "10:00").cancelled());
	}

	@Test
	void leavesOutWhatWasCancelledBeforeACalendarKnewIt() {
		assertThat(tell(List.of(), NOW, slot(1, 4, "10:00").cancelled())).isEmpty();
	}

	@Test
	void forgetsWhatIsLongOver() {
		List<Handed> told = tell(List.of(), NOW, slot(1, 4, "10:00"));
		assertThat(Handed.after(told, List.of(slot(1, 4, "10:00")), LocalDate.of(2027, 3, 5), NOW)).isEmpty();
	}

	@Test
	void hasAHigherNumberAfterRowsWereLostOrRestored() {
		List<Handed> backup = tell(List.of(), NOW, slot(1, 4, "10:00"));
		List<Handed> lost = tell(tell(backup, NOW.plusSeconds(3_600), slot(1, 5, "10:00")), NOW.plusSeconds(7_200),
				slot(1, 6, "10:00"));
		Instant later = NOW.plus(Duration.ofHours(3));
		assertThat(tell(backup, later, slot(1, 7, "10:00")).get(0).sequence()).isGreaterThan(lost.get(0).sequence());
		assertThat(tell(List.of(), later, slot(1, 4, "10:00")).get(0).sequence()).isGreaterThan(lost.get(0).sequence());
	}

	private static List<Handed> tell(List<Handed> before, Instant at, Slot... now) {
		return Handed.after(before, List.of(now), FROM, at);
	}

	static Slot slot(int number, int day, String time) {
		LocalDate on = LocalDate.of(2027, 3, day);
		return new Slot(CASE, number, "K7M2PQ4X", on, (time != null) ? Instant.parse(on + "T" + time + ":00Z") : null,
				45, (time != null) ? Slot.Status.CONFIRMED : Slot.Status.TENTATIVE, null, null);
	}

}
