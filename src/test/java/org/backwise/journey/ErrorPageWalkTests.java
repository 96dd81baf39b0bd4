package org.backwise.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages for when something is wrong, in a browser. */
@BrowserTest
class ErrorPageWalkTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvc mvc;

	private final Browser browser;

	ErrorPageWalkTests(Browser browser) {
		this.browser = browser;
	}

	@EachSize
	void aWrongLinkLeadsBackToTheStart(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open("/result/nobody");
			assertThat(visit.heading()).isEqualTo("We cannot find that page");
			visit.click("Go to the start page");
			assertThat(visit.path()).isEqualTo("/");
		}
	}

	@EachSize
	void aFormThatWasOpenTooLongLeadsBackToTheAnswers(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.begin();
			visit.tick("nerve-signs-none");
			visit.context()
				.clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("XSRF-TOKEN"));
			visit.carryOn();
			assertThat(visit.heading()).isEqualTo("Please try that again");
			visit.click("Go to the start page").click("Carry on");
			assertThat(visit.path()).isEqualTo("/intake/questions/nerve-signs");
		}
	}

	@EachSize
	void allOthersLookTheSame(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			for (int code : new int[] { 400, 405, 413, 418, 429, 500, 503 }) {
				String address = "/wrong-" + code;
				visit.page()
					.route("**" + address, (route) -> route
						.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(error(code))));
				visit.open(address);
				assertThat(visit.page().locator(".error-page h1").isVisible()).as("page for %s", code).isTrue();
			}
		}
	}

	private String error(int code) {
		try {
			return this.mvc.perform(MockMvcRequestBuilders.get("/error").accept(MediaType.TEXT_HTML).with((request) -> {
				request.setDispatcherType(DispatcherType.ERROR);
				return request;
			})
				.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/wrong")
				.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)).andReturn().getResponse().getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
