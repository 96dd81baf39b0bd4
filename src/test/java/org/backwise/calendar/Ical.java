package org.backwise.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads calendar files with another library than the one that wrote them. */
public record Ical(Calendar calendar) {

	static {
		// Its zones lie beside it, and it asks nobody for newer ones.
		System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
		System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
	}

	/**
	 * Reads a file that is in order.
	 * @param text the file
	 * @return what it says
	 */
	public static Ical of(String text) {
		try {
			Calendar calendar = new CalendarBuilder().build(new StringReader(text));
			ValidationResult found = calendar.validate(true);
			assertThat(found.getEntries()).isEmpty();
			for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
				assertThat(event.validate(true).getEntries()).isEmpty();
			}
			return new Ical(calendar);
		}
		catch (IOException | ParserException ex) {
			throw new AssertionError(text, ex);
		}
	}

	/**
	 * Its events.
	 * @return each in the order of the file
	 */
	public List<Event> events() {
		return this.calendar.<VEvent>getComponents("VEVENT").stream().map(Event::new).toList();
	}

	/**
	 * Its events by id.
	 * @return each under its id
	 */
	public Map<String, Event> byUid() {
		return events().stream().collect(Collectors.toMap((event) -> event.says("UID"), Function.identity()));
	}

	/** A property of the calendar. */
	public String says(String name) {
		return this.calendar.getProperty(name).map(Property::getValue).orElse("");
	}

	/** One event. */
	public record Event(VEvent read) {

		public String says(String name) {
			return this.read.getProperty(name).map(Property::getValue).orElse("");
		}

		public int sequence() {
			return Integer.parseInt(says("SEQUENCE"));
		}

	}

}
