package org.backwise.result;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.backwise.care.CarePlan;
import org.backwise.care.Session;
import org.backwise.cases.Consent;
import org.backwise.cases.Contact;
import org.backwise.cases.Round;
import org.backwise.cases.TestRounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.TechniqueChoice;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients read of a plan and of a referral, without a browser. */
class ResultViewTests {

	private static final KnowledgeBase BASE = TestRounds.RULES.knowledge();

	private static final Practice PRACTICE = new Practice("", "Backs and Co", "", "", "", ZoneId.of("Europe/London"),
			Locale.UK, List.of(Locale.UK), "112", "A&E", "NHS 111", "111", "GP", "your maternity unit", "",
			"a crisis line", "113", "", "", "", "", "");

	private static final Consent CONSENT = new Consent("test", Instant.EPOCH);

	@Test
	void aPlanShowsEveryTechniqueWithTheChosenOneFirst() {
		Round round = TestRounds.first(Map.of());
		TechniqueChoice choice = choice(round);
		PlanView view = view(round, plan(choice.primary(), choice.primary(), 2));
		assertThat(view.technique().id()).isEqualTo(choice.primary());
		assertThat(view.scores()).hasSameSizeAs(choice.scores().keySet());
		assertThat(view.scores().get(0).name()).isEqualTo(view.technique().name());
		assertThat(view.reasons()).isNotEmpty();
		assertThat(view.firstSession()).isNull();
		assertThat(view.checks()).isEmpty();
		assertThat(view.stop().atOnce()).isNotEmpty();
		assertThat(view.stop().today()).isNotEmpty();
		assertThat(view.worse()).isNotEmpty().noneMatch((line) -> line.contains("{"));
	}

	@Test
	void aPhaseHasTheDaysOfItsSessionsAndIsLeftOutWithoutAny() {
		Round round = TestRounds.first(Map.of());
		PlanView view = view(round, plan("relaxation", "relaxation", 3));
		assertThat(view.phases()).singleElement()
			.satisfies((phase) -> assertThat(phase.days(Set.of())).containsExactly(TestRounds.MONDAY,
					TestRounds.MONDAY.plusWeeks(1), TestRounds.MONDAY.plusWeeks(2)));
	}

	@Test
	void aLineOfAPhaseLeavesOutWhatWasCancelled() {
		PhaseView phase = view(TestRounds.first(Map.of()), plan("relaxation", "relaxation", 3)).phases().get(0);
		List<LocalDate> days = phase.days(Set.of("2"));
		assertThat(days).containsExactly(TestRounds.MONDAY, TestRounds.MONDAY.plusWeeks(2));
		assertThat(phase.weekday(days)).isEqualTo(DayOfWeek.MONDAY);
		assertThat(phase.weekday(List.of(TestRounds.MONDAY, TestRounds.MONDAY.plusDays(8)))).isNull();
		assertThat(phase.weekday(List.of())).isNull();
	}

	@Test
	void theCalendarMarksTheDaysOfTheRunningBlock() {
		PlanView view = view(TestRounds.first(Map.of()), plan("relaxation", "relaxation", 6));
		List<MonthSheet> british = view.months(Set.of("1"), Locale.UK);
		assertThat(british).extracting(MonthSheet::month).isSorted().hasSizeGreaterThan(1);
		assertThat(british).allSatisfy((month) -> {
			assertThat(month.weekdays()).startsWith(DayOfWeek.MONDAY);
			assertThat(month.weeks()).allSatisfy((week) -> assertThat(week).hasSize(7));
			assertThat(month.weeks().stream().flatMap(List::stream).filter(Objects::nonNull))
				.hasSize(month.month().lengthOfMonth())
				.isSorted();
		});
		assertThat(british.get(0).marks(TestRounds.MONDAY)).isFalse();
		assertThat(british.get(0).marks(TestRounds.MONDAY.plusWeeks(1))).isTrue();
		assertThat(view.months(Set.of(), Locale.US).get(0).weekdays()).startsWith(DayOfWeek.SUNDAY);
	}

