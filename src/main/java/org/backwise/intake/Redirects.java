package org.backwise.intake;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.practice.LinkToken;

/** Where to go next. Asked of the draft, never of the page. */
class Redirects {

	private Redirects() {
	}

	/**
	 * The first page that is missing, then the details where a plan needs them, then the
	 * check.
	 */
	static String toNext(Draft draft) {
		return draft.journey().firstPageMissing().map(Redirects::toPage).orElseGet(() -> afterQuestions(draft));
	}

	/**
	 * The same after an answer was changed: only pages that are now needed come before
	 * the check.
	 */
	static String toNextNeeded(Draft draft) {
		return draft.journey()
			.firstPageMissing()
			.map((page) -> toPage(page) + "?change")
			.orElseGet(() -> afterQuestions(draft));
	}

	/** The page after this one, answered or not. */
	static String after(Draft draft, Page page) {
		Journey journey = draft.journey();
		return journey.after(page).filter(journey::mayShow).map(Redirects::toPage).orElseGet(() -> toNext(draft));
	}

	static String toResult(Answered.Sent sent) {
		return "redirect:/result/" + sent.result().text() + (sent.used() ? "" : "?not=used");
	}

	/** Already sent, or nothing known of any answers. */
	static String withoutDraft(@Nullable LinkToken token, Sending sending) {
		return (token != null) ? sent(token, sending, "") : "redirect:/";
	}

	/** The same for what was handed in after that, and so was not kept. */
	static String tooLate(LinkToken token, Sending sending) {
		return sent(token, sending, "?late");
	}

	private static String sent(LinkToken token, Sending sending, String late) {
		return sending.resultOf(token).isPresent() ? "redirect:/intake/sent" + late : "redirect:/?gone";
	}

	private static String toPage(Page page) {
		return "redirect:/intake/questions/" + page.id();
	}

	private static String afterQuestions(Draft draft) {
		return draft.needsDetails() ? "redirect:/intake/details" : "redirect:/intake/check";
	}

}
