package org.backwise.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;

/** Checks that the questions can be asked in their order. */
class QuestionnaireCheck {

	private static final int HIGHEST_NUMBER = 1_000;

	private final KnowledgeBase base;

	private final KnowledgeCheck check;

	QuestionnaireCheck(KnowledgeBase base, KnowledgeCheck check) {
		this.base = base;
		this.check = check;
	}

	void check() {
		Set<String> sections = KnowledgeCheck.ids(this.base.questionnaire().sections(), Questionnaire.Section::id);
		if (!sections.equals(Set.of(Questionnaire.SAFETY, Questionnaire.MASSAGE))) {
			this.check.add("questions.yaml: the sections must be 'safety' and 'massage'");
			return;
		}
		Set<String> parts = KnowledgeCheck.ids(this.base.questionnaire().parts(), Questionnaire.Part::id);
		this.base.questionnaire().parts().forEach((part) -> {
			this.check.known("questions.yaml", "part", part.id(), "section", part.section(), sections);
		});
		this.base.questionnaire().pages().forEach((page) -> {
			this.check.known("questions.yaml", "page", page.id(), "part", page.part(), parts);
			List<Question> questions = this.base.questionsOn(page);
			if (questions.isEmpty()) {
				this.check.problem("questions.yaml", "page", page.id(), "no question stands on this page");
			}
			if (questions.size() > 1 && page.title() == null) {
				this.check.problem("questions.yaml", "page", page.id(),
						"a page with several questions needs a 'title'");
			}
		});
		Set<String> pages = KnowledgeCheck.ids(this.base.questionnaire().pages(), Page::id);
		Set<String> earlier = new LinkedHashSet<>();
		for (Question question : this.base.questions()) {
			this.check.known("questions.yaml", "question", question.id(), "page", question.page(), pages);
			question(question, earlier);
			earlier.add(question.id());
		}
	}

	private void question(Question question, Set<String> earlier) {
		String id = question.id();
		if ((question.kind() == Kind.NUMBER) != (question.range() != null)) {
			this.check.problem("questions.yaml", "question", id, "a number question, and no other, has a 'range'");
		}
		if ((question.kind() == Kind.NUMBER) != question.options().isEmpty()) {
			this.check.problem("questions.yaml", "question", id,
					"a single or multi question, and no other, has 'options'");
		}
		Range range = question.range();
		if (range != null && (range.from() < 0 || range.to() <= range.from() || range.to() > HIGHEST_NUMBER)) {
			this.check.problem("questions.yaml", "question", id, "its 'range' goes up from 0 or more, to 1000 at most");
		}
		if (question.asked() != null) {
			asked(question, question.asked(), earlier);
		}
		question.options().forEach((option) -> {
			if (option.offered() != null) {
				asked(question, option.offered(), earlier);
			}
			if (question.choosesOneOfOffered() != (option.offered() != null) && !question.isOptional()) {
				this.check.problem("questions.yaml", "question", id,
						"option " + option.id() + ": 'offered' and 'choose-one-of-offered' go together");
			}
			if (question.kind() != Kind.MULTI && option.alone() != null) {
				this.check.problem("questions.yaml", "question", id,
						"option " + option.id() + ": only multi options stand alone");
			}
		});
		String counts = question.unansweredCountsAs();
		if (counts != null && (question.kind() != Kind.SINGLE || noOption(question, counts))) {
			this.check.problem("questions.yaml", "question", id, "'unanswered-counts-as' is not one of its options");
		}
	}

	private void asked(Question question, Condition when, Set<String> earlier) {
		if (!this.check.condition("questions.yaml", "question", question.id(), when)) {
			return;
		}
		when.questions()
			.stream()
			.filter((read) -> !earlier.contains(read))
			.forEach((read) -> this.check.problem("questions.yaml", "question", question.id(),
					"depends on the question " + read + ", which is asked later"));
	}

	private static boolean noOption(Question question, String id) {
		return question.options().stream().noneMatch((option) -> option.id().equals(id));
	}

}
