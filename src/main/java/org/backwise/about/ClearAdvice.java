package org.backwise.about;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the foot of a page ask whether it was clear, where that is asked. */
@ControllerAdvice
class ClearAdvice {

	private final PageKinds kinds;

	ClearAdvice(PageKinds kinds) {
		this.kinds = kinds;
	}

	/**
	 * What the foot of a page asks.
	 *
	 * @param page its path
	 * @param thanks whether somebody has just answered
	 * @param form whether the page has answers on it that a new page would lose
	 */
	record Asked(String page, boolean thanks, boolean form) {

		/** Says no path, which may be somebody's private one. */
		@Override
		public String toString() {
			return "asked whether a page was clear";
		}

	}

	@ModelAttribute("clear")
	@Nullable Asked asked(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return this.kinds.of(path)
			.map((kind) -> new Asked(path, request.getParameter("clear") != null,
					kind.startsWith("question-") || kind.equals("consent") || kind.equals("details")))
			.orElse(null);
	}

}
