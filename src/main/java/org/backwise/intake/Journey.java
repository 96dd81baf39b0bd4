package org.backwise.intake;

import java.util.List;
import java.util.Optional;

import org.backwise.cases.Consent;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Part;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Section;
import org.backwise.triage.Reading;

/** The way through the questions for one client: which pages, in which order. */
class Journey {

	private final KnowledgeBase base;

	private final Reading reading;

	private final List<Page> pages;

	Journey(KnowledgeBase base, Reading reading) {
		this.base = base;
		this.reading = reading;
		this.pages = base.questionnaire().pages().stream().filter(this::isAsked).toList();
	}

	/** The pages that are asked, in order. */
	List<Page> pages() {
		return this.pages;
	}

	/**
	 * Where the client is, on the whole way to the sent answers.
	 *
	 * @param section title of the section
	 * @param part number of the part, from 1
	 * @param parts how many parts there are, with the details and the check
	 * @param title title of the part
	 * @param at pages begun
	 * @param of pages there can be, with the details and the check, and one for sending
	 */
	record Progress(String section, int part, int parts, String title, int at, int of) {

	}

	Reading reading() {
		return this.reading;
	}

	/** Whether words are chosen for somebody under 16. */
	boolean isForChild(Consent consent) {
		return consent.isChild(this.reading.answers(), this.base);
	}

	Optional<Page> firstPageMissing() {
		return this.pages.stream().filter(this::isMissing).findFirst();
	}

	/** The page itself when it may be shown now, otherwise the first that is missing. */
	boolean mayShow(Page page) {
		return this.pages.contains(page)
				&& firstPageMissing().map((missing) -> this.pages.indexOf(missing) >= this.pages.indexOf(page))
					.orElse(true);
	}

	Optional<Page> after(Page page) {
		int order = order(page);
		return this.pages.stream().filter((other) -> order(other) > order).findFirst();
	}

	Optional<Page> before(Page page) {
		int order = order(page);
		return this.pages.stream().filter((other) -> order(other) < order).reduce((first, second) -> second);
	}

	Optional<Page> last() {
		return this.pages.isEmpty() ? Optional.empty() : Optional.of(this.pages.get(this.pages.size() - 1));
	}

	Progress progress(Page page) {
		Part part = this.base.part(page);
		String section = this.base.questionnaire()
			.sections()
			.stream()
			.filter((other) -> other.id().equals(part.section()))
			.map(Section::title)
			.findFirst()
			.orElseThrow();
		return at(section, this.base.questionnaire().parts().indexOf(part) + 1, part.title(), order(page) + 1);
	}

	/** Who the client is comes when all questions are answered. */
	Progress atDetails() {
		return at("", this.base.questionnaire().parts().size() + 1, "", this.base.questionnaire().pages().size() + 1);
	}

	/** The last look at what is sent. */
	Progress atCheck() {
		return at("", this.base.questionnaire().parts().size() + 2, "", this.base.questionnaire().pages().size() + 2);
	}

	private Progress at(String section, int part, String title, int page) {
		return new Progress(section, part, this.base.questionnaire().parts().size() + 2, title, page,
				this.base.questionnaire().pages().size() + 3);
	}

	/** The questions of a page that are asked of this client. */
	List<Question> asked(Page page) {
		return this.base.questionsOn(page).stream().filter((question) -> this.reading.asks(question.id())).toList();
	}

	/**
	 * After a clearance the safety section stays as it was sent; only what is missing of
	 * it is asked. What is known beside the answers of a check-in is never asked.
	 */
	private boolean isAsked(Page page) {
		if (page.id().equals(FollowUp.FACTS)) {
			return false;
		}
		boolean open = !this.reading.isCleared() || isMissing(page)
				|| this.base.questionsOn(page).stream().anyMatch(this.base::isAboutMassage);
		return open && !asked(page).isEmpty();
	}

	boolean contains(Page page) {
		return this.pages.contains(page);
	}

	boolean isMissing(Page page) {
		return asked(page).stream().anyMatch((question) -> this.reading.missing().contains(question.id()));
	}

	private int order(Page page) {
		return this.base.questionnaire().pages().indexOf(page);
	}

}
