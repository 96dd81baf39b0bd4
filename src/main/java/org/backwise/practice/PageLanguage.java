package org.backwise.practice;

import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * In which language a page is made: the one of the practice's languages that the browser
 * likes best, and the first of them when it likes none. A language comes with its words,
 * so these are the ones of the start.
 */
@Configuration(proxyBeanMethods = false)
class PageLanguage {

	/** In place of Spring Boot's own, from the same settings. */
	@Bean
	MessageSource messageSource(@Value("${spring.messages.basename}") String[] names) {
		Words.Files words = new Words.Files();
		words.setBasenames(names);
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return words;
	}

	@Bean
	LocaleResolver localeResolver(PracticeNow now) {
		Practice practice = now.now();
		practice.languages().forEach(PageLanguage::hasWords);
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		resolver.setSupportedLocales(practice.languages());
		resolver.setDefaultLocale(practice.language());
		return resolver;
	}

	/** Words in one language under the name of another would be read out wrongly. */
	private static void hasWords(Locale language) {
		boolean written = language.getLanguage().equals("en") || PageLanguage.class
			.getResource("/messages-practice_" + language.getLanguage() + ".properties") != null;
		if (!written) {
			throw new IllegalArgumentException("backwise.practice.languages names " + language.toLanguageTag()
					+ ", but there are no words in that language");
		}
	}

}
