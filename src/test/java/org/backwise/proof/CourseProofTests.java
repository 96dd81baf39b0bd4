package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.backwise.followup.CourseSpace;
import org.backwise.followup.CourseSpace.Deed;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every course of care that can be, state by state, and what notices a broken counter.
 */
class CourseProofTests {

	private static final Path KEPT = Path.of("src/main/resources/proof/courses.yaml");

	/** Refresh with {@code mvn test -Dtest=CourseProofTests -Dbackwise.docs=write}. */
	@Test
	void everyPromiseHoldsInEveryStateOfEveryCourse() throws IOException {
		long begin = System.nanoTime();
		CourseSpace space = new CourseSpace(Sheets.BUILT_IN, CourseClaim.MOST_WEEKLY);
		assertThat(space.unread()).isNull();
		Courses courses = new Courses(space, EnumSet.allOf(Deed.class));
		assertThat(courses.broken(CourseClaim.all())).isEmpty();
		assertThat(courses.held()).isEmpty();
		long seconds = (System.nanoTime() - begin) / 1_000_000_000;
		System.out.println(
				"Courses of care: " + courses.reached() + " states, " + courses.steps() + " steps, " + seconds + " s");
		List<String> proved = new ArrayList<>(CourseClaim.all().stream().map(CourseClaim::id).toList());
		proved.add("C-well");
		CourseNumbers kept = CourseNumbers.of(Sheets.BUILT_IN.sha256()).orElse(null);
		CourseNumbers found = new CourseNumbers(Sheets.BUILT_IN.sha256(), courses.reached(), courses.steps(),
				(kept != null) ? kept.seconds() : 0, proved);
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(KEPT, "# Every course of care, gone through; written by CourseProofTests.\n"
					+ BuiltInFile.YAML.writeValueAsString(
							new CourseNumbers(found.sha256(), found.states(), found.steps(), seconds, found.proved())));
		}
		else {
			assertThat(kept).as(KEPT + " is stale: run mvn test -Dtest=CourseProofTests -Dbackwise.docs=write")
				.isEqualTo(found);
		}
	}

	@ParameterizedTest
	@CsvSource({ "FR-02,C-worse", "FR-04,C-step-back", "FS-03,C-finding" })
	void noticesARuleThatIsMissing(String rule, String claim) {
		assertThat(broken(without(rule), claim)).containsKey(claim);
	}

	@ParameterizedTest
	@CsvSource({ "FR-03,weekly-kept,11,C-ten", "FR-04,step-backs,3,C-step-back", "FD-01,weekly-kept,3,C-settled",
			"FD-02,fortnightly-kept,2,C-settled", "FD-02,settled-before,0,C-settled",
			"FF-01,settled-before,0,C-settled" })
	void noticesAThresholdThatIsMoved(String rule, String fact, int least, String claim) {
		assertThat(broken(with(rule, (when) -> moved(when, fact, least)), claim)).containsKey(claim);
	}

	@Test
	void noticesThatNothingLeadsToAGoodEnd() {
		KnowledgeBase endless = FollowUpMutants.with(Sheets.BUILT_IN,
				rules().stream().filter((rule) -> !Set.of("FF-01", "FF-02").contains(rule.id())).toList());
		Courses courses = new Courses(new CourseSpace(endless, CourseClaim.MOST_WEEKLY), EnumSet.of(Deed.CHECK_IN));
		courses.broken(List.of());
		assertThat(courses.held()).get().extracting(Failure::words).asString().contains("held for ever");
	}

	@Test
	void tellsTheStoryOfWhoIsTreatedForTooLong() {
		Failure failure = Objects.requireNonNull(broken(without("FR-03"), "C-ten").get("C-ten"));
		List<String> story = failure.examples().get(0).lines();
		assertThat(story).filteredOn((line) -> line.endsWith("a weekly session")).hasSize(11);
		assertThat(story.get(0)).startsWith("1. check-in (");
		assertThat(story).noneMatch((line) -> line.contains("end-and-refer"));
		assertThat(Promises.kept().care().claim("C-ten").brokenBy(failure).inWords()).contains("NOT TRUE",
				"11. check-in (", "a weekly session");
	}

	@Test
	void saysWhatItDoesNotGoThrough() {
		KnowledgeBase own = with("FH-08",
				(when) -> new Condition.AnyOf(List.of(when, new Condition.Within("stress", 9, 10))));
		assertThat(new CourseSpace(own, CourseClaim.MOST_WEEKLY).unread()).isEqualTo("stress");
	}

	/** Looks until the claim is broken. */
	private static Map<String, Failure> broken(KnowledgeBase base, String claim) {
		return new Courses(new CourseSpace(base, CourseClaim.MOST_WEEKLY),
				EnumSet.of(Deed.CHECK_IN, Deed.SESSION, Deed.STEP_BACK))
			.broken(CourseClaim.all().stream().filter((one) -> one.id().equals(claim)).toList());
	}

	private static KnowledgeBase without(String id) {
		return FollowUpMutants.with(Sheets.BUILT_IN, rules().stream().filter((rule) -> !rule.id().equals(id)).toList());
	}

	private static KnowledgeBase with(String id, UnaryOperator<Condition> change) {
		return FollowUpMutants.with(Sheets.BUILT_IN,
				rules().stream()
					.map((rule) -> rule.id().equals(id)
							? FollowUpMutants.when(rule, change.apply(Objects.requireNonNull(rule.when()))) : rule)
					.toList());
	}

	private static List<CareRules.Rule> rules() {
		return Objects.requireNonNull(Sheets.BUILT_IN.followUp()).rules();
	}

	private static Condition moved(Condition when, String fact, int least) {
		if (when instanceof Condition.AllOf all) {
			return new Condition.AllOf(all.parts().stream().map((part) -> moved(part, fact, least)).toList());
		}
		if (when instanceof Condition.AnyOf any) {
			return new Condition.AnyOf(any.parts().stream().map((part) -> moved(part, fact, least)).toList());
		}
		return (when instanceof Condition.Within within && within.question().equals(fact))
				? new Condition.Within(fact, least, within.to()) : when;
	}

}
