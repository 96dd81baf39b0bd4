package org.backwise.hours;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.practice.Refused;

/**
 * The opening hours of a day as people write them: {@code 09:00–13:00, 14:00–18:00}, also
 * {@code 9-1pm} or {@code 9.30 to 5pm}.
 */
final class StretchText {

	/** The most stretches a day can have. */
	static final int MOST = 6;

	private static final String TIME = "(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?";

	private static final Pattern STRETCH = Pattern.compile(TIME + "\\s*(?:-|–|—|to|until)\\s*" + TIME);

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");

	private StretchText() {
	}

	/** The same in one form. */
	static String of(List<Open> stretches) {
		return stretches.stream()
			.map((open) -> WRITTEN.format(open.from()) + "–" + WRITTEN.format(open.until()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Reads what was typed.
	 * @return the stretches in order, none for a blank
	 * @throws Refused when it makes no sense, and why
	 */
	static List<Open> read(String typed) {
		if (typed.isBlank()) {
			return List.of();
		}
		List<Open> stretches = new ArrayList<>();
		for (String part : typed.toLowerCase(Locale.ROOT).split("[,;]|\\band\\b")) {
			Matcher found = STRETCH.matcher(part.strip());
			if (!found.matches()) {
				throw new Refused("hours.week.unclear");
			}
			Open open = new Open(time(found, 1), time(found, 4));
			if (!open.until().isAfter(open.from())) {
				throw new Refused("hours.week.backwards", WRITTEN.format(open.from()), WRITTEN.format(open.until()));
			}
			stretches.add(open);
		}
		stretches.sort(Comparator.comparing(Open::from));
		for (int i = 1; i < stretches.size(); i++) {
			if (stretches.get(i).from().isBefore(stretches.get(i - 1).until())) {
				throw new Refused("hours.week.overlap");
			}
		}
		if (stretches.size() > MOST) {
			throw new Refused("hours.week.many", MOST);
		}
		return List.copyOf(stretches);
	}

	private static LocalTime time(Matcher found, int group) {
		int hour = Integer.parseInt(found.group(group));
		int minute = (found.group(group + 1) != null) ? Integer.parseInt(found.group(group + 1)) : 0;
		String half = found.group(group + 2);
		if (half != null && (hour < 1 || hour > 12)) {
			throw new Refused("hours.week.unclear");
		}
		if (half != null) {
			hour = hour % 12 + (half.equals("pm") ? 12 : 0);
		}
		try {
			return LocalTime.of(hour, minute);
		}
		catch (DateTimeException ex) {
			throw new Refused("hours.week.unclear");
		}
	}

}
