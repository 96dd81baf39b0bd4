package org.backwise.calendar;

import org.junit.jupiter.api.Test;

import org.backwise.PostgresTest;
import org.backwise.cases.Case;

import static org.assertj.core.api.Assertions.assertThat;

/** What calendars are told, kept on a real PostgreSQL. */
@PostgresTest
class PostgresCalendarTests extends CalendarScenario {

	@Test
	void sessionsAreToldMovedAndTakenOut() {
		Case client = inCare("client");
		post("/result/client/calendar", "act", "make");
		String feed = address(get("/result/client/calendar"));
		String all = address(post("/desk/calendar-feeds", "kind", "practice", "seen", ""));
		Ical before = read(feed);
		time(client, 1, "10:00", "Theo Therapist");
		Ical after = read(feed);
		assertThat(after.byUid()).allSatisfy((uid, event) -> {
			assertThat(event.says("STATUS")).isEqualTo("CONFIRMED");
			assertThat(event.sequence()).isGreaterThan(before.byUid().get(uid).sequence());
		});
		assertThat(read(all).events()).hasSize(5);
		cancel(client, 2);
		assertThat(read(feed).events().get(1).says("STATUS")).isEqualTo("CANCELLED");
		assertThat(read(all).events().get(1).says("STATUS")).isEqualTo("CANCELLED");
		assertThat(read(all).events().get(0).says("DTSTART")).isEqualTo("20270301T100000Z");
	}

}
