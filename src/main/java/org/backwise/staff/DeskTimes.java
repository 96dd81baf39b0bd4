package org.backwise.staff;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.backwise.practice.Practice;

/** Moments as people at the desk read them. */
final class DeskTimes {

	private DeskTimes() {
	}

	static String words(Instant instant, Practice practice) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
			.withLocale(practice.language())
			.format(instant.atZone(practice.zone()));
	}

}
