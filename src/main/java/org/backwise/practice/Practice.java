package org.backwise.practice;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The practice and the services it sends people to. The defaults suit a practice in the
 * United Kingdom; 112, 911, 000 and other names are settings, never part of a text.
 *
 * @param name name of the practice, at most 100 characters
 * @param phone its telephone number, may be empty
 * @param email its address for questions, may be empty
 * @param zone its time zone
 * @param language its language and country, when it has one only
 * @param languages its languages with their countries, the first of them the usual one
 * @param emergencyNumber number for emergencies
 * @param emergencyDepartment what people call the hospital's emergency department, as it
 * stands after "go to"
 * @param urgentService service that helps the same day
 * @param urgentNumber its number
 * @param doctor what people call their family doctor, without an article
 * @param maternityService whom a pregnant person calls, as it stands after "call"
 * @param crisisService service for people whose life feels too much
 * @param crisisLine how to reach it
 */
@Validated
@ConfigurationProperties("backwise.practice")
public record Practice(@NotBlank @Size(max = 100) @DefaultValue("your massage practice") String name,
		@NotNull @DefaultValue("") String phone, @NotNull @DefaultValue("") String email,
		@NotNull @DefaultValue("Europe/London") ZoneId zone, @NotNull @DefaultValue("en-GB") Locale language,
		@NotNull @DefaultValue List<Locale> languages, @NotBlank @DefaultValue("999") String emergencyNumber,
		@NotBlank @DefaultValue("A&E") String emergencyDepartment,
		@NotBlank @DefaultValue("NHS 111") String urgentService, @NotBlank @DefaultValue("111") String urgentNumber,
		@NotBlank @DefaultValue("GP") String doctor,
		@NotBlank @DefaultValue("your maternity unit") String maternityService,
		@NotBlank @DefaultValue("NHS 111 (choose the mental health option)") String crisisService,
		@NotBlank @DefaultValue("111") String crisisLine) {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

	public Practice {
		languages = languages.isEmpty() ? List.of(language) : List.copyOf(languages);
		language = languages.get(0);
	}

	/**
	 * Puts the names and numbers of the practice into a text of the knowledge base.
	 * @param text a text with placeholders such as {@code {emergency-number}}
	 * @return the text as a client reads it
	 * @throws IllegalArgumentException when a placeholder is not known
	 */
	public String fill(String text) {
		Map<String, String> words = words();
		return PLACEHOLDER.matcher(text).replaceAll((match) -> {
			String word = words.get(match.group(1));
			if (word == null) {
				throw new IllegalArgumentException("There is no placeholder {" + match.group(1) + "}");
			}
			return Matcher.quoteReplacement(word);
		});
	}

	private Map<String, String> words() {
		return Map.ofEntries(Map.entry("emergency-number", this.emergencyNumber),
				Map.entry("emergency-department", this.emergencyDepartment),
				Map.entry("urgent-service", this.urgentService), Map.entry("urgent-number", this.urgentNumber),
				Map.entry("doctor", this.doctor), Map.entry("maternity-service", this.maternityService),
				Map.entry("practice", this.name),
				Map.entry("practice-phone", this.phone.isBlank() ? "its usual number" : this.phone),
				Map.entry("crisis-service", this.crisisService), Map.entry("crisis-line", this.crisisLine));
	}

}
