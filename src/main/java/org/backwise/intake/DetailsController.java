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

import org.backwise.cases.LinkToken;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;

/** Who the client is and when they would like to begin, before a plan. */
@Controller
class DetailsController {

	private final Drafts drafts;

	private final Sending sending;

	private final InForce rules;

	private final Words words;

	private final Clock clock;

	DetailsController(Drafts drafts, Sending sending, InForce rules, Words words, Clock clock) {
		this.drafts = drafts;
		this.sending = sending;
		this.rules = rules;
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
		if (isEarly(draft.get())) {
			return Redirects.toNext(this.rules.base(), draft.get());
		}
		Details details = draft.get().details();
		DetailsForm form = (details != null)
				? new DetailsForm(details.name(), details.reach(),
						(details.firstDay() != null) ? details.firstDay().toString() : null)
				: new DetailsForm(null, null, null);
		return show(form, List.of(), draft.get(), model);
	}

	@PostMapping("/intake/details")
	String answer(DetailsForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Draft draft = (token != null) ? this.drafts.find(token).orElse(null) : null;
		if (token == null || draft == null) {
			return Redirects.withoutDraft(token, this.sending);
		}
		if (isEarly(draft)) {
			return Redirects.toNext(this.rules.base(), draft);
		}
		List<FieldProblem> problems = form.problems(today(), true, this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(form, problems, draft, model);
		}
		this.drafts.keepDetails(token, form.toDetails());
		DraftCookie.write(token, this.drafts.kept(), request, response);
		return "redirect:/intake/check";
	}

	private boolean isEarly(Draft draft) {
		return draft.reading().isReferral() || !draft.reading().isComplete();
	}

	private String show(DetailsForm form, List<FieldProblem> problems, Draft draft, Model model) {
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		model.addAttribute("today", today());
		model.addAttribute("back",
				new Journey(this.rules.base(), draft.reading()).last()
					.map((page) -> "/intake/questions/" + page.id())
					.orElse("/"));
		model.addAttribute("private", true);
		return "intake/details";
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
