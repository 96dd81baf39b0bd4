package org.backwise.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Words;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;
import org.backwise.triage.InForce;

/** The question pages: one handler pair for all of them. */
@Controller
class QuestionsController {

	private final Drafts drafts;

	private final Sending sending;

	private final InForce rules;

	private final Words words;

	private final JsonMapper json;

	QuestionsController(Drafts drafts, Sending sending, InForce rules, Words words, JsonMapper json) {
		this.drafts = drafts;
		this.sending = sending;
		this.rules = rules;
		this.words = words;
		this.json = json;
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
		Page page = page(id);
		LinkToken token = DraftCookie.read(request).orElse(null);
		Draft draft = (token != null) ? this.drafts.find(token).orElse(null) : null;
		if (token == null || draft == null) {
			return Redirects.withoutDraft(token, this.sending);
		}
		if (!draft.journey().mayShow(page)) {
			return Redirects.toNext(draft);
		}
		PageForm form = PageForm.of(this.rules.base().questionsOn(page), draft.reading().answers());
		return show(page, draft, form, List.of(), change != null, model);
	}

	@PostMapping("/intake/questions/{id}")
	String answer(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Page page = page(id);
		LinkToken token = DraftCookie.read(request).orElse(null);
		if (token == null) {
			return Redirects.withoutDraft(null, this.sending);
		}
		List<Question> questions = this.rules.base().questionsOn(page);
		PageForm form = PageForm.of(questions, sent);
		boolean change = sent.containsKey("change");
		Answered answered = this.sending.answer(token, page, form.sheet(questions),
				"true".equals(sent.getFirst("guardian")));
		if (answered instanceof Answered.Problems wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(page, wrong.draft(), form, problems(questions, wrong.reading()), change, model);
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
			return Redirects.withoutDraft(token, this.sending);
		}
		DraftCookie.write(token, this.drafts.kept(), request, response);
		if (answered instanceof Answered.Kept kept) {
			return change ? Redirects.toNextNeeded(kept.draft()) : Redirects.after(kept.draft(), page);
		}
		return Redirects.toResult((Answered.Sent) answered);
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
		FollowUps followUps = new FollowUps(this.rules.base(), page, draft.reading().answers());
		Map<String, String> offeredWhen = new LinkedHashMap<>();
		List<ShownQuestion> questions = new ArrayList<>();
		followUps.questions().forEach((question, groups) -> {
			Map<Option, List<Set<String>>> offered = followUps.offered(question);
			offered.forEach((option, when) -> {
				if (!when.isEmpty()) {
					offeredWhen.put(question.id() + "-" + option.id(), this.json.writeValueAsString(when));
				}
			});
			questions.add(ShownQuestion.of(draft.inWords(question.with(List.copyOf(offered.keySet()))),
					groups.isEmpty() ? null : this.json.writeValueAsString(groups),
					form.typed().getOrDefault(question.id(), Set.of()), problems));
		});
		model.addAttribute("page", page);
		model.addAttribute("questions", questions);
		boolean several = page.title() != null && questions.size() > 1;
		model.addAttribute("several", several);
		model.addAttribute("title", several ? page.title() : questions.get(0).question().ask());
		model.addAttribute("offeredWhen", offeredWhen);
		model.addAttribute("progress", journey.progress(page));
		boolean leadsToCheck = change && !journey.isMissing(page);
		model.addAttribute("back", leadsToCheck ? "/intake/check"
				: journey.before(page).map((before) -> "/intake/questions/" + before.id()).orElse("/"));
		model.addAttribute("change", change);
		model.addAttribute("leadsToCheck", leadsToCheck);
		model.addAttribute("errors", problems);
		model.addAttribute("private", true);
		return "intake/questions";
	}

	private List<FieldProblem> problems(List<Question> questions, Reading reading) {
		List<FieldProblem> found = new ArrayList<>();
		for (Question question : questions) {
			reading.problems()
				.stream()
				.filter((problem) -> question.id().equals(problem.question()))
				.findFirst()
				.ifPresentOrElse((problem) -> found.add(problem(question, message(question, problem.kind()))), () -> {
					if (reading.missing().contains(question.id())) {
						found.add(problem(question, question.missing()));
					}
				});
		}
		return found;
	}

	private static FieldProblem problem(Question question, String message) {
		Range range = question.range();
		if (range == null) {
			return new FieldProblem(question.id(), question.id() + "-" + question.options().get(0).id(), message);
		}
		return new FieldProblem(question.id(),
				(range.words() != null) ? question.id() + "-" + range.from() : question.id(), message);
	}

	private String message(Question question, Problem.Kind kind) {
		Range range = question.range();
		if (question.kind() == Kind.NUMBER && range != null) {
			return this.words.of("intake.questions.number", range.from(), range.to());
		}
		return switch (kind) {
			case NOT_ALONE -> this.words.of("intake.questions.not-alone",
					question.options().stream().filter(Option::excludesOthers).findFirst().orElseThrow().label());
			case UNKNOWN_OPTION -> this.words
				.of(question.choosesOneOfOffered() ? "intake.questions.not-offered" : "intake.questions.unknown");
			default -> question.missing();
		};
	}

}
