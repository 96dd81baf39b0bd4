package org.backwise.practice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import org.springframework.stereotype.Component;

/**
 * Reads telephone numbers as people type them in the practice's country, and shows them
 * as they are dialled there. A number has to have a length that its country knows; that
 * somebody answers is not asked, and a new range of numbers locks nobody out.
 */
@Component
public class Phones {

	/** The longest that is kept of what was typed. */
	private static final int LONGEST = 100;

	/** Letters only before an extension; the library would dial FLOWERS. */
	private static final Pattern NUMBER = Pattern
		.compile("[+\\p{Nd}(][\\p{Nd}\\s\\p{Pd}()./\\u00A0\\u2060]*(\\s*(;?ext\\.?|x|#)\\s*\\p{Nd}{1,7})?");

	private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

	private final PracticeNow practice;

	Phones(PracticeNow practice) {
		this.practice = practice;
	}

	/**
	 * What was typed, as a number.
	 * @param typed what was typed, cleaned
	 * @return empty when it is none
	 */
	public Optional<Phone> read(String typed) {
		if (typed.length() > LONGEST || !NUMBER.matcher(typed).matches()) {
			return Optional.empty();
		}
		try {
			PhoneNumber number = this.library.parse(typed, region());
			if (this.library.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
				return Optional.empty();
			}
			return Optional.of(new Phone(this.library.format(number, PhoneNumberFormat.E164),
					saysNoMore(number, typed) ? null : typed));
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A number as people in the practice's country read it.
	 * @param phone the number
	 * @return as it is dialled at home, and with a plus from abroad
	 */
	public String shown(Phone phone) {
		try {
			PhoneNumber number = this.library.parse(phone.number(), null);
			boolean here = number.getCountryCode() == this.library.getCountryCodeForRegion(region());
			return this.library.format(number, here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return phone.number();
		}
	}

	/** Whether only blanks and the like differ from how the number is shown anyway. */
	private boolean saysNoMore(PhoneNumber number, String typed) {
		String digits = digits(typed);
		return !number.hasExtension()
				&& Stream.of(PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL)
					.map((format) -> digits(this.library.format(number, format)))
					.anyMatch(digits::equals);
	}

	private static String digits(String typed) {
		return typed.replaceAll("[^+\\p{Nd}]", "");
	}

	/** The practice's country, or that of its language where it has set none. */
	private String region() {
		Practice now = this.practice.now();
		Locale language = now.languages().isEmpty() ? now.language() : now.languages().get(0);
		String country = (now.country().length() == 2) ? now.country() : language.getCountry();
		return country.toUpperCase(Locale.ROOT);
	}

}
