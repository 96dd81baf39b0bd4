package org.backwise.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Classification;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as a calendar file (RFC 5545, RFC 7986). Each is an event of its own, its time
 * a moment in UTC, so that no file brings a time zone; one without a time takes its whole
 * day.
 */
final class CalendarFile {

	private static final String LOOK_AGAIN = "PT6H";

	/** What calendars write for somebody without an address. */
	private static final String NO_ADDRESS = "invalid:nomail";

	private static final int UID_BYTES = 16;

	private CalendarFile() {
	}

	/**
	 * An event.
	 *
	 * @param audience who reads it
	 * @param handed the session
	 * @param summary its title
	 * @param place where it is, empty when nobody has said
	 * @param more what else there is to say, null for nothing
	 */
	record Event(String audience, Handed handed, String summary, String place, @Nullable String more) {

		/**
		 * The same for ever, wherever the session moves; tells of nobody, since the case
		 * is random and cannot be read back out of it.
		 */
		String uid() {
			Slot slot = this.handed.slot();
			String of = this.audience + " " + slot.caseId() + " " + slot.number();
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(digest, 0, UID_BYTES) + "@backwise";
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("Java without SHA-256", ex);
			}
		}

	}

	/**
	 * Who publishes, as the standard for published calendars (RFC 5546) asks.
	 *
	 * @param name what the practice is called
	 * @param email its address, empty when it has none
	 */
	record Publisher(String name, String email) {

		private Organizer organizer() {
			Organizer organizer = new Organizer(this.name, this.email.isBlank() ? null : this.email);
			if (this.email.isBlank()) {
				organizer.setUri(NO_ADDRESS);
			}
			return organizer;
		}

	}

	/**
	 * Writes a file.
	 * @param name what the calendar is called
	 * @param by who publishes it
	 * @param events its events
	 * @return the text, the same for the same events
	 */
	static String text(String name, Publisher by, List<Event> events) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Backwise//Sessions//EN");
		calendar.setMethod("PUBLISH");
		calendar.setName(name);
		calendar.addExperimentalProperty("X-WR-CALNAME", escaped(name));
		calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, LOOK_AGAIN);
		calendar.addExperimentalProperty("X-PUBLISHED-TTL", LOOK_AGAIN);
		events.forEach((event) -> calendar.addEvent(event(event, by)));
		if (events.isEmpty()) {
			calendar.addComponent(something());
		}
		return Biweekly.write(calendar).go();
	}

	/** What the library does not know it leaves to us to escape. */
	private static String escaped(String text) {
		return text.replaceAll("\\R", " ").replaceAll("[\\\\,;]", "\\\\$0");
	}

	/** No calendar may be without any component; this one shows nowhere. */
	private static VTimezone something() {
		VTimezone utc = new VTimezone("Etc/UTC");
		StandardTime always = new StandardTime();
		always.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
		always.setTimezoneOffsetFrom(new UtcOffset(true, 0, 0));
		always.setTimezoneOffsetTo(new UtcOffset(true, 0, 0));
		utc.addStandardTime(always);
		return utc;
	}

	private static VEvent event(Event event, Publisher by) {
		Slot slot = event.handed().slot();
		VEvent written = new VEvent();
		Date changed = Date.from(event.handed().changedAt());
		written.setUid(event.uid());
		written.setSequence(event.handed().sequence());
		written.setDateTimeStamp(changed);
		written.setLastModified(changed);
		written.setStatus(switch (slot.status()) {
			case TENTATIVE -> Status.tentative();
			case CONFIRMED -> Status.confirmed();
			case CANCELLED -> Status.cancelled();
		});
		Instant start = slot.start();
		if (start != null) {
			written.setDateStart(Date.from(start), true);
			written.setDateEnd(Date.from(start.plusSeconds(slot.minutes() * 60L)), true);
		}
		else {
			written.setDateStart(day(slot.day()), false);
			written.setDateEnd(day(slot.day().plusDays(1)), false);
		}
		written.setTransparency(start == null || slot.isCancelled());
		written.setOrganizer(by.organizer());
		written.setClassification(Classification.PRIVATE);
		written.setSummary(event.summary());
		if (!event.place().isBlank()) {
			written.setLocation(event.place());
		}
		if (event.more() != null) {
			written.setDescription(event.more());
		}
		return written;
	}

	private static ICalDate day(LocalDate day) {
		return new ICalDate(
				new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
	}

}