	@Test
	void whatSpeaksForATechniqueIsQuotedFromTheOptions() {
		PlanView view = view(TestRounds.first(Map.of("contributors", List.of("long-sitting"))),
				plan("deep-therapeutic", "deep-therapeutic", 2));
		assertThat(view.reasons()).contains(label("long-sitting"))
			.doesNotContain(BASE.techniques().causes().get(0).clientName(), label("poor-posture"));
	}

	@Test
	void everySignOfAnEmergencyIsInAShortLineOrStandsAlone() {
		StopSigns signs = stop(Map.of());
		assertThat(signs.groups()).containsExactlyInAnyOrder("below", "chest", "head", "unwell");
		assertThat(signs.alone()).isEmpty();
		assertThat(signs.child()).isFalse();
		assertThat(stop(Map.of("age", 14)).child()).isTrue();
	}

	@Test
	void anotherTechniqueInTheFirstSessionIsSaid() {
		PlanView view = view(TestRounds.first(Map.of()), plan("deep-therapeutic", "relaxation", 2));
		assertThat(view.firstSession()).contains(BASE.technique("relaxation").name());
	}

	@Test
	void aCautionAsksAndSaysWhyATechniqueIsLeftOut() {
		Round round = TestRounds.first(Map.of("skin-and-medicines", List.of("blood-thinners")));
		PlanView view = view(round, plan("relaxation", "relaxation", 2));
		assertThat(view.checks()).singleElement().satisfies((check) -> assertThat(check.question()).endsWith("?"));
		assertThat(view.scores()).filteredOn(PlanView.Score::out)
			.singleElement()
			.satisfies((score) -> assertThat(score.remark()).isNotBlank());
	}

	@Test
	void theSignsThatStopNameOnlyWhatCanApply() {
		StopSigns ordinary = stop(Map.of());
		StopSigns cancer = stop(Map.of("history", List.of("cancer-ever")));
		StopSigns pregnant = stop(Map.of("health-ongoing", List.of("pregnant")));
		StopSigns older = stop(Map.of("age", 50, "temple-jaw-vision", "no"));
		assertThat(ordinary.atOnce()).doesNotContain(title("E-10"))
			.contains(title("E-01"), title("E-06"), title("E-16"));
		assertThat(ordinary.today()).doesNotContain(title("U-15"), title("U-20")).contains(title("U-01"));
		assertThat(added(ordinary.atOnce(), cancer.atOnce())).containsExactly(title("E-10"));
		assertThat(added(ordinary.today(), pregnant.today())).containsExactly(title("U-15"));
		assertThat(ordinary.today()).doesNotContain(title("U-02"), title("U-03"), title("U-09"));
		assertThat(added(ordinary.today(), cancer.today())).containsExactly(title("U-03"));
		assertThat(
				added(ordinary.today(), stop(Map.of("history", List.of("weak-immunity-or-recent-infection"))).today()))
			.containsExactly(title("U-02"));
		assertThat(added(ordinary.today(), stop(Map.of("history", List.of("osteoporosis-or-long-steroids"))).today()))
			.containsExactly(title("U-09"));
		assertThat(
				added(older.today(), stop(Map.of("age", 66, "temple-jaw-vision", "no", "doctor-seen", "yes")).today()))
			.containsExactly(title("U-09"), title("D-21"));
		assertThat(added(ordinary.today(), stop(Map.of("history", List.of("not-sure"))).today()))
			.containsExactly(title("U-02"), title("U-03"), title("U-09"));
		assertThat(added(ordinary.today(), older.today())).containsExactly(title("U-20"));
	}

	@Test
	void whatACheckInWasToldCountsForTheSignsThatStop() {
		Answers then = TestRounds.first(Map.of()).typed();
		Answers pregnant = TestRounds.first(Map.of("health-ongoing", List.of("pregnant"))).typed();
		Answers thinned = TestRounds.first(Map.of("skin-and-medicines", List.of("blood-thinners"))).typed();
		StopSigns known = StopSigns.of(then, List.of(pregnant, thinned, then), CONSENT, BASE);
		assertThat(added(stop(Map.of()).today(), known.today())).containsExactly(title("U-15"), title("U-19"));
		assertThat(known.atOnce()).isEqualTo(stop(Map.of()).atOnce());
	}

	@Test
	void aChildReadsGentlerSigns() {
		assertThat(stop(Map.of("age", 14)).atOnce()).doesNotContain(title("E-06"))
			.contains(BASE.referral("E-06").titleForChild())
			.hasSameSizeAs(stop(Map.of()).atOnce());
	}

