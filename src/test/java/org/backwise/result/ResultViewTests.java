package org.backwise.result;

import java.time.Duration;
import java.time.Instant;
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
		NoticeView view = notice(round, Level.URGENT);
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
		assertThat(notice(round, Level.EMERGENCY).notice().heading())
			.isNotEqualTo(notice(round, Level.URGENT).notice().heading());
	}

	@Test
	void theMaternityServiceLeadsTheUrgentNoticeItIsFor() {
		Round round = TestRounds.first(Map.of("health-ongoing", List.of("pregnant"), "health-today",
				List.of("pregnancy-warning-signs"), "general-signs", List.of("fever")));
		NoticeView view = notice(round, Level.URGENT);
		assertThat(view.led()).isTrue();
		assertThat(view.notice().heading()).isEqualTo("Call your maternity unit now");
		assertThat(view.notice().steps().get(0)).contains("your maternity unit");
		assertThat(view.notice().steps().subList(1, view.notice().steps().size()))
			.anyMatch((step) -> step.contains("GP"))
			.anyMatch((step) -> step.contains("111"))
			.noneMatch((step) -> step.contains("your maternity unit"));
		assertThat(notice(round, Level.EMERGENCY).led()).isFalse();
		assertThat(notice(TestRounds.first(Map.of("general-signs", List.of("fever"))), Level.URGENT).led()).isFalse();
	}

	@Test
	void whatOnlyTimeLiftsOpensAgainAfterItsHours() {
		Round round = TestRounds.first(Map.of("health-today", List.of("infectious-today")));
		NoticeView.Again before = notice(round, Level.WAIT, round.sentAt().plus(Duration.ofMinutes(48 * 60 - 1)))
			.again();
		NoticeView.Again after = notice(round, Level.WAIT, round.sentAt().plus(Duration.ofHours(48))).again();
		assertThat(before).isNotNull()
			.satisfies((again) -> assertThat(again.open()).isFalse())
			.satisfies((again) -> assertThat(again.text()).contains("Come back when you have been well for 48 hours"));
		assertThat(after).isNotNull().satisfies((again) -> assertThat(again.open()).isTrue());
		assertThat(notice(round, Level.WAIT).notice().steps())
			.anyMatch((step) -> step.contains("High temperature and back pain? Call 111 today"));
		assertThat(notice(round, Level.URGENT, round.sentAt().plus(Duration.ofDays(9))).again()).isNull();
		assertThat(
				notice(TestRounds.first(Map.of("skin-and-medicines", List.of("skin-widespread"))), Level.WAIT).again())
			.isNull();
	}

	@Test
	void theMostUrgentReasonStandsFirst() {
		NoticeView view = notice(TestRounds
			.first(Map.of("health-today", List.of("infectious-today"), "onset", "small-strain-severe-pain", "age", 70,
					"doctor-seen", "no", "temple-jaw-vision", "no", "limb-signs", List.of("pain-into-leg"),
					"nerve-signs", List.of("sexual-function"), "nerve-signs-course", "long-standing-checked")),
				Level.URGENT);
		assertThat(view.reasons()).extracting(NoticeView.Reason::level)
			.isSorted()
			.contains(Level.URGENT, Level.SEE_DOCTOR, Level.WAIT);
	}

	@Test
	void theLetterSaysWhatWasTickedItsCourseAndWhenItBegan() {
		Map<String, Object> sheet = Map.of("nerve-signs", List.of("bladder", "both-legs"), "nerve-signs-course",
				"new-or-worse", "nerve-signs-began", "3-to-14-days");
		NoticeView view = notice(TestRounds.first(sheet), Level.EMERGENCY);
		assertThat(view.says()).extracting(NoticeView.ShortAnswer::name).contains("Began or got worse").hasSize(4);
		assertThat(view.says().get(1).words()).hasSize(2);
		assertThat(view.says().get(3).words()).containsExactly("3 to 14 days ago");
		assertThat(view.answers()).extracting(NoticeView.ShortAnswer::name).doesNotContain("Began or got worse");

		NoticeView blank = notice(
				TestRounds.first(Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse")),
				Level.EMERGENCY);
		assertThat(blank.says().get(3).name()).isEqualTo("Began or got worse");
		assertThat(blank.says().get(3).words()).isEmpty();
	}

	@Test
	void everyLetterSaysHowLongThePainHasLasted() {
		NoticeView view = notice(TestRounds.first(Map.of("general-signs", List.of("fever"))), Level.URGENT);
		assertThat(view.says()).singleElement().satisfies((said) -> assertThat(said.words()).isNotEmpty());
	}

	@Test
	void aChildReadsAGentlerTitle() {
		Round round = TestRounds
			.first(Map.of("age", 15, "nerve-signs", List.of("sexual-function"), "nerve-signs-course", "new-or-worse"));
		String title = BASE.referral("E-06").titleForChild();
		assertThat(title).isNotNull();
		NoticeView gentle = NoticeView.of(round, Level.URGENT, true, BASE, PRACTICE, round.sentAt());
		assertThat(gentle.reasons()).extracting(NoticeView.Reason::title).contains(title);
		assertThat(notice(round, Level.URGENT).reasons()).extracting(NoticeView.Reason::title).doesNotContain(title);
	}

	private static NoticeView notice(Round round, Level level) {
		return notice(round, level, round.sentAt());
	}

	private static NoticeView notice(Round round, Level level, Instant now) {
		return NoticeView.of(round, level, false, BASE, PRACTICE, now);
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
