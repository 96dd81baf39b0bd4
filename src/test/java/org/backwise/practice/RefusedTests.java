package org.backwise.practice;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A refusal reaches whoever clicked, whatever room it comes from. */
@DeskTest
class RefusedTests {

	@Autowired
	private Words words;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void isThrownOnlyForAReason() {
		Refused.because(Optional.empty());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> Refused.because(Optional.of(Refusal.of("care.minutes.range", 15, 120))))
			.withMessage("care.minutes.range")
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(new Refusal("care.minutes.range", List.of(15, 120))));
	}

	@Test
	void saysWhyInWords() {
		assertThat(Refusal.of("care.minutes.range", 15, 120).in(this.words))
			.isEqualTo("A session lasts 15 to 120 minutes");
	}

	@Test
	void whatNoPageShowsHasAPageOfItsOwn() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		MockHttpServletResponse response = new MockHttpServletResponse();

		new RefusedAdvice(this.words).tell(new Refused("care.no-plan"), request, response);

		assertThat(response.getStatus()).isEqualTo(409);
		assertThat(this.mvc.get().uri("/error").header("Accept", "text/html").with((error) -> {
			error.setDispatcherType(DispatcherType.ERROR);
			error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/desk/anything");
			error.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, response.getStatus());
			request.getAttributeNames()
				.asIterator()
				.forEachRemaining((name) -> error.setAttribute(name, request.getAttribute(name)));
			return error;
		})).hasStatus(409).bodyText().contains("That was not done", "There is no plan to change", "site-header");
	}

}
