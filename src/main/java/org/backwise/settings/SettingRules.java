package org.backwise.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import org.backwise.practice.Countries;
import org.backwise.practice.FormText;

/** What may be typed for each setting. */
final class SettingRules {

	/** A country that is not in the list; its services are typed by hand. */
	static final String OTHER_COUNTRY = "other";

	/** What a telephone takes, as people write it. */
	private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]{1,28}");

	/** Somebody at some place. */
	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;]{2,}");

	private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");

	private static final int LONGEST = 100;

	/** A sentence or two on a notice. */
	private static final int LONGEST_LINE = 200;

	private static final int LONGEST_ADDRESS = 300;

	private final Countries countries;

	SettingRules(Countries countries) {
		this.countries = countries;
	}

	/**
	 * How many of what a period may be.
	 *
	 * @param least the fewest
	 * @param most the most
	 * @param unit y for years, d for days, nothing for an age
	 */
	record Bounds(int least, int most, String unit) {
	}

	static Optional<Bounds> bounds(Setting setting) {
		return switch (setting) {
			case REFERRALS, PLANS -> Optional.of(new Bounds(1, 30, "y"));
			case WITHDRAWN -> Optional.of(new Bounds(7, 365, "d"));
			case DRAFTS -> Optional.of(new Bounds(1, 30, "d"));
			case REVIEW_DAYS -> Optional.of(new Bounds(1, 14, ""));
			case MINORS_UNTIL -> Optional.of(new Bounds(18, 30, ""));
			case DEVICE_MINUTES -> Optional.of(new Bounds(2, 60, ""));
			default -> Optional.empty();
		};
	}

	/** Whether it can be set so. Empty is mostly fine: it goes without saying then. */
	boolean allows(Setting setting, String value) {
		return switch (setting) {
			case COUNTRY -> value.equals(OTHER_COUNTRY) || this.countries.find(value).isPresent();
			case NAME -> new FormText(value).isName() && !isLong(value, LONGEST);
			case EMERGENCY_NUMBER, URGENT_NUMBER, MATERNITY_NUMBER, CRISIS_LINE, PHONE ->
				value.isEmpty() || NUMBER.matcher(value).matches();
			case EMAIL -> value.isEmpty() || (EMAIL.matcher(value).matches() && !isLong(value, LONGEST));
			case ADDRESS -> !isLong(value, LONGEST_ADDRESS);
			case COLOUR -> value.isEmpty()
					|| Colour.of(value).filter((colour) -> colour.isReadableOn(Colour.LIGHT_GROUNDS)).isPresent();
			case REVIEW_DAYS -> value.isEmpty() || isWithin(setting, value);
			case REFERRALS, PLANS, WITHDRAWN, DRAFTS, MINORS_UNTIL, DEVICE_MINUTES -> isWithin(setting, value);
			case REVIEWED_ON -> value.isEmpty() || isDay(value);
			case TEXT_RELAY, SIGN_LANGUAGE, INTERPRETER -> !isLong(value, LONGEST_LINE);
			default -> !isLong(value, LONGEST);
		};
	}

	private static boolean isDay(String value) {
		try {
			LocalDate.parse(value);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isLong(String value, int most) {
		return new FormText(value).isLongerThan(most);
	}

	private static boolean isWithin(Setting setting, String value) {
		Bounds bounds = bounds(setting).orElseThrow();
		return WHOLE.matcher(value).matches() && Integer.parseInt(value) >= bounds.least()
				&& Integer.parseInt(value) <= bounds.most();
	}

}
