package org.backwise.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.context.ApplicationContext;

import org.backwise.care.Attendance;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanSteps;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole course of care, each click of it made on the pages: the client's with one
 * browser, the therapist's with another, under a clock that only moves from session to
 * session.
 */
final class WholeCourse {

	static final Sheet CALM = new Sheet(Map.of()).with("nerve-signs", "none")
		.with("body-signs", "none")
		.with("new-signs", "none")
		.with("pain", "6")
		.with("pain-pattern", "comes-and-goes")
		.with("change", "a-little-better")
		.with("tension-now", "at-times")
		.with("movement", "free")
		.with("after-last", "fine")
		.with("pressure-last", "right")
		.with("warmth-last", "right")
		.with("habit-days", "4")
		.with("thing-1", "Putting on my socks")
		.with("activity-1", "3")
		.with("confidence", "6")
		.with("sleep", "2")
		.with("stress", "3")
		.with("wish", "go-on");

	private final ApplicationContext application;

	private final Visit client;

	private final Visit desk;

	private final Consumer<LocalDate> clock;

	private final String link;

	private final Case theCase;

	WholeCourse(ApplicationContext application, Visit client, Visit desk, Consumer<LocalDate> clock, String link) {
		this.application = application;
		this.client = client;
		this.desk = desk;
		this.clock = clock;
		this.link = link;
		this.theCase = application.getBean(Cases.class).behind(link.substring("/result/".length())).orElseThrow();
	}

	/** Better, a flare, a step back, a new sign, a clearance, and a good end. */
	void getsBetterFlaresAndFinishes() {
		begin();
		keep();
		toSession();
		checkIn(CALM.with("after-last", "sore-up-to-3-days").with("after-kind", "sore"));
		assertThat(this.client.text()).contains("See you on", "a little more time at this pace");
		assertThat(last()).isEqualTo(Outcome.HOLD);
		keep();
		Sheet better = CALM.with("pain", "2").with("activity-1", "8").with("change", "much-better");
		until(better, Outcome.STEP_DOWN);
		assertThat(this.desk.open(page("")).text()).contains("A step is proposed", "Step down");
		step("step-down");
		keep();
		toSession();
		checkIn(CALM.with("pain", "6").with("change", "much-worse").with("tension-now", "all-the-time"));
		assertThat(last()).isEqualTo(Outcome.STEP_BACK);
		step("step-back");
		keep();
		this.client.open(this.link + "/trend");
		assertThat(this.client.page().locator("svg.trend polyline").count()).isPositive();

		this.client.open(this.link).click("Something has changed").click("Begin");
		answer(CALM.with("new-signs", "limbs").with("limb-signs", "pain-into-leg"));
		assertThat(last()).isEqualTo(Outcome.SEE_DOCTOR);
		assertThat(this.client.heading()).contains("before massage");
		assertThat(this.client.open(this.link + "/check-in/session").path()).doesNotContain("/check-in/session/");
		assertThat(this.desk.open(page("")).text()).contains("A check-in stopped the care");
		assertThat(this.desk.open(page("/sessions/" + next().number())).page().locator("button[value=keep]").count())
			.isZero();
		clear();
		this.desk.open(page(""));
		approve();
		lookedAgain("As the doctor wrote.");
		toSession();
		checkIn(CALM.with("known-signs-D-02", "same-or-better")
			.with("limb-signs", "pain-into-leg")
			.with("doctor-since", "yes"));
		assertThat(last().pauses()).isFalse();
		keep();
		until(better.with("wish", "stop")
			.with("limb-signs", "pain-into-leg")
			.with("known-signs-D-02", "same-or-better")
			.with("doctor-since", "yes"), Outcome.FINISH);
		assertThat(this.client.heading()).isEqualTo("You have ended your plan");
		this.client.click("The summary of your care");
		assertThat(this.client.text()).contains("does not prove");
	}

	/** Months later, by the old link: all questions anew, and both cases lie together. */
	void comesBack() {
		this.clock.accept(today().plusMonths(7));
		this.client.open(this.link).click("Answer the questions again");
		assertThat(this.client.text()).contains("Welcome back", "Has anything changed?");
		this.client.tick("ageBand-16-or-over");
		this.client.tick("agree");
		this.client.click("Agree and start");
		assertThat(this.client.page().locator("main input:checked").count()).as("warning signs start empty").isZero();
		assertThat(this.client.answer(Sheet.ordinaryBackAche())).contains("nerve-signs");
		assertThat(this.client.page().locator("#name").inputValue()).isEqualTo(this.theCase.client());
		this.client.giveDetails(this.theCase.client(), today().plusDays(7).toString()).send();
		String anew = this.client.path();
		assertThat(anew).startsWith("/result/").isNotEqualTo(this.link);
		Case second = this.application.getBean(Cases.class).behind(anew.substring("/result/".length())).orElseThrow();
		assertThat(this.desk.open("/desk/cases/" + second.reference()).text()).contains("Other cases of this person",
				this.theCase.reference());
		assertThat(this.client.open(this.link).heading()).isEqualTo("You have ended your plan");
	}

