package org.backwise.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.PostgresTest;
import org.backwise.TestDesk.People;
import org.backwise.cases.Case;
import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.OpeningHours.Room;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hours, days and rooms on a real PostgreSQL, with the sessions that lie on closed days.
 */
@PostgresTest
class PostgresHoursTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	@Autowired
	private People people;

	@Autowired
	private HoursKeeper keeper;

	@Autowired
	private OpeningHours hours;

	@Autowired
	private SessionsToCome sessions;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void whatTheOwnerSaysIsKept() {
		Case theCase = this.people.planned("p");
		List<Open> day = List.of(new Open(LocalTime.of(9, 0), LocalTime.of(13, 0)),
				new Open(LocalTime.of(14, 30), LocalTime.of(18, 0)));
		this.keeper.keepWeek(Map.of(DayOfWeek.TUESDAY, day, DayOfWeek.SUNDAY, List.of()), "");
		this.keeper.close(MONDAY.plusDays(7), MONDAY.plusDays(8), "Training", seen());
		this.keeper.keepPlace("GB", "eng", seen());
		this.keeper.keepWorked(Set.of("christian.GOOD_FRIDAY"), Set.of("christian.GOOD_FRIDAY"), seen());
		this.keeper.addRoom("Garden", seen());
		this.keeper.addRoom("Sea", seen());
		this.keeper.raiseRoom(this.hours.rooms().get(1).id(), seen());
		this.keeper.retireRoom(this.hours.rooms().get(1).id(), true, seen());
		this.keeper.keepLengths(List.of(45, 90), seen());

		assertThat(this.hours.on(MONDAY.plusDays(1))).isEqualTo(day);
		assertThat(this.hours.whyClosed(MONDAY.plusDays(6))).contains("Sunday");
		assertThat(this.hours.whyClosed(MONDAY.plusDays(8))).contains("Training");
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 26))).isEmpty();
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 8, 30))).contains("Summer Bank Holiday");
		assertThat(this.hours.rooms()).extracting(Room::name).containsExactly("Sea");
		assertThat(this.hours.lengths()).containsExactly(45, 90);
		assertThat(this.sessions.on((one) -> this.hours.whyClosed(one).isPresent(), 10)).first()
			.satisfies((session) -> {
				assertThat(session.reference()).isEqualTo(theCase.reference());
				assertThat(session.day()).isEqualTo(MONDAY.plusDays(7));
				assertThat(session.number()).isEqualTo(2);
			});
		assertThat(this.people.planned("later")).isNotNull();
		assertThat(this.sessions.on((one) -> one.equals(MONDAY.plusDays(9)), 10)).hasSize(1);
	}

	private String seen() {
		return this.hours.stored().seen();
	}

}
