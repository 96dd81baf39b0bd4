package org.backwise.result;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.care.CarePlan;
import org.backwise.care.Session;
import org.backwise.cases.Round;
import org.backwise.cases.TestRounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.practice.Practice;
import org.backwise.triage.Assessment.TechniqueChoice;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients read of a plan and of a referral, without a browser. */
class ResultViewTests {

	private static final KnowledgeBase BASE = TestRounds.RULES.knowledge();

	private static final Practice PRACTICE = new Practice("Backs and Co", "", "", ZoneId.of("Europe/London"), Locale.UK,
			List.of(Locale.UK), "112", "A&E", "NHS 111", "111", "GP", "your maternity unit", "a crisis line", "113");

	@Test
	void aPlanShowsEveryTechniqueWithTheChosenOneFirst() {
		Round round = TestRounds.first(Map.of());
		TechniqueChoice choice = choice(round);
		PlanView view = PlanView.of(round, plan(choice.primary(), choice.primary(), 2), BASE, PRACTICE);
		assertThat(view.technique().id()).isEqualTo(choice.primary());
		assertThat(view.scores()).hasSameSizeAs(choice.scores().keySet());
		assertThat(view.scores().get(0).name()).isEqualTo(view.technique().name());
		assertThat(view.reasons()).isNotEmpty();
		assertThat(view.firstSession()).isNull();
		assertThat(view.checks()).isEmpty();
		assertThat(view.stop()).isNotEmpty();
		assertThat(view.worse()).isNotEmpty().noneMatch((line) -> line.contains("{"));
	}

	@Test
	void aPhaseHasTheDaysOfItsSessionsAndIsLeftOutWithoutAny() {
		Round round = TestRounds.first(Map.of());
		PlanView view = PlanView.of(round, plan("relaxation", "relaxation", 3), BASE, PRACTICE);
		assertThat(view.phases()).singleElement()
			.satisfies((phase) -> assertThat(phase.days()).containsExactly(TestRounds.MONDAY,
					TestRounds.MONDAY.plusWeeks(1), TestRounds.MONDAY.plusWeeks(2)));
	}

	@Test
	void anotherTechniqueInTheFirstSessionIsSaid() {
		PlanView view = PlanView.of(TestRounds.first(Map.of()), plan("deep-therapeutic", "relaxation", 2), BASE,
				PRACTICE);
		assertThat(view.firstSession()).contains(BASE.technique("relaxation").name());
	}

	@Test
	void aCautionAsksAndSaysWhyATechniqueIsLeftOut() {
		Round round = TestRounds.first(Map.of("skin-and-medicines", List.of("blood-thinners")));
		PlanView view = PlanView.of(round, plan("relaxation", "relaxation", 2), BASE, PRACTICE);
		assertThat(view.checks()).singleElement().satisfies((check) -> assertThat(check.question()).endsWith("?"));
		assertThat(view.scores()).filteredOn(PlanView.Score::out)
			.singleElement()
			.satisfies((score) -> assertThat(score.remark()).isNotBlank());
	}

	@Test
	void aNoticeNamesTheClientsOwnAnswersAndTheServicesOfThePractice() {
		Round round = TestRounds.first(Map.of("general-signs", List.of("fever")));
		NoticeView view = NoticeView.of(round, Level.URGENT, BASE, PRACTICE);
		assertThat(view.level()).isEqualTo(Level.URGENT);
		assertThat(view.reasons()).isNotEmpty().allSatisfy((reason) -> {
			assertThat(reason.because()).isNotBlank();
			assertThat(reason.answers()).isNotEmpty();
		});
		assertThat(view.reasons().get(0).answers().get(0).options()).containsExactly("fever");
		assertThat(view.notice().heading() + view.notice().worse() + view.notice().steps()).doesNotContain("{");
		assertThat(view.guardian()).isNull();
		assertThat(view.none()).isNotEmpty();
	}

	@Test
	void theWordsOfANoticeComeFromTheLevelItStandsAt() {
		Round round = TestRounds.first(Map.of("general-signs", List.of("fever")));
		assertThat(NoticeView.of(round, Level.EMERGENCY, BASE, PRACTICE).notice().heading())
			.isNotEqualTo(NoticeView.of(round, Level.URGENT, BASE, PRACTICE).notice().heading());
	}

	private static TechniqueChoice choice(Round round) {
		TechniqueChoice choice = round.assessment().technique();
		assertThat(choice).isNotNull();
		return choice;
	}

	private static CarePlan plan(String technique, String first, int sessions) {
		List<Session> days = new ArrayList<>();
		for (int number = 1; number <= sessions; number++) {
			LocalDate day = TestRounds.MONDAY.plusWeeks(number - 1);
			days.add(new Session(number, BASE.plan().phases().get(0).id(), (number == 1) ? first : technique, day));
		}
		return new CarePlan(technique, null, TestRounds.MONDAY, 60, days);
	}

}
