package org.backwise.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.AgeBand;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.practice.ClientDevices;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/** The start page and the consent that stands before the first question. */
@Controller
class StartController {

	private final Drafts drafts;

	private final Sending sending;

	private final ClientDevices devices;

	private final DraftCookie cookies;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final PracticeNow practice;

	private final Words words;

	private final Clock clock;

	StartController(Drafts drafts, Sending sending, ClientDevices devices, DraftCookie cookies, Cases cases,
			LifeCycle lifeCycle, PracticeNow practice, Words words, Clock clock) {
		this.drafts = drafts;
		this.sending = sending;
		this.devices = devices;
		this.cookies = cookies;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.practice = practice;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/")
	String start(HttpServletRequest request, HttpServletResponse response, Model model,
			@RequestParam(required = false) String gone) {
		if (!this.practice.now().isSetUp()) {
			return "intake/not-yet";
		}
		if (this.devices.isOne(request)) {
			// The next one begins: Back leads to nothing of the one before.
			DraftCookie.clear(request, response);
			this.devices.close(null, request, response);
		}
		boolean open = isOpen(request);
		model.addAttribute("open", open);
		(open ? Optional.<LinkToken>empty() : kept(request).flatMap(this.sending::resultOf))
			.ifPresent((result) -> this.cases.behind(result.text()).ifPresent((sent) -> {
				model.addAttribute("result", "/result/" + result.text());
				model.addAttribute("sentOn", LocalDate.ofInstant(sent.sentAt(), this.clock.getZone()));
				model.addAttribute("private", true);
			}));
		model.addAttribute("gone", gone != null);
		model.addAttribute("days", this.drafts.kept().toDays());
		model.addAttribute("describes", this.words.of("intake.start.lede"));
		return "intake/start";
	}

	private boolean isOpen(HttpServletRequest request) {
		return kept(request).filter(this.drafts::isOpen).isPresent();
	}

	/** What this browser remembers; a device for clients tells nobody. */
	private Optional<LinkToken> kept(HttpServletRequest request) {
		return DraftCookie.read(request).filter((token) -> !this.devices.isOne(request));
	}

	@GetMapping("/intake/consent")
	String consent(HttpServletRequest request, Model model) {
		if (!this.practice.now().isSetUp()) {
			return "redirect:/";
		}
		return show(ConsentForm.blank(), List.of(), request, model);
	}

	/**
	 * {@code start} names the draft before it exists, so that a double click begins one
	 * only.
	 */
	@PostMapping("/intake/consent")
	String agree(ConsentForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		return begin(form, null, request, response, (shown, problems) -> show(shown, problems, request, model));
	}

	private String begin(ConsentForm form, @Nullable CaseId comesFrom, HttpServletRequest request,
			HttpServletResponse response, BiFunction<ConsentForm, List<FieldProblem>, String> refused) {
		if (!this.practice.now().isSetUp()) {
			return "redirect:/";
		}
		LinkToken token = new LinkToken(Objects.requireNonNullElse(form.start(), ""));
		List<FieldProblem> problems = form.problems(this.words::of);
		Optional<AgeBand> band = form.band();
		if (!problems.isEmpty() || band.isEmpty() || !token.isWellFormed()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return refused.apply(form.under(token.isWellFormed() ? token : LinkToken.random()), problems);
		}
		this.drafts.begin(token, this.words.of("intake.consent.version"), band.get(), form.isForAnother(), comesFrom);
		this.cookies.keep(token, request, response);
		if (this.devices.isOne(request)) {
			this.devices.close(null, request, response);
		}
		return "redirect:/intake/questions";
	}

	/** Everything is asked afresh; nothing of before counts until it is said again. */
	@GetMapping("/result/{link}/again")
	String again(@PathVariable String link, HttpServletRequest request, Model model) {
		Case earlier = earlier(link);
		ConsentForm form = earlier.consent().forAnother() ? ConsentForm.blank().asBefore() : ConsentForm.blank();
		return again(link, earlier, form, List.of(), request, model);
	}

	@PostMapping("/result/{link}/again")
	String beginAgain(@PathVariable String link, ConsentForm form, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Case earlier = earlier(link);
		return begin(form, earlier.id(), request, response,
				(shown, problems) -> again(link, earlier, shown, problems, request, model));
	}

	private Case earlier(String link) {
		return this.cases.behind(link)
			.filter((theCase) -> this.lifeCycle.standing(theCase).state() != CaseState.WITHDRAWN)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String again(String link, Case earlier, ConsentForm form, List<FieldProblem> problems,
			HttpServletRequest request, Model model) {
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("since", LocalDate.ofInstant(earlier.sentAt(), this.clock.getZone()));
		return show(form, problems, request, model);
	}

	private String show(ConsentForm form, List<FieldProblem> problems, HttpServletRequest request, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("bands", AgeBand.values());
		model.addAttribute("open", isOpen(request));
		FieldProblem.show(problems, model);
		model.addAttribute("days", this.drafts.kept().toDays());
		model.addAttribute("private", true);
		return "intake/consent";
	}

}
