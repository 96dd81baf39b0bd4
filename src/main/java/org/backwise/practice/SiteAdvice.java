package org.backwise.practice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the practice's name and numbers. */
@ControllerAdvice
class SiteAdvice {

	private final PracticeNow practice;

	private final String build;

	SiteAdvice(PracticeNow practice, @Value("${backwise.build}") String build) {
		this.practice = practice;
		this.build = build;
	}

	@ModelAttribute("site")
	Site site() {
		return new Site(this.build, this.practice.now());
	}

}
