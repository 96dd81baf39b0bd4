package org.backwise.intake;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;

/** The question pages: one handler pair for all of them. */
@Controller
class QuestionsController {

	private final Drafts drafts;

	private final DraftCookie cookies;

	private final Sending sending;

	private final InForce rules;

	private final Words words;

	private final QuestionPages pages;

	private final EarlierAnswers earlier;

	QuestionsController(Drafts drafts, DraftCookie cookies, Sending sending, InForce rules, Words words,
			QuestionPages pages, EarlierAnswers earlier) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.sending = sending;
		this.rules = rules;
		this.words = words;
		this.pages = pages;
		this.earlier = earlier;
	}

	/** Leads to the first page that is not answered yet. */
	@GetMapping("/intake/questions")
	String next(HttpServletRequest request) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Optional<Draft> draft = Optional.ofNullable(token).flatMap(this.drafts::find);
		if (token == null || draft.isEmpty()) {
			return Redirects.withoutDraft(token, this.sending);
		}
		return Redirects.toNext(draft.get());
	}

	@GetMapping("/intake/questions/{id}")
	String show(@PathVariable String id, @RequestParam(required = false) @Nullable String change,
			HttpServletRequest request, Model model) {
		LinkToken token = DraftCookie.read(request).orElse(null);
		Draft draft = (token != null) ? this.drafts.find(token).orElse(null) : null;
		Page page = page(id);
		if (token == null || draft == null) {
			return Redirects.withoutDraft(token, this.sending);
		}
		if (!draft.journey().mayShow(page)) {
			return Redirects.toNext(draft);
		}
		PageForm form = PageForm.of(this.rules.base().questionsOn(page), draft.reading().answers());
		EarlierAnswers.Earlier earlier = this.earlier.of(draft.comesFrom()).orElse(null);
		if (earlier != null) {
			form = form.filledIn(EarlierAnswers.among(this.rules.base().questionsOn(page), this.rules.base()),
					earlier.given(), () -> model.addAttribute("earlier", earlier.day()));
		}
		return show(page, draft, form, List.of(), change != null, model);
	}

	@PostMapping("/intake/questions/{id}")
	String answer(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		List<Question> questions = this.rules.base().questionsOn(page(id));
		LinkToken token = DraftCookie.read(request).orElse(null);
		if (token == null) {
			return Redirects.withoutDraft(null, this.sending);
		}
		PageForm form = PageForm.of(questions, sent);
		boolean change = sent.containsKey("change");
		Answered answered = this.sending.answer(token, id, form.sheet(questions),
				"true".equals(sent.getFirst("guardian")));
		// Only now is it known of whom the page speaks.
		Page page = page(id);
		if (answered instanceof Answered.Problems wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(page, wrong.draft(), form,
					this.pages.problems(this.rules.base().questionsOn(page), wrong.reading()), change, model);
		}
		if (answered instanceof Answered.NeedsGuardian alone) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("guardian", true);
			return show(page, alone.draft(), form,
					List.of(new FieldProblem("guardian", this.words.of("intake.guardian.missing"))), change, model);
		}
		if (answered instanceof Answered.Early early) {
			return Redirects.toNext(early.draft());
		}
		if (answered instanceof Answered.Gone) {
			return Redirects.tooLate(token, this.sending);
		}
		if (answered instanceof Answered.Kept kept) {
			this.cookies.keep(token, request, response);
			return change ? Redirects.toNextNeeded(kept.draft()) : Redirects.after(kept.draft(), page);
		}
		return this.cookies.toResult((Answered.Sent) answered, request, response);
	}

	private Page page(String id) {
		return this.rules.base()
			.questionnaire()
			.pages()
			.stream()
			.filter((page) -> page.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String show(Page page, Draft draft, PageForm form, List<FieldProblem> problems, boolean change,
			Model model) {
		Journey journey = draft.journey();
		this.pages.show(this.rules.base(), page, draft.reading().answers(), draft::inWords, form, problems, model);
		Journey.Progress at = journey.progress(page);
		model.addAttribute("progress", at);
		model.addAttribute("progressWords",
				this.words.of("intake.questions.progress", at.section(), at.part(), at.parts(), at.title()));
		boolean leadsToCheck = change && !journey.isMissing(page);
		model.addAttribute("action", "/intake/questions/" + page.id());
		model.addAttribute("back", leadsToCheck ? "/intake/check"
				: journey.before(page).map((before) -> "/intake/questions/" + before.id()).orElse("/"));
		model.addAttribute("saysYou", draft.consent().forAnother() && !this.rules.base().language().ofAnother());
		model.addAttribute("change", change);
		model.addAttribute("go", leadsToCheck ? "save" : "continue");
		return "intake/questions";
	}

}
