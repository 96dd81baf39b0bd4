package org.backwise;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestDesk.People;
import org.backwise.cases.Case;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages of one case, as somebody at the desk asks for them. */
public record DeskPages(MockMvcTester mvc, People people, Case of) {

	public MvcTestResult get(String path) {
		return this.mvc.get().uri(address(path)).with(this.people.there()).exchange();
	}

	/** A form with its fields, each name followed by its value. */
	public MvcTestResult post(String path, String... fields) {
		var request = this.mvc.post().uri(address(path)).with(csrf()).with(this.people.there());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private String address(String path) {
		return "/desk/cases/" + this.of.reference() + path;
	}

}
