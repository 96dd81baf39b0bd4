package org.backwise.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices.Notice;
import org.backwise.practice.Country.Seen;

import static org.assertj.core.api.Assertions.assertThat;

/** Each country brings numbers that can be called, and says where they were read. */
class CountriesTests {

	private static final Countries COUNTRIES = new Countries();

	private static final List<String> WORDS = List.of("emergency-number", "emergency-department", "urgent-service",
			"urgent-number", "doctor", "maternity-service", "crisis-service", "crisis-line");

	/** A country has them where a page was read that says so. */
	private static final List<String> LINES = List.of("text-relay", "sign-language", "interpreter");

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	@Test
	void areTheTenOfTheIssue() {
		assertThat(COUNTRIES.all()).extracting(Country::code)
			.containsExactly("GB", "IE", "US", "CA", "AU", "NZ", "ES", "PT", "BR", "DE");
		assertThat(COUNTRIES.checked()).isAfter("2026-11-01");
	}

	/** As somebody who lives there would know it; not read from the file. */
	@ParameterizedTest
	@CsvSource({ "GB,999", "IE,112", "US,911", "CA,911", "AU,000", "NZ,111", "ES,112", "PT,112", "BR,192", "DE,112" })
	void callTheRightNumber(String code, String number) {
		assertThat(practice(country(code)).emergencyCall()).isEqualTo(number);
	}

	static Stream<Country> all() {
		return COUNTRIES.all().stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void haveEveryWordWithItsSource(Country country) {
		assertThat(country.words()).containsKeys(WORDS.toArray(String[]::new));
		assertThat(country.words()).allSatisfy((word, value) -> {
			if (!word.equals("urgent-number")) {
				assertThat(value).as(word).isNotBlank();
			}
			if ((word.endsWith("-number") || word.endsWith("-line")) && !value.isEmpty()) {
				assertThat(value).as(word).matches("[0-9][0-9 ]{1,14}");
			}
		});
		assertThat(country.words().keySet()).allMatch((word) -> WORDS.contains(word) || LINES.contains(word));
		LINES.stream()
			.filter(country.words()::containsKey)
			.forEach((line) -> assertThat(country.words().get(line)).as(line).hasSizeBetween(20, 200).endsWith("."));
		country.words()
			.keySet()
			.stream()
			.filter((word) -> !word.equals("doctor") && !country.words().get(word).isEmpty())
			.forEach((word) -> assertThat(country.sourceOf(word)).as(word).isNotNull());
		assertThat(country.sources()).allSatisfy((source) -> {
			assertThat(source.words()).isNotEmpty().isSubsetOf(country.words().keySet());
			assertThat(source.page() != null).isEqualTo(source.seen() != Seen.KNOWLEDGE);
		});
		assertThat(country.zones()).isNotEmpty();
	}

	/** "or call today" would leave somebody without help. */
	@ParameterizedTest
	@MethodSource("all")
	void leaveNoGapInAnyNotice(Country country) {
		Practice there = practice(country);
		for (Level level : List.of(Level.EMERGENCY, Level.URGENT, Level.SEE_DOCTOR, Level.WAIT)) {
			Notice notice = BASE.notice(level);
			Stream.of(Stream.of(notice.heading(), notice.worse(), notice.say()), notice.steps().stream())
				.flatMap((texts) -> texts)
				.map(there::fill)
				.forEach((text) -> assertThat(text).doesNotContain("{", "  ", " .", " ,", " on ."));
		}
		if (there.urgentNumber().isEmpty()) {
			assertThat(there.fill("call {urgent-service} on {urgent-number}."))
				.isEqualTo("call " + there.urgentService() + ".");
			assertThat(there.urgentHelp()).isEqualTo(there.urgentService());
		}
	}

	@Test
	void nobodyIsToldANumberBeforeACountryIsChosen() {
		Practice unset = UnsetPractice.of(Map.of());
		assertThat(unset.isSetUp()).isFalse();
		assertThat(unset.toString()).doesNotContainPattern("\\b(999|111|112|911)\\b");
		assertThat(unset.fill("Call {emergency-number}, {practice}"))
			.isEqualTo("Call your local emergency number, the practice");
	}

	private static Country country(String code) {
		return COUNTRIES.find(code).orElseThrow();
	}

	private static Practice practice(Country country) {
		Map<String, String> settings = new java.util.HashMap<>();
		country.words().forEach((word, value) -> {
			if (!value.isEmpty()) {
				settings.put("backwise.practice." + word, value);
			}
		});
		return UnsetPractice.of(settings);
	}

}
