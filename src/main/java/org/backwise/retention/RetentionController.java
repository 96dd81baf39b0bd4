package org.backwise.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** What is kept for how long, what will go soon, and the wishes to be forgotten. */
@Controller
class RetentionController {

	private static final int MOST = 100;

	private static final Refusal NOT_OPEN = Refusal.of("retention.answer.not-open");

	private final Retention retention;

	private final Erasures erasures;

	private final ForgottenCounts counts;

	private final Cases cases;

	private final SignedIn signedIn;

	private final Supplier<Periods> periods;

	private final Words words;

	private final Clock clock;

	RetentionController(Retention retention, Erasures erasures, ForgottenCounts counts, Cases cases, SignedIn signedIn,
			Settings settings, Words words, Clock clock) {
		this.retention = retention;
		this.erasures = erasures;
		this.counts = counts;
		this.cases = cases;
		this.signedIn = signedIn;
		this.periods = settings.current(Periods.SETTINGS, Periods.class);
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/desk/keeping")
	String show(Model model) {
		Periods now = this.periods.get();
		LocalDate until = LocalDate.now(this.clock).plus(now.preview());
		List<DueRecord> going = this.retention.goingBy(until, MOST + 1);
		model.addAttribute("periods", now);
		model.addAttribute("until", until);
		model.addAttribute("going", going.subList(0, Math.min(going.size(), MOST)));
		model.addAttribute("more", going.size() > MOST);
		model.addAttribute("requests",
				this.erasures.open()
					.stream()
					.flatMap((request) -> this.cases.find(request.caseId())
						.map((intake) -> new Waiting(intake.reference(),
								LocalDate.ofInstant(request.askedAt(), this.clock.getZone())))
						.stream())
					.toList());
		model.addAttribute("counts", this.counts.byYear());
		model.addAttribute("owner", this.signedIn.member().isOwner());
		return "retention/keeping";
	}

	@GetMapping("/desk/keeping/{reference}")
	String ask(@PathVariable String reference, HttpServletResponse response, Model model) {
		Case theCase = find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return isAsked(theCase) ? ask(theCase, new AnswerForm(null, null, null), List.of(), model)
				: refuse(NOT_OPEN, response, model);
	}

	@PostMapping("/desk/keeping/{reference}")
	String answer(@PathVariable String reference, AnswerForm form, HttpServletResponse response, Model model) {
		Case theCase = find(reference).filter(this::isAsked).orElse(null);
		if (theCase == null) {
			return refuse(NOT_OPEN, response, model);
		}
		List<FieldProblem> problems = form.problems(this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return ask(theCase, form, problems, model);
		}
		try {
			if (form.erases()) {
				this.erasures.erase(theCase.id());
			}
			else {
				this.erasures.refuse(theCase.id(), form.toReason(), form.toExplanation());
			}
		}
		catch (Refused ex) {
			return refuse(ex.refusal(), response, model);
		}
		return "redirect:/desk/keeping";
	}

	private String refuse(Refusal refusal, HttpServletResponse response, Model model) {
		refusal.show(this.words, response, model);
		return show(model);
	}

	private Optional<Case> find(String reference) {
		return this.cases.read(reference, this.signedIn.member().id());
	}

	private boolean isAsked(Case theCase) {
		return this.erasures.of(theCase.id()).filter(ErasureRequest::isOpen).isPresent();
	}

	private String ask(Case theCase, AnswerForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("client", theCase.client());
		model.addAttribute("going", this.retention.of(theCase));
		model.addAttribute("reasons", ErasureRequest.Reason.values());
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		return "retention/answer";
	}

	/** A wish that waits. */
	record Waiting(String reference, LocalDate askedOn) {
	}

}
