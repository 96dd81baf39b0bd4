package org.backwise.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.CheckInWords;
import org.backwise.care.CheckIns;
import org.backwise.care.NextCheckIn;
import org.backwise.cases.Case;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Cases;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.triage.Answers;
import org.backwise.triage.InForce;

/**
 * The check-ins of a course of care, page after page under the client's own link, so that
 * they can be gone on with anywhere.
 */
@Controller
class CheckInController {

	private final Cases cases;

	private final CheckIns checkIns;

	private final CheckInDrafts drafts;

	private final QuestionPages pages;

	private final InForce rules;

	private final Words words;

	CheckInController(Cases cases, CheckIns checkIns, CheckInDrafts drafts, QuestionPages pages, InForce rules,
			Words words) {
		this.cases = cases;
		this.checkIns = checkIns;
		this.drafts = drafts;
		this.pages = pages;
		this.rules = rules;
		this.words = words;
	}

	/** Leads to the check-in that is due. */
	@GetMapping("/result/{link}/check-in")
	String due(@PathVariable String link) {
		return this.checkIns.next(find(link).id())
			.filter(NextCheckIn::open)
			.map((next) -> "redirect:" + start(link, next.moment()))
			.orElseGet(() -> notDue(link));
	}

	@GetMapping("/result/{link}/check-in/{moment}")
	String start(@PathVariable String link, @PathVariable String moment, Model model) {
		Case theCase = find(link);
		Moment when = moment(moment);
		if (!this.checkIns.isOpen(theCase.id(), when)) {
			return notDue(link);
		}
		model.addAttribute("moment", when.toString());
		model.addAttribute("action", start(link, when));
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("open", this.drafts.find(theCase, when).isPresent());
		model.addAttribute("private", true);
		return "intake/check-in";
	}

	@PostMapping("/result/{link}/check-in/{moment}")
	String begin(@PathVariable String link, @PathVariable String moment) {
		Case theCase = find(link);
		Moment when = moment(moment);
		if (!this.checkIns.isOpen(theCase.id(), when)) {
			return notDue(link);
		}
		this.drafts.begin(new LinkToken(link), theCase, when);
		return this.drafts.find(theCase, when).map((draft) -> toNext(link, draft)).orElseGet(() -> notDue(link));
	}

	@GetMapping("/result/{link}/check-in/{moment}/{step}")
	String show(@PathVariable String link, @PathVariable String moment, @PathVariable String step, Model model) {
		Case theCase = find(link);
		Moment when = moment(moment);
		CheckInDraft draft = this.drafts.find(theCase, when).orElse(null);
		if (draft == null || !this.checkIns.isOpen(theCase.id(), when)) {
			return this.checkIns.isOpen(theCase.id(), when) ? "redirect:" + start(link, when) : notDue(link);
		}
		if (step.equals(CheckInDraft.NAMING)) {
			return draft.mayName() ? showNaming(link, draft, draft.activities(), List.of(), model)
					: toNext(link, draft);
		}
		Page page = page(step, draft.questions());
		if (!draft.mayShow(page)) {
			return toNext(link, draft);
		}
		PageForm form = PageForm.of(draft.questions().questionsOn(page), draft.reading().reading().answers());
		return show(link, theCase, page, draft, form, List.of(), model);
	}

	@PostMapping("/result/{link}/check-in/{moment}/{step}")
	String answer(@PathVariable String link, @PathVariable String moment, @PathVariable String step,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model) {
		Handed handed = new Handed(link, find(link), moment(moment), step, sent);
		CheckInDraft draft = this.drafts.find(handed.theCase(), handed.moment()).orElse(null);
		if (draft == null) {
			return afterSending(handed);
		}
		try {
			return step.equals(CheckInDraft.NAMING) ? name(handed, draft, response, model)
					: answer(handed, draft, response, model);
		}
		catch (Refused ex) {
			return notDue(link);
		}
	}

	private String answer(Handed handed, CheckInDraft draft, HttpServletResponse response, Model model) {
		Page page = page(handed.step(), draft.questions());
		List<Question> questions = draft.questions().questionsOn(page);
		PageForm form = PageForm.of(questions, handed.sent());
		CheckInAnswered answered = this.drafts.answer(handed.theCase(), handed.moment(), page, form.sheet(questions));
		if (answered instanceof CheckInAnswered.Problems wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(handed.link(), handed.theCase(), page, wrong.draft(), form,
					this.pages.problems(questions, wrong.reading()), model);
		}
		return after(handed, answered);
	}

	private String name(Handed handed, CheckInDraft draft, HttpServletResponse response, Model model) {
		ThingsForm form = ThingsForm.of(handed.sent());
		List<FieldProblem> problems = form.problems(this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showNaming(handed.link(), draft, form.typed(), problems, model);
		}
		return after(handed, this.drafts.name(handed.theCase(), handed.moment(), form.things()));
	}

