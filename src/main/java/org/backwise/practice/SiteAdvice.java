package org.backwise.practice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the practice's name and numbers. */
@ControllerAdvice
class SiteAdvice {

	private final Site site;

	SiteAdvice(Practice practice, @Value("${backwise.bootstrap}") String bootstrap,
			@Value("${backwise.build}") String build) {
		this.site = new Site(bootstrap, build, practice);
	}

	@ModelAttribute("site")
	Site site() {
		return this.site;
	}

}
