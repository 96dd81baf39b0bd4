package org.backwise.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.cases.KnownReach;
import org.backwise.hours.OpeningHours;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Phones;
import org.backwise.practice.Refusal;
import org.backwise.practice.Words;

/** Who the client is and when they would like to begin, before a plan. */
@Controller
class DetailsController {

	private static final FirstDayForm NO_DAY = new FirstDayForm(null, null, null, null);

	private final Drafts drafts;

	private final DraftCookie cookies;

	private final Sending sending;

	private final EarlierAnswers earlier;

	private final OpeningHours hours;

	private final SuitingChoices choices;

	private final Phones phones;

	private final Words words;

	private final Clock clock;

	DetailsController(Drafts drafts, DraftCookie cookies, Sending sending, EarlierAnswers earlier, OpeningHours hours,
			SuitingChoices choices, Phones phones, Words words, Clock clock) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.sending = sending;
		this.earlier = earlier;
		this.hours = hours;
		this.choices = choices;
		this.phones = phones;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/intake/details")
	String show(HttpServletRequest request, Model model) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Optional<Draft> draft = Optional.ofNullable(token).flatMap(this.drafts::find);
		if (draft.isEmpty()) {
			return Redirects.withoutDraft(token, this.sending);
		}
		if (draft.get().isBeforeDetails()) {
			return Redirects.toNext(draft.get());
		}
		Details details = draft.get().details();
		DetailsForm form = (details != null) ? DetailsForm.of(details, this.phones) : blank(draft.get());
		if (draft.get().moved()) {
			Refusal.of("cases.refused.reach-changed").show(this.words, model);
		}
		return show(form, NO_DAY, List.of(), draft.get(), model);
	}

	/** What was typed, and above it what was said elsewhere in the meantime. */
	private String newer(DetailsForm form, FirstDayForm day, Draft draft, Model model) {
		model.addAttribute("newer",
				(draft.details() != null) ? new KnownReach(draft.details().contact(), draft.details().suits()) : null);
		return show(form, day, List.of(), draft, model);
	}

	/** With the name of somebody who was here before. */
	private DetailsForm blank(Draft draft) {
		return this.earlier.of(draft.comesFrom())
			.map(EarlierAnswers.Earlier::contact)
			.map((contact) -> DetailsForm.of(Details.of(contact, null, null), this.phones))
			.orElseGet(DetailsForm::blank);
	}

	@PostMapping("/intake/details")
	String answer(DetailsForm sent, FirstDayForm day, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		DetailsForm form = sent.on(day.typed());
		LinkToken token = DraftCookie.read(request).orElse(null);
		if (token == null) {
			return Redirects.withoutDraft(null, this.sending);
		}
		List<FieldProblem> problems = problems(form);
		Answered answered = this.drafts.answerDetails(token, problems.isEmpty() ? form.toDetails(this.phones) : null,
				form.mark());
		if (answered instanceof Answered.Problems wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(form, day, problems(form), wrong.draft(), model);
		}
		if (answered instanceof Answered.Overtaken overtaken) {
			Refusal.of("cases.refused.reach-changed").show(this.words, response, model);
			return newer(form, day, overtaken.draft(), model);
		}
		if (answered instanceof Answered.Early early) {
			return Redirects.toNext(early.draft());
		}
		if (answered instanceof Answered.Gone) {
			return Redirects.tooLate(token, this.sending);
		}
		this.cookies.keep(token, request, response);
		return "redirect:/intake/check";
	}

	private String show(DetailsForm form, FirstDayForm day, List<FieldProblem> problems, Draft draft, Model model) {
		List<LocalDate> open = FirstDayForm.offered(today(), this.hours.days());
		model.addAttribute("form", form);
		model.addAttribute("seen", draft.mark());
		model.addAttribute("firstDay", day.shown(form.firstDay(), open));
		model.addAttribute("openDays", open);
		model.addAttribute("progress", draft.journey().atDetails());
		FieldProblem.show(problems, model);
		this.choices.show(model);
		model.addAttribute("back", draft.journey().last().map((page) -> "/intake/questions/" + page.id()).orElse("/"));
		model.addAttribute("private", true);
		return "intake/details";
	}

	private List<FieldProblem> problems(DetailsForm form) {
		return form.problems(today(), DetailsForm.Asks.PLAN, this.phones, this.words::of);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