	@Test
	void theClientsOwnMechanismComesFirst() {
		Mechanisms mechanisms = view(
				Map.of("contributors", List.of("long-sitting", "stress", "anxiety"), "main-cause", "nervous-system"))
			.mechanisms();
		assertThat(mechanisms.own()).extracting(Mechanisms.Own::ticked)
			.containsExactly(List.of(label("stress"), label("anxiety")), List.of(label("long-sitting")));
		assertThat(mechanisms.own()).extracting(Mechanisms.Own::text)
			.containsExactly(mechanism("nervous-system"), mechanism("muscle-tension"));
		assertThat(mechanisms.others()).extracting(Cause::id).containsExactly("myofascial", "overload");
		assertThat(mechanisms.instead()).isEmpty();
		assertThat(mechanisms.general()).hasSameSizeAs(BASE.plan().story());
	}

	@Test
	void whoTickedNoCauseReadsThatPainStartsInDifferentWays() {
		Mechanisms mechanisms = Mechanisms.of(choice(TestRounds.first(Map.of())),
				TestRounds.first(Map.of("contributors", List.of("none"))).typed(), BASE);
		assertThat(mechanisms.own()).isEmpty();
		assertThat(mechanisms.instead()).singleElement()
			.satisfies((story) -> assertThat(story.id()).isEqualTo("different-origins"));
		assertThat(mechanisms.general()).hasSize(BASE.plan().story().size() - 1);
		assertThat(mechanisms.others()).hasSameSizeAs(BASE.techniques().causes());
	}

	@Test
	void theHabitSaysWhoChoseIt() {
		PlanView chosen = view(
				Map.of("contributors", List.of("long-sitting", "poor-posture"), "habit", "long-sitting"));
		PlanView left = view(Map.of("contributors", List.of("long-sitting", "poor-posture"), "habit", "choose-for-me"));
		assertThat(chosen.habit()).isEqualTo(habit("long-sitting", "client"));
		assertThat(left.habit()).isEqualTo(habit("poor-posture", "rule"));
		assertThat(chosen.goals()).isEmpty();
	}

	@Test
	void onlyTheFirstPhaseIsMoreThanAForecast() {
		List<Session> days = List.of(new Session(1, "weekly", "relaxation", TestRounds.MONDAY),
				new Session(2, "fortnightly", "relaxation", TestRounds.MONDAY.plusWeeks(2)),
				new Session(3, "monthly", "relaxation", TestRounds.MONDAY.plusWeeks(6)));
		PlanView all = view(TestRounds.first(Map.of()),
				new CarePlan("relaxation", null, TestRounds.MONDAY, 60, null, days));
		PlanView later = view(TestRounds.first(Map.of()),
				new CarePlan("relaxation", null, TestRounds.MONDAY, 60, null, days.subList(1, 3)));
		assertThat(all.phases()).extracting(PhaseView::forecast).containsExactly(false, true, true);
		assertThat(later.phases()).extracting(PhaseView::forecast).containsExactly(false, true);
		assertThat(all.firstDay()).isEqualTo(TestRounds.MONDAY);
	}

	@Test
	void aPlanNamesThePlacesToWorkOnAndToLeave() {
		PlanView view = view(Map.of("location", List.of("neck", "lower-back-left"), "skin-and-medicines",
				List.of("implant-or-metalwork", "skin-broken-or-infected", "skin-condition-or-sunburn")));
		assertThat(view.areas().work()).containsExactly(BASE.areaName("neck"), BASE.areaName("lower-back-left"))
			.doesNotContain("neck", "lower-back-left");
		assertThat(view.areas().leave()).extracting(AreasView.Left::name)
			.containsExactly(BASE.areaName("implant"), BASE.areaName("sore-skin"),
					BASE.areaName("front-and-sides-of-neck"));
		assertThat(view.areas().leave().get(1).because()).containsExactly(BASE.caution("K-11").because(),
				BASE.caution("X-05").because());
	}