	private String after(Handed handed, CheckInAnswered answered) {
		if (answered instanceof CheckInAnswered.Gone) {
			return afterSending(handed);
		}
		if (answered instanceof CheckInAnswered.Kept kept) {
			return to(handed.link(), kept.draft(), kept.draft().after(handed.step()));
		}
		return (answered instanceof CheckInAnswered.Early early) ? toNext(handed.link(), early.draft())
				: "redirect:/result/" + handed.link();
	}

	private String show(String link, Case theCase, Page page, CheckInDraft draft, PageForm form,
			List<FieldProblem> problems, Model model) {
		Answers answers = draft.reading().reading().answers();
		CheckInWords words = this.checkIns.words(theCase.id(), draft.activities());
		boolean child = theCase.consent().isChild(answers, draft.questions());
		this.pages.show(draft.questions(), page, answers,
				(question) -> words.of(child ? question.forChild() : question), form, problems, model);
		if (page.title() != null) {
			// A question about what a doctor knows stays out of the title of the page.
			model.addAttribute("title", page.title());
		}
		FollowUp.LookAgain again = followUp().lookAgain();
		boolean look = answers.hold(again.when()) && !page.id().equals(again.page());
		model.addAttribute("lookAgain", look ? step(link, draft.moment(), again.page()) : null);
		frame(link, draft, page.id(), draft.questions().part(page).title(), model);
		return "intake/questions";
	}

	private String showNaming(String link, CheckInDraft draft, List<String> typed, List<FieldProblem> problems,
			Model model) {
		List<String> things = new ArrayList<>(typed);
		while (things.size() < ThingsForm.MOST) {
			things.add("");
		}
		model.addAttribute("things", things);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		frame(link, draft, CheckInDraft.NAMING, draft.questions().part(draft.about()).title(), model);
		return "intake/things";
	}

	/** Where a step stands, and where it leads back and on. */
	private void frame(String link, CheckInDraft draft, String step, String part, Model model) {
		List<String> steps = draft.steps();
		int at = steps.indexOf(step) + 1;
		model.addAttribute("progressWords", this.words.of("intake.check-in.progress", at, steps.size(), part));
		model.addAttribute("progress", new Journey.Progress(part, 1, 1, part, at, steps.size() + 1));
		model.addAttribute("action", step(link, draft.moment(), step));
		model.addAttribute("back",
				draft.before(step)
					.map((before) -> step(link, draft.moment(), before))
					.orElse(start(link, draft.moment())));
		model.addAttribute("go", draft.isLast(step) ? "send" : "continue");
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("until", followUp().timing().holdsHours());
	}

	private static String toNext(String link, CheckInDraft draft) {
		return to(link, draft, draft.next());
	}

	private static String to(String link, CheckInDraft draft, Optional<String> step) {
		return "redirect:" + step.map((one) -> step(link, draft.moment(), one)).orElse(start(link, draft.moment()));
	}

	private static String start(String link, Moment moment) {
		return "/result/" + link + "/check-in/" + moment;
	}

	private static String step(String link, Moment moment, String step) {
		return start(link, moment) + "/" + step;
	}

	private static String notDue(String link) {
		return "redirect:/result/" + link + "?not=due";
	}

	/**
	 * The check-in was sent before. What a double click or a lost answer hands in again
	 * stands in it; anything else is not kept, which is said: it may be a warning sign.
	 */
	private String afterSending(Handed handed) {
		List<CheckIn> made = this.checkIns.of(handed.theCase().id());
		CheckIn last = made.isEmpty() ? null : made.get(made.size() - 1);
		boolean kept = last != null && last.moment() == handed.moment() && stands(last, handed);
		return "redirect:/result/" + handed.link() + (kept ? "" : "?not=late");
	}

	private boolean stands(CheckIn last, Handed handed) {
		if (handed.step().equals(CheckInDraft.NAMING)) {
			return ThingsForm.of(handed.sent()).things().equals(last.activities());
		}
		KnowledgeBase asked = this.checkIns.questions();
		List<Question> questions = asked.questionsOn(page(handed.step(), asked));
		return PageForm.of(questions, handed.sent())
			.sheet(questions)
			.entrySet()
			.stream()
			.allMatch((given) -> given.getValue().equals(last.sheet().get(given.getKey())));
	}

	private static Page page(String id, KnowledgeBase questions) {
		return Optional.of(id)
			.filter((step) -> !step.equals(FollowUp.FACTS))
			.flatMap((step) -> questions.questionnaire()
				.pages()
				.stream()
				.filter((page) -> page.id().equals(step))
				.findFirst())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static Moment moment(String id) {
		return Moment.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private FollowUp followUp() {
		return Objects.requireNonNull(this.rules.triage().knowledge().followUp());
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** One page of a check-in, as it came. */
	private record Handed(String link, Case theCase, Moment moment, String step, MultiValueMap<String, String> sent) {

		/** Says nothing of the answers. */
		@Override
		public String toString() {
			return "a page of a check-in";
		}

	}

}
