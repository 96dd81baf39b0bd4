package org.backwise.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which languages a practice speaks, and which of them a page gets. */
class PageLanguageTests {

	@Test
	void areSetAsAListOrAsOne() {
		assertThat(practice(Map.of()).languages()).containsExactly(Locale.UK);
		assertThat(practice(Map.of("backwise.practice.language", "en-IE")).languages())
			.containsExactly(Locale.forLanguageTag("en-IE"));
		Practice two = practice(
				Map.of("backwise.practice.language", "en-IE", "backwise.practice.languages", "en-US,en-GB"));
		assertThat(two.languages()).containsExactly(Locale.US, Locale.UK);
		assertThat(two.language()).isEqualTo(Locale.US);
	}

	@ParameterizedTest
	@CsvSource({ "en-GB,en-GB", "en-US,en-US", "de,en-US", "ar-EG,en-US", "'de,en-GB;q=0.5',en-GB" })
	void aPageGetsTheOneThatTheBrowserLikesBest(String preferred, String language) {
		Practice two = practice(Map.of("backwise.practice.languages", "en-US,en-GB"));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setPreferredLocales(Locale.LanguageRange.parse(preferred)
			.stream()
			.map((one) -> Locale.forLanguageTag(one.getRange()))
			.toList());

		assertThat(new PageLanguage().localeResolver(() -> two).resolveLocale(request).toLanguageTag())
			.isEqualTo(language);
	}

	@Test
	void refuseToStartWithoutWords() {
		Practice german = practice(Map.of("backwise.practice.languages", "en-GB,de-AT"));
		assertThatIllegalArgumentException().isThrownBy(() -> new PageLanguage().localeResolver(() -> german))
			.withMessageContaining("de-AT");
	}

	@Test
	void neverComeFromTheComputer() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("hello", Locale.UK, "Hello");
		Words words = new Words(messages, () -> practice(Map.of()));
		for (Locale here : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG"))) {
			LocaleContextHolder.setLocale(here);
			assertThat(words.of("hello")).isEqualTo("Hello");
			assertThat(words.direction()).isEqualTo("ltr");
		}
		LocaleContextHolder.resetLocaleContext();
	}

	private static Practice practice(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("backwise.practice",
				Practice.class);
	}

}