	/** Six weeks without a change: the plan ends, and a letter leads to other care. */
	void changesNothingAndIsReferred() {
		begin();
		keep();
		until(CALM.with("pain", "5").with("change", "same"), Outcome.END_AND_REFER);
		this.desk.open(page("/sessions/" + next().number()));
		assertThat(this.desk.page().locator("button[value=keep]").count()).isZero();
		this.desk.open(page("/end"));
		this.desk.page()
			.locator("#reason")
			.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
		press("main form button.btn-primary");
		this.client.open(this.link);
		assertThat(this.client.heading()).contains("ended");
		this.client.open(this.link + "/letter");
		assertThat(this.client.text()).contains("No response after six weekly sessions",
				"It stopped with these answers");
	}

	private void approve() {
		this.desk.page().locator("#read").all().forEach((box) -> box.check());
		press("main form[action*='/approve'] button.btn-primary");
	}

	private void begin() {
		this.desk.open(page(""));
		approve();
		toSession();
		checkIn(CALM.with("pain", "6"));
	}

	/** Check-ins and sessions until one has an outcome. */
	private void until(Sheet sheet, Outcome outcome) {
		for (int i = 0; i < 12; i++) {
			toSession();
			checkIn(sheet);
			if (last() == outcome) {
				return;
			}
			this.application.getBean(PlanSteps.class).waiting(this.theCase.id()).ifPresent((step) -> step("hold"));
			keep();
		}
		throw new AssertionError("Never came to " + outcome);
	}

	private void toSession() {
		this.clock.accept(next().day());
	}

	private LiveSession next() {
		return this.application.getBean(Attendance.class)
			.of(this.theCase.id())
			.stream()
			.filter(LiveSession::isOpen)
			.findFirst()
			.orElseThrow();
	}

	private Outcome last() {
		List<?> made = this.application.getBean(CheckIns.class).of(this.theCase.id());
		return ((org.backwise.cases.CheckIn) made.get(made.size() - 1)).decision().outcome();
	}

	/** The check-in that is due. */
	private void checkIn(Sheet sheet) {
		this.client.open(this.link + "/check-in").carryOn();
		answer(sheet);
	}

	private void answer(Sheet sheet) {
		List<String> pages = new ArrayList<>();
		while (this.client.path().contains("/check-in/")) {
			String id = this.client.path().substring(this.client.path().lastIndexOf('/') + 1);
			assertThat(pages).as("a page that came again: %s", this.client.text()).doesNotContain(id);
			pages.add(id);
			this.client.fill(sheet);
			this.client.carryOn();
		}
	}

	/** The next session takes place today. */
	private void keep() {
		int number = next().number();
		this.desk.open(page("/sessions/" + number));
		this.desk.page().locator("input[name=done]").all().forEach((box) -> box.check());
		press("button[value=keep]");
		assertThat(next().number()).as(this.desk.text()).isGreaterThan(number);
	}

	private void step(String step) {
		this.desk.open(page("/step"));
		this.desk.page().locator("input[name=step][value^='" + step + "']").first().check();
		this.desk.page().locator("#reason").selectOption("as-proposed");
		press("main form button.btn-primary");
		if (this.desk.page().locator(".error-summary").count() > 0) {
			this.desk.page().locator("#reason").selectOption("judgement");
			press("main form button.btn-primary");
		}
		lookedAgain("It fits what I see.");
		assertThat(this.desk.text()).contains("Step taken");
	}

	private void clear() {
		this.desk.open(page("/clear"));
		this.desk.page().locator("#by").fill("Dr Osei");
		this.desk.page().locator("#on").fill(today().toString());
		this.desk.page().locator("#limits").fill("Nothing deep near the leg.");
		press("main form button.btn-primary");
		lookedAgain("The letter fits.");
	}

	private LocalDate today() {
		return LocalDate.now(this.application.getBean(Clock.class));
	}

	private void lookedAgain(String why) {
		if (this.desk.page().locator("#sure").count() > 0) {
			this.desk.page().locator("#why").fill(why);
			this.desk.page().locator("#sure").check();
			press("main form button.btn-primary");
		}
	}

	private void press(String target) {
		this.desk.click(this.desk.page().locator(target).first());
	}

	private String page(String rest) {
		return "/desk/cases/" + this.theCase.reference() + rest;
	}

}
