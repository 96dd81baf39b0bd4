package org.backwise.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.triage.Answers;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;
import org.backwise.triage.Ticked;

/** Draws the questions of one page, of the questionnaire or of a check-in. */
@Component
class QuestionPages {

	private final Words words;

	private final JsonMapper json;

	QuestionPages(Words words, JsonMapper json) {
		this.words = words;
		this.json = json;
	}

	/**
	 * Gives a page its questions.
	 * @param base what is asked
	 * @param page the page
	 * @param answers the answers so far
	 * @param inWords a question in the words for whoever answers it
	 * @param form what is ticked or typed
	 * @param problems what is wrong with it
	 * @param model the page's model
	 */
	void show(KnowledgeBase base, Page page, Answers answers, UnaryOperator<Question> inWords, PageForm form,
			List<FieldProblem> problems, Model model) {
		FollowUps followUps = new FollowUps(base, page, answers);
		Map<String, String> offeredWhen = new LinkedHashMap<>();
		List<ShownQuestion> questions = new ArrayList<>();
		followUps.questions().forEach((question, groups) -> {
			Map<Option, List<Set<String>>> offered = followUps.offered(question);
			offered.forEach((option, when) -> {
				if (!when.isEmpty()) {
					offeredWhen.put(question.id() + "-" + option.id(), this.json.writeValueAsString(when));
				}
			});
			questions.add(ShownQuestion.of(inWords.apply(question.with(List.copyOf(offered.keySet()))),
					groups.isEmpty() ? null : this.json.writeValueAsString(groups),
					form.typed().getOrDefault(question.id(), Set.of()), problems));
		});
		model.addAttribute("page", page);
		model.addAttribute("questions", questions);
		boolean several = page.title() != null && questions.size() > 1;
		model.addAttribute("several", several);
		model.addAttribute("title", several ? page.title() : questions.get(0).question().ask());
		model.addAttribute("offeredWhen", offeredWhen);
		model.addAttribute("ownWords", ownWords(base, page, form));
		model.addAttribute("errors", problems);
		model.addAttribute("private", true);
	}

	/**
	 * A word of the client's own in the place of an option.
	 *
	 * @param words the words
	 * @param when the input beside which they stand, as JSON
	 * @param hidden whether that was not ticked when the page was sent
	 */
	record OwnWords(String words, String when, boolean hidden) {

	}

	/** Input id to the words that stand there as far as the client ticked them. */
	private Map<String, List<OwnWords>> ownWords(KnowledgeBase base, Page page, PageForm form) {
		Map<String, List<OwnWords>> own = new LinkedHashMap<>();
		String about = base.roles().contributors();
		Set<String> ticked = form.typed().getOrDefault(about, Set.of());
		base.questionsOn(page)
			.stream()
			.filter((question) -> question.id().equals(base.roles().mainCause()))
			.forEach((question) -> question.options()
				.forEach((option) -> own.put(question.id() + "-" + option.id(),
						Ticked.contributors(option.id(), base)
							.stream()
							.map((one) -> new OwnWords(one.label(),
									this.json.writeValueAsString(List.of(List.of(about + "-" + one.id()))),
									!ticked.isEmpty() && !ticked.contains(one.id())))
							.toList())));
		return own;
	}

	/** What is wrong with the questions of a page, in words. */
	List<FieldProblem> problems(List<Question> questions, Reading reading) {
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