	@Test
	void aHabitThatTheTherapistChoseStandsInThePlaceOfTheProposedOne() {
		CarePlan before = plan("relaxation", "relaxation", 2);
		CarePlan changed = new CarePlan(before.technique(), null, before.firstDay(), 60, "stress", before.sessions());
		assertThat(view(TestRounds.first(Map.of()), changed).habit()).isEqualTo(habit("stress", "therapist"));
	}

	@Test
	void aPlanBesideADoctorsCareSaysWhatTheFindingsStillLeaveOut() {
		PlanView view = view(TestRounds.cleared(Map.of("disc-diagnosis", "yes")), plan("relaxation", "relaxation", 2));
		assertThat(view.complementary()).isTrue();
		assertThat(view.lifted()).isNotEmpty().allSatisfy((lifted) -> {
			assertThat(lifted.title()).isNotBlank();
			assertThat(lifted.excludes()).isNotEmpty();
		});
		assertThat(view(Map.of()).complementary()).isFalse();
		assertThat(view(Map.of()).lifted()).isEmpty();
	}

	@Test
	void aPlanFromBeforeThereWereAreasAndHabitsShowsItsGoals() {
		PlanView view = view(TestRounds.old(TestRounds.first(Map.of())), plan("relaxation", "relaxation", 2));
		assertThat(view.areas().work()).isEmpty();
		assertThat(view.areas().leave()).isEmpty();
		assertThat(view.habit()).isNull();
		assertThat(view.goals()).isNotEmpty();
		assertThat(view.lifted()).isEmpty();
		assertThat(view.phases()).noneMatch(PhaseView::forecast);
	}

	@Test
	void theLineOnMonthlyCareStandsBesideTheFirstOne() {
		assertThat(view(Map.of()).evidence()).filteredOn(PlanView.EvidenceView::leads)
			.hasSize(2)
			.satisfies((lines) -> assertThat(lines.get(1).text()).contains("Nordic"));
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
		NoticeView gentle = NoticeView.of(Grounds.of(round, BASE), Level.URGENT, true, BASE, PRACTICE, round.sentAt());
		assertThat(gentle.reasons()).extracting(NoticeView.Reason::title).contains(title);
		assertThat(notice(round, Level.URGENT).reasons()).extracting(NoticeView.Reason::title).doesNotContain(title);
	}

	@Test
	void stepsThatDoNotApplyAreLeftOut() {
		assertThat(steps(Level.URGENT, Map.of("general-signs", List.of("fever"))))
			.noneMatch((step) -> step.contains("pregnant"));
		assertThat(
				steps(Level.URGENT, Map.of("general-signs", List.of("fever"), "health-ongoing", List.of("pregnant"))))
			.anyMatch((step) -> step.contains("pregnant"));
		assertThat(
				steps(Level.URGENT, Map.of("general-signs", List.of("fever"), "health-ongoing", List.of("not-sure"))))
			.anyMatch((step) -> step.contains("pregnant"));
		assertThat(steps(Level.SEE_DOCTOR, Map.of("limb-signs", List.of("pain-into-leg"))))
			.noneMatch((step) -> step.contains("not sure"));
		assertThat(steps(Level.SEE_DOCTOR, Map.of("limb-signs", List.of("pain-into-leg", "not-sure"))))
			.anyMatch((step) -> step.contains("not sure"));
	}

	/** Its answers are known as well: they lie over those of the questionnaire. */
	@Test
	void aCheckInLeavesOutWhatDoesNotApply() {
		Round round = TestRounds.first(Map.of("limb-signs", List.of("pain-into-leg")));
		Grounds first = Grounds.of(round, BASE);
		Grounds checkIn = new Grounds(first.sentAt(), first.answers(), first.typed(), first.findings(), first.rules(),
				first.lead(), first.base(), first.asking(), round.firstDay());
		assertThat(NoticeView.of(checkIn, Level.SEE_DOCTOR, false, BASE, PRACTICE, round.sentAt()).notice().steps())
			.hasSameSizeAs(steps(Level.SEE_DOCTOR, Map.of("limb-signs", List.of("pain-into-leg"))))
			.noneMatch((step) -> step.contains("not sure"));
	}

