package org.backwise.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.backwise.care.CheckIns;
import org.backwise.care.CheckInWords;
import org.backwise.cases.CaseId;
import org.backwise.followup.By;
import org.backwise.followup.CheckInReading;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;

/**
 * Asks the warning signs aloud, where a client made no check-in for a session: the same
 * questions, answered for them by the therapist.
 */
@Component
class AskAloud {

	private final CheckIns checkIns;

	private final SignedIn signedIn;

	private final Words words;

	AskAloud(CheckIns checkIns, SignedIn signedIn, Words words) {
		this.checkIns = checkIns;
		this.signedIn = signedIn;
		this.words = words;
	}

	KnowledgeBase questions() {
		return this.checkIns.questions();
	}

	/**
	 * The questions that apply, with what was ticked. Those that were not shown yet are
	 * right.
	 */
	List<AskedAloud> asked(CaseId id, Moment moment, AloudForm form) {
		KnowledgeBase questions = questions();
		CheckInWords inWords = this.checkIns.words(id, List.of());
		Reading reading = read(id, moment, form).reading();
		List<AskedAloud> asked = new ArrayList<>();
		for (Reading.AskedQuestion one : reading.asked()) {
			Question question = questions.question(one.id());
			if (!question.page().equals(FollowUp.FACTS)) {
				List<Option> offered = question.options()
					.stream()
					.filter((option) -> one.options().contains(option.id()))
					.toList();
				String error = form.shown().contains(one.id()) ? error(question, reading) : null;
				asked.add(new AskedAloud(inWords.of(question.with(offered)),
						form.typed().getOrDefault(one.id(), Set.of()), error));
			}
		}
		return asked;
	}

	/** What is wrong with what stood on the page. */
	static List<FieldProblem> problems(List<AskedAloud> asked) {
		List<FieldProblem> problems = new ArrayList<>();
		for (AskedAloud one : asked) {
			if (one.error() != null) {
				problems.add(new FieldProblem(one.question().id(), one.target(), one.error()));
			}
		}
		return problems;
	}

	/**
	 * Sends the answers when they are complete; false when something is still to be
	 * asked.
	 */
	boolean send(CaseId id, Moment moment, AloudForm form) {
		if (!read(id, moment, form).isComplete()) {
			return false;
		}
		this.checkIns.send(id, moment, By.THERAPIST, form.sheet(questions()), List.of(),
				new Who.Staff(this.signedIn.member().id()));
		return true;
	}

	private CheckInReading read(CaseId id, Moment moment, AloudForm form) {
		return this.checkIns.read(id, moment, By.THERAPIST, form.sheet(questions()), 0);
	}

	private @org.jspecify.annotations.Nullable String error(Question question, Reading reading) {
		for (Problem problem : reading.problems()) {
			if (question.id().equals(problem.question())) {
				return (question.range() != null)
						? this.words.of("notes.aloud.number", question.range().from(), question.range().to())
						: this.words.of("notes.aloud.fits-not");
			}
		}
		return reading.missing().contains(question.id()) ? question.missing() : null;
	}

}
