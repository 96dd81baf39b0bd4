package org.backwise.practice;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The practice and the services it sends people to, as they are at one moment;
 * {@link PracticeNow} has the ones of now. 112, 911, 000 and other names are settings,
 * never part of a text. Empty is what nobody has set.
 *
 * @param country the code of its country, which brings the services
 * @param name name of the practice
 * @param address where it is, may be of several lines
 * @param phone its telephone number
 * @param email its address for questions
 * @param zone its time zone
 * @param language its language and country, when it has one only
 * @param languages its languages with their countries, the first of them the usual one
 * @param emergencyNumber number for emergencies
 * @param emergencyDepartment what people call the hospital's emergency department, as it
 * stands after "go to"
 * @param urgentService service that helps the same day
 * @param urgentNumber its number, empty where a country has none
 * @param doctor what people call their family doctor, without an article
 * @param maternityService whom a pregnant person calls, as it stands after "call"
 * @param maternityNumber its number, empty where each client has another
 * @param crisisService service for people whose life feels too much
 * @param crisisLine how to reach it
 * @param textRelay how somebody who cannot hear or speak on the phone calls for help, a
 * sentence
 * @param signLanguage how somebody calls for help in sign language, a sentence
 * @param interpreter how to get an interpreter, a sentence
 * @param colour its colour, as {@code #rrggbb}
 * @param logo names its logo
 */
public record Practice(@DefaultValue("") String country, @DefaultValue("") String name,
		@DefaultValue("") String address, @DefaultValue("") String phone, @DefaultValue("") String email,
		@DefaultValue("Europe/London") ZoneId zone, @DefaultValue("en-GB") Locale language,
		@DefaultValue List<Locale> languages, @DefaultValue("") String emergencyNumber,
		@DefaultValue("the nearest emergency department") String emergencyDepartment,
		@DefaultValue("an out-of-hours doctor") String urgentService, @DefaultValue("") String urgentNumber,
		@DefaultValue("doctor") String doctor, @DefaultValue("your maternity unit") String maternityService,
		@DefaultValue("") String maternityNumber, @DefaultValue("a crisis line") String crisisService,
		@DefaultValue("") String crisisLine, @DefaultValue("") String textRelay, @DefaultValue("") String signLanguage,
		@DefaultValue("") String interpreter, @DefaultValue("") String colour, @DefaultValue("") String logo) {

	private static final int LONGEST_NAME = 100;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

	/** "call {urgent-service} on {urgent-number}", in any language with such a word. */
	private static final Pattern URGENT_ON = Pattern.compile("(\\{urgent-service})\\s+\\S+\\s+\\{urgent-number}");

	private static final Pattern CRISIS_ON = Pattern.compile("(\\{crisis-service})\\s+\\S+\\s+\\{crisis-line}");

	private static final Pattern NO_DIGIT = Pattern.compile("[^0-9+]");

	public Practice {
		if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
			throw new IllegalArgumentException("backwise.practice.name: at most " + LONGEST_NAME + " characters");
		}
		languages = languages.isEmpty() ? List.of(language) : List.copyOf(languages);
		language = languages.get(0);
	}

	/**
	 * Whether clients may be asked anything: they can be told who asks and whom to call.
	 * @return false before somebody said so
	 */
	public boolean isSetUp() {
		return !this.name.isBlank() && !this.emergencyNumber.isBlank();
	}

	/**
	 * The number for emergencies as a telephone takes it.
	 * @return its digits
	 */
	public String emergencyCall() {
		return NO_DIGIT.matcher(this.emergencyNumber).replaceAll("");
	}

	/**
	 * The number for help the same day as a telephone takes it.
	 * @return its digits, none where there is no such number
	 */
	public String urgentCall() {
		return NO_DIGIT.matcher(this.urgentNumber).replaceAll("");
	}

	/**
	 * Whom to call for help the same day: a number, or what the service is called where
	 * the practice knows none.
	 * @return as it stands after "call"
	 */
	public String urgentHelp() {
		return or(this.urgentNumber, this.urgentService);
	}

	/**
	 * Puts the names and numbers of the practice into a text of the knowledge base. A
	 * service without a number of its own stands alone.
	 * @param text a text with placeholders such as {@code {emergency-number}}
	 * @return the text as a client reads it
	 * @throws IllegalArgumentException when a placeholder is not known
	 */
	public String fill(String text) {
		Map<String, String> words = words();
		String shorter = this.urgentNumber.isBlank() ? URGENT_ON.matcher(text).replaceAll("$1") : text;
		shorter = this.crisisLine.isBlank() ? CRISIS_ON.matcher(shorter).replaceAll("$1") : shorter;
		return PLACEHOLDER.matcher(shorter).replaceAll((match) -> {
			String word = words.get(match.group(1));
			if (word == null) {
				throw new IllegalArgumentException("There is no placeholder {" + match.group(1) + "}");
			}
			return Matcher.quoteReplacement(word);
		});
	}

	private Map<String, String> words() {
		return Map.ofEntries(Map.entry("emergency-number", or(this.emergencyNumber, "your local emergency number")),
				Map.entry("emergency-department", this.emergencyDepartment),
				Map.entry("urgent-service", this.urgentService), Map.entry("urgent-number", urgentHelp()),
				Map.entry("doctor", this.doctor), Map.entry("maternity-service", this.maternityService),
				Map.entry("practice", or(this.name, "the practice")),
				Map.entry("practice-phone", or(this.phone, "its usual number")),
				Map.entry("crisis-service", this.crisisService),
				Map.entry("crisis-line", or(this.crisisLine, this.crisisService)));
	}

	private static String or(String said, String otherwise) {
		return said.isBlank() ? otherwise : said;
	}

}
