package org.backwise.followup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.backwise.followup.CareCases.CareCase;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.FollowUp;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule of a check-in holds for somebody, and just not for somebody else. */
class CareCaseTests {

	private static final Path DECIDED = Path.of("src/test/resources/follow-up/decided.txt");

	/** What happens when no rule holds. */
	private static final String NOTHING_ELSE = "FG-01";

	@ParameterizedTest
	@MethodSource("ofRules")
	void holdsForThePersonAndNotForTheNearMisses(CareCase person) {
		CheckInDecision decided = person.decide(CareCourse.RULES);
		is(person, decided);
		assertThat(CareCase.fired(decided)).as("%s", person).isEqualTo(person.fires());
		assertThat(person.nearMisses()).isNotEmpty();
		for (CareCase miss : person.nearMisses()) {
			CheckInDecision other = miss.decide(CareCourse.RULES);
			is(miss, other);
			if (!NOTHING_ELSE.equals(person.id())) {
				assertThat(CareCase.fired(other)).as("%s", miss).doesNotContain(person.id());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("people")
	void everybodyGetsWhatTheirStorySays(CareCase person) {
		CheckInDecision decided = person.decide(CareCourse.RULES);
		is(person, decided);
		assertThat(CareCase.fired(decided)).as("%s", person).isEqualTo(person.fires());
		person.nearMisses().forEach((miss) -> is(miss, miss.decide(CareCourse.RULES)));
	}

	private static void is(CareCase person, CheckInDecision decided) {
		assertThat(decided.outcome()).as("%s by %s", person, decided.rules()).hasToString(person.outcome());
		assertThat(decided.to()).as("%s", person).isEqualTo(person.to());
		if (person.leavesOut() != null) {
			Set<String> out = decided.cautions()
				.stream()
				.flatMap((caution) -> caution.excludes().stream())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(out).as("%s", person).containsExactlyElementsOf(person.leavesOut());
			assertThat(Objects.requireNonNull(decided.technique()).excluded().keySet()).containsAll(out);
		}
	}

	@Test
	void everyRuleHasAPersonAndANearMiss() {
		FollowUp followUp = Objects.requireNonNull(CareCourse.TRIAGE.knowledge().followUp());
		Set<String> rules = Stream
			.of(followUp.rules().stream().map(CareRules.Rule::id),
					followUp.cautions().stream().map(CareRules.Caution::id), Stream.of(NOTHING_ELSE))
			.flatMap((ids) -> ids)
			.collect(Collectors.toSet());
		assertThat(CareCases.ofRules().stream().map(CareCase::id)).containsAll(rules);
	}

	@Test
	void theStoriesHaveNamesOfTheirOwn() {
		assertThat(CareCases.people()).hasSizeGreaterThanOrEqualTo(16).extracting(CareCase::id).doesNotHaveDuplicates();
	}

	/**
	 * What is asked, measured and limited as well. Refresh with
	 * {@code mvn test -Dtest=CareCaseTests -Dbackwise.docs=write}, and read what has
	 * changed.
	 */
	@Test
	void everythingIsDecidedAsWritten() throws IOException {
		String decided = CareCases.all()
			.stream()
			.map((person) -> person + "\n  " + CareCase.opinion(person.decide(CareCourse.RULES)) + "\n")
			.collect(Collectors.joining());
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(DECIDED, decided);
		}
		assertThat(decided).isEqualTo(Files.readString(DECIDED));
	}

	static List<CareCase> ofRules() {
		return CareCases.ofRules();
	}

	static List<CareCase> people() {
		return CareCases.people();
	}

}
