package org.backwise.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

import org.backwise.cases.AnswerSheet;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.origin.Origin;
import org.backwise.practice.ClientDevices;
import org.backwise.practice.LinkToken;
import org.backwise.triage.Answer;
import org.backwise.triage.InForce;
import org.backwise.triage.Slip;
import org.backwise.triage.Ticked;

/** Check your answers and send them; come back to them later; already sent. */
@Controller
class CheckController {

	private final Drafts drafts;

	private final DraftCookie cookies;

	private final Sending sending;

	private final InForce rules;

	private final ClientDevices devices;

	private final Origin origin;

	CheckController(Drafts drafts, DraftCookie cookies, Sending sending, InForce rules, ClientDevices devices,
			Origin origin) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.sending = sending;
		this.rules = rules;
		this.devices = devices;
		this.origin = origin;
	}

	/** An answer as it stands on the check page. */
	record Row(String name, String page, List<String> words) {

	}

	@GetMapping("/intake/check")
	String show(HttpServletRequest request, Model model) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Draft draft = (token != null) ? this.drafts.find(token).orElse(null) : null;
		if (token == null || draft == null) {
			return Redirects.withoutDraft(token, this.sending);
		}
		String next = Redirects.toNext(draft);
		if (!next.equals("redirect:/intake/check")) {
			return next;
		}
		model.addAttribute("parts", parts(draft));
		model.addAttribute("slip", slip(draft));
		model.addAttribute("progress", draft.journey().atCheck());
		model.addAttribute("details", draft.reading().isReferral() ? null : draft.details());
		model.addAttribute("back", !draft.reading().isReferral() ? "/intake/details"
				: draft.journey().last().map((page) -> "/intake/questions/" + page.id()).orElse("/"));
		model.addAttribute("private", true);
		return "intake/check";
	}

	@PostMapping("/intake/check")
	String send(HttpServletRequest request, HttpServletResponse response) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Answered answered = (token != null) ? this.sending.send(token) : new Answered.Gone();
		if (answered instanceof Answered.Sent sent) {
			return this.cookies.toResult(sent, request, response);
		}
		return (answered instanceof Answered.Early early) ? Redirects.toNext(early.draft())
				: Redirects.withoutDraft(token, this.sending);
	}

	/** The private link under which the answers wait. */
	@GetMapping("/intake/later")
	String later(HttpServletRequest request, Model model) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		if (token == null || !this.drafts.isOpen(token)) {
			return Redirects.withoutDraft(token, this.sending);
		}
		model.addAttribute("path", "/intake/resume/" + token.text());
		model.addAttribute("address", this.origin.of("/intake/resume/" + token.text()));
		model.addAttribute("days", this.drafts.kept().toDays());
		model.addAttribute("device", this.devices.isOne(request));
		model.addAttribute("private", true);
		return "intake/later";
	}

	@GetMapping("/intake/resume/{link}")
	String resume(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
		LinkToken token = new LinkToken(link);
		boolean known = this.drafts.isOpen(token) || this.sending.resultOf(token).isPresent();
		if (!known) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.cookies.keep(token, request, response);
		return "redirect:/intake/questions";
	}

	/**
	 * Where every way leads that would go on with answers that were sent, except that an
	 * emergency shows its notice: whoever never saw it is not asked to click for it.
	 */
	@GetMapping("/intake/sent")
	String sent(HttpServletRequest request, @RequestParam(required = false) @Nullable String late, Model model) {
		Optional<LinkToken> result = DraftCookie.read(request).flatMap(this.sending::resultOf);
		if (result.isEmpty()) {
			return "redirect:/intake/questions";
		}
		if (this.sending.isEmergency(result.get())) {
			return "redirect:/result/" + result.get().text();
		}
		model.addAttribute("result", "/result/" + result.get().text());
		model.addAttribute("late", late != null);
		model.addAttribute("private", true);
		return "intake/sent";
	}

	/**
	 * The page to look at again, where the answers lead to a plan and one may be a slip.
	 */
	private @Nullable String slip(Draft draft) {
		KnowledgeBase base = this.rules.base();
		return Slip.painless(draft.reading().answers(), base)
			.filter((slip) -> !draft.reading().isReferral())
			.map((slip) -> base.question(slip.question()).page())
			.orElse(null);
	}

	private Map<String, List<Row>> parts(Draft draft) {
		Map<String, List<Row>> parts = new LinkedHashMap<>();
		Journey journey = draft.journey();
		draft.reading().asked().forEach((asked) -> {
			Question question = draft.inWords(Ticked.inOwnWords(this.rules.base().question(asked.id()),
					draft.reading().answers(), this.rules.base()));
			Answer answer = draft.reading().answers().to(asked.id()).orElse(null);
			boolean left = answer == null && !question.isOptional();
			if (left || !journey.contains(this.rules.base().page(question.page()))) {
				return;
			}
			parts
				.computeIfAbsent(this.rules.base().part(this.rules.base().page(question.page())).title(),
						(title) -> new ArrayList<>())
				.add(new Row(question.shortName(), question.page(),
						(answer != null) ? AnswerSheet.inWords(question, answer).words() : List.of()));
		});
		return parts;
	}

}