	@Test
	void anIllnessHasNoLetterAndSoreSkinNoFever() {
		Round ill = TestRounds.first(Map.of("health-today", List.of("infectious-today")));
		Round sore = TestRounds.first(Map.of("skin-and-medicines", List.of("skin-widespread")));
		assertThat(notice(ill, Level.WAIT).letter()).isFalse();
		assertThat(notice(ill, Level.WAIT).notice().steps()).noneMatch((step) -> step.contains("skin"));
		assertThat(notice(sore, Level.WAIT).letter()).isTrue();
		assertThat(notice(sore, Level.WAIT).notice().steps()).noneMatch((step) -> step.contains("48 hours"));
	}

	/** What a therapist saw stands in no answer, so nothing is left out. */
	@Test
	void aLevelThatATherapistChoseShowsEveryStep() {
		Round round = TestRounds.first(Map.of());
		for (Level level : Level.values()) {
			assertThat(notice(round, level).notice().steps()).hasSameSizeAs(BASE.notice(level).steps());
			assertThat(notice(round, level).letter()).isTrue();
		}
	}

	@Test
	void theLetterNamesThePersonOrLeavesALine() {
		Round round = TestRounds.first(Map.of("limb-signs", List.of("pain-into-leg")));
		LetterView named = letter(round, new Contact("Ada"));
		assertThat(named.about()).extracting(LetterView.Field::value).containsExactly("Ada", null);
		assertThat(letter(round, null).about()).extracting(LetterView.Field::value).containsExactly(null, null);
		assertThat(named.reply().choices()).hasSize(3).doesNotHaveDuplicates();
		assertThat(named.reply().fields()).hasSize(3).allMatch((field) -> field.value() == null);
		assertThat(named.flagged().lines()).anyMatch((line) -> line.words().startsWith("“"));
		assertThat(named.isLong()).isFalse();
		assertThat(named.toString()).isEqualTo("a letter");
	}

	private static LetterView letter(Round round, @Nullable Contact contact) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-result");
		messages.setDefaultEncoding("UTF-8");
		Words words = Mockito.mock(Words.class);
		Mockito.when(words.of(Mockito.anyString(), Mockito.any(Object[].class)))
			.thenAnswer((call) -> messages.getMessage(call.getArgument(0),
					java.util.Arrays.copyOfRange(call.getArguments(), 1, call.getArguments().length), Locale.UK));
		return LetterView.of(notice(round, Level.SEE_DOCTOR), Grounds.of(round, BASE), "REF", contact, PRACTICE, words,
				Mockito.mock(Dates.class));
	}

	private static List<String> steps(Level level, Map<String, ?> differs) {
		return notice(TestRounds.first(differs), level).notice().steps();
	}

	private static NoticeView notice(Round round, Level level) {
		return notice(round, level, round.sentAt());
	}

	private static NoticeView notice(Round round, Level level, Instant now) {
		return NoticeView.of(Grounds.of(round, BASE), level, false, BASE, PRACTICE, now);
	}

	private static PlanView view(Map<String, ?> differs) {
		return view(TestRounds.first(differs), plan("relaxation", "relaxation", 2));
	}

	private static PlanView view(Round round, CarePlan plan) {
		return PlanView.of(round, CONSENT, plan, StopSigns.of(round.typed(), List.of(), CONSENT, BASE), BASE, PRACTICE);
	}

	private static StopSigns stop(Map<String, ?> differs) {
		return StopSigns.of(TestRounds.first(differs).typed(), List.of(), CONSENT, BASE);
	}

	private static String title(String rule) {
		return BASE.referral(rule).title();
	}

	private static List<String> added(List<String> before, List<String> after) {
		return after.stream().filter((sign) -> !before.contains(sign)).toList();
	}

	private static String label(String contributor) {
		return BASE.question("contributors")
			.options()
			.stream()
			.filter((option) -> option.id().equals(contributor))
			.map(Option::label)
			.findFirst()
			.orElseThrow();
	}

	private static String mechanism(String id) {
		return BASE.techniques()
			.causes()
			.stream()
			.filter((cause) -> cause.id().equals(id))
			.map(Cause::mechanism)
			.findFirst()
			.orElseThrow();
	}

	private static PlanView.HabitView habit(String id, String chosenBy) {
		PlanGuide.Habit habit = BASE.habit(id);
		return new PlanView.HabitView(habit.name(), habit.text(), habit.target(), chosenBy);
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
		return new CarePlan(technique, null, TestRounds.MONDAY, 60, null, days);
	}

}
