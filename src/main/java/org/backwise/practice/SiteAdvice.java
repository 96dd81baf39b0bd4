package org.backwise.practice;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the practice's name and numbers. */
@ControllerAdvice
class SiteAdvice {

	private final PracticeNow practice;

	SiteAdvice(PracticeNow practice) {
		this.practice = practice;
	}

	@ModelAttribute("site")
	Site site() {
		return new Site(this.practice.now());
	}

}
