package org.backwise.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Calendar files, read back by another library. */
class CalendarFileTests {

	private static final Instant CHANGED = Instant.parse("2027-02-01T08:30:00Z");

	private static final LocalTime TEN = LocalTime.of(10, 0);

	@Test
	void saysWhatCalendarsAskFor() {
		String text = text(slot(1, LocalDate.of(2027, 3, 4), TEN, ZoneId.of("Europe/London")));
		assertThat(text.lines().toList()).contains("BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:PUBLISH",
				"X-WR-CALNAME:Larkfield\\, Massage", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
				"DTSTART:20270304T100000Z", "DTEND:20270304T104500Z", "DTSTAMP:20270201T083000Z",
				"LAST-MODIFIED:20270201T083000Z", "SEQUENCE:7", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "CLASS:PRIVATE");
		assertThat(text).doesNotContain("VTIMEZONE", "TZID");
		Ical.Event event = Ical.of(text).events().get(0);
		assertThat(event.says("SUMMARY")).isEqualTo("Massage, 45 min at Larkfield; “Größe” 📅");
		assertThat(event.says("LOCATION")).isEqualTo("2 High Street\nLarkfield, ME20 6XY");
		assertThat(event.says("DESCRIPTION")).isEqualTo("Call 01632 960 123.");
		assertThat(text.lines().map((line) -> line.getBytes(StandardCharsets.UTF_8).length))
			.allMatch((bytes) -> bytes <= 75);
		assertThat(text.split("\r\n")).as("lines end as the standard says").hasSize((int) text.lines().count());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/London", "America/New_York", "Australia/Sydney", "Pacific/Apia", "UTC" })
	void takesAWholeDayWhereverTheServerIs(String server) {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(server));
		try {
			for (LocalDate day : List.of(LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29),
					LocalDate.of(2027, 3, 28), LocalDate.of(2027, 12, 31))) {
				String text = text(slot(1, day, null, ZoneId.of("Europe/London")));
				assertThat(text.lines()).contains("DTSTART;VALUE=DATE:" + day.toString().replace("-", ""),
						"DTEND;VALUE=DATE:" + day.plusDays(1).toString().replace("-", ""), "STATUS:TENTATIVE",
						"TRANSP:TRANSPARENT");
				assertThat(text(slot(1, day, TEN, ZoneId.of("UTC"))).lines())
					.contains("DTSTART:" + day.toString().replace("-", "") + "T100000Z");
				assertThat(Ical.of(text).events()).hasSize(1);
			}
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	/** Weekly at ten by the wall, over both clock changes and the end of February. */
	@ParameterizedTest
	@ValueSource(strings = { "Europe/London", "America/New_York", "Australia/Sydney" })
	void staysAtTenByTheWallWhenTheClocksChange(String place) {
		ZoneId zone = ZoneId.of(place);
		List<LocalDateTime> wall = new ArrayList<>();
		List<Slot> slots = new ArrayList<>();
		for (int week = 0; week < 60; week++) {
			LocalDate day = LocalDate.of(2027, 2, 21).plusWeeks(week);
			wall.add(day.atTime(TEN));
			slots.add(slot(week + 1, day, TEN, zone));
		}
		List<ZonedDateTime> read = Ical.of(text(slots.toArray(Slot[]::new)))
			.events()
			.stream()
			.map((event) -> start(event).toInstant().atZone(zone))
			.toList();
		assertThat(read.stream().map(ZonedDateTime::toLocalDateTime)).containsExactlyElementsOf(wall);
		assertThat(read.stream().map(ZonedDateTime::getOffset).distinct()).hasSize(2);
	}

	@Test
	void meansTheLaterTimeWhereTheClockSkipsOneAndTheFirstWhereItRepeatsOne() {
		assertThat(Slot.moment(LocalDate.of(2027, 3, 28), LocalTime.of(1, 30), ZoneId.of("Europe/London")))
			.isEqualTo("2027-03-28T01:30:00Z");
		assertThat(Slot.moment(LocalDate.of(2027, 11, 7), LocalTime.of(1, 30), ZoneId.of("America/New_York")))
			.isEqualTo("2027-11-07T05:30:00Z");
		assertThat(Slot.moment(LocalDate.of(2027, 10, 3), LocalTime.of(2, 30), ZoneId.of("Australia/Sydney")))
			.isEqualTo("2027-10-02T16:30:00Z");
	}

	@Test
	void keepsTheIdWhateverMovesAndGivesNobodyAway() {
		Slot slot = slot(3, LocalDate.of(2027, 3, 4), TEN, ZoneId.of("UTC"));
		Slot moved = slot(3, LocalDate.of(2027, 5, 9), null, ZoneId.of("UTC"));
		String uid = event("client", slot).uid();
		assertThat(event("client", moved).uid()).isEqualTo(uid).matches("[0-9a-f]{32}@backwise");
		assertThat(List.of(uid, event("practice", slot).uid(),
				event("client", slot(4, slot.day(), TEN, ZoneId.of("UTC"))).uid()))
			.doesNotHaveDuplicates();
		assertThat(uid).doesNotContain(slot.caseId().toString().substring(0, 8));
	}

	@Test
	void aPracticeWithoutAnAddressPublishesAllTheSame() {
		Slot slot = slot(1, LocalDate.of(2027, 3, 4), TEN, ZoneId.of("UTC"));
		String text = CalendarFile.text("Larkfield", new CalendarFile.Publisher("Larkfield", ""),
				List.of(event("client", slot)));
		assertThat(Ical.of(text).events().get(0).says("ORGANIZER")).isEqualTo("invalid:nomail");
	}

	@Test
	void anEmptyFileIsStillACalendar() {
		String text = CalendarFile.text("Larkfield", new CalendarFile.Publisher("Larkfield", ""), List.of());
		assertThat(text).contains("BEGIN:VCALENDAR", "METHOD:PUBLISH", "END:VCALENDAR").doesNotContain("VEVENT");
		assertThat(Ical.of(text).events()).isEmpty();
	}

	@Test
	void asksNobodyForTimeZones() {
		var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.backwise");
		assertThat(classes.stream().flatMap((type) -> type.getMethodCallsFromSelf().stream())).isNotEmpty()
			.noneMatch((call) -> call.getTargetOwner().getName().equals("biweekly.io.TimezoneAssignment"));
	}

	private static Instant instant(Temporal read) {
		return (read instanceof Instant moment) ? moment
				: (read instanceof ZonedDateTime zoned) ? zoned.toInstant() : OffsetDateTime.from(read).toInstant();
	}

	private static ZonedDateTime start(Ical.Event event) {
		DtStart<?> start = event.read().<DtStart<?>>getProperty("DTSTART").orElseThrow();
		return instant(start.getDate()).atZone(ZoneId.of("UTC"));
	}

	private static String text(Slot... slots) {
		return CalendarFile.text("Larkfield, Massage",
				new CalendarFile.Publisher("Larkfield, Massage", "hello@example.org"),
				Stream.of(slots).map((slot) -> event("client", slot)).toList());
	}

	private static CalendarFile.Event event(String audience, Slot slot) {
		return new CalendarFile.Event(audience, new Handed(slot, 7, CHANGED),
				"Massage, 45 min at Larkfield; “Größe” 📅", "2 High Street\nLarkfield, ME20 6XY",
				"Call 01632 960 123.");
	}

	private static Slot slot(int number, LocalDate day, LocalTime time, ZoneId zone) {
		return new Slot(UUID.fromString("7d7a8a3e-4a8b-4b0e-9f9d-0d2f6c2b1a11"), number, "K7M2PQ4X", day,
				Slot.moment(day, time, zone), 45, (time != null) ? Slot.Status.CONFIRMED : Slot.Status.TENTATIVE, null,
				null);
	}

}
