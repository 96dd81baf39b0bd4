package org.backwise.limits;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestGuardTests {

	private static final String HERE = "192.0.2.1";

	private static final String THERE = "192.0.2.2";

	private final RequestGuard guard = new RequestGuard(
			new Limits(true, 2, 2, 2, 9, DataSize.ofBytes(100), DataSize.ofBytes(1_000)), new TurnedAway());

	@Test
	void refusesTooManyCallsOfTheJsonDoorAndSaysWhenToComeBack() throws Exception {
		assertThat(status("POST", "/api/triage", HERE)).isEqualTo(200);
		assertThat(status("POST", "/api/triage", HERE)).isEqualTo(200);
		MockHttpServletResponse refused = answer("POST", "/api/triage", HERE, 200);
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.getHeader(HttpHeaders.RETRY_AFTER))).isBetween(1, 60);
	}

	@Test
	void countsEveryAddressForItself() throws Exception {
		for (int i = 0; i < 3; i++) {
			status("POST", "/api/triage", HERE);
		}
		assertThat(status("POST", "/api/triage", HERE)).isEqualTo(429);
		assertThat(status("POST", "/api/triage", THERE)).isEqualTo(200);
	}

	@Test
	void refusesFurtherLinksAfterTooManyWrongOnes() throws Exception {
		for (String link : new String[] { "/result/one", "/intake/resume/two" }) {
			assertThat(answer("GET", link, HERE, 404).getStatus()).isEqualTo(404);
		}
		assertThat(answer("GET", "/result/three", HERE, 200).getStatus()).isEqualTo(429);
		assertThat(answer("GET", "/intake/resume/four", HERE, 200).getStatus()).isEqualTo(429);
		assertThat(status("GET", "/intake/questions/age", HERE)).isEqualTo(200);
		assertThat(status("GET", "/result/three", THERE)).isEqualTo(200);
	}

	/** A calendar that asks on and on for an old address must not shut out its owner. */
	@Test
	void countsWrongCalendarsApart() throws Exception {
		for (String link : new String[] { "/calendar/one.ics", "/calendar/two.ics" }) {
			assertThat(answer("GET", link, HERE, 404).getStatus()).isEqualTo(404);
		}
		assertThat(answer("GET", "/calendar/three.ics", HERE, 404).getStatus()).isEqualTo(429);
		assertThat(status("GET", "/result/right", HERE)).isEqualTo(200);
	}

	@Test
	void neverCountsLinksThatAreRight() throws Exception {
		for (int i = 0; i < 10; i++) {
			assertThat(status("GET", "/result/right", HERE)).isEqualTo(200);
		}
	}

	@Test
	void refusesToBeginTooOften() throws Exception {
		assertThat(status("POST", "/intake/consent", HERE)).isEqualTo(200);
		assertThat(status("POST", "/intake/consent", HERE)).isEqualTo(200);
		assertThat(status("POST", "/intake/consent", HERE)).isEqualTo(429);
		assertThat(status("GET", "/intake/consent", HERE)).isEqualTo(200);
	}

	/** Only there is anybody signed in when this is asked. */
	@Test
	void onlyTheDeskTakesALargerFile() throws Exception {
		assertThat(file("/desk/settings/look/logo", 1_000)).isEqualTo(200);
		assertThat(file("/desk/settings/look/logo", 1_001)).isEqualTo(413);
		assertThat(file("/intake/consent", 101)).isEqualTo(413);
	}

	private int file(String path, int size) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setContentType("multipart/form-data; boundary=x");
		request.setContent(new byte[size]);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.guard.doFilter(request, response, (asked, answered) -> {
		});
		return response.getStatus();
	}

	@Test
	void nobodyAsksForTheErrorPage() throws Exception {
		assertThat(status("GET", "/error", HERE)).isEqualTo(404);
		assertThat(status("GET", "/errors", HERE)).isEqualTo(200);
	}

	@Test
	void countsNothingWhenSwitchedOff() throws Exception {
		RequestGuard off = new RequestGuard(
				new Limits(false, 1, 1, 1, 9, DataSize.ofBytes(100), DataSize.ofBytes(1_000)), new TurnedAway());
		for (int i = 0; i < 5; i++) {
			MockHttpServletResponse response = new MockHttpServletResponse();
			off.doFilter(request("POST", "/api/triage", HERE), response, new MockFilterChain());
			assertThat(response.getStatus()).isEqualTo(200);
		}
	}

	@Test
	void refusesABodyThatSaysItIsTooLong() throws Exception {
		MockHttpServletRequest request = request("POST", "/intake/details", HERE);
		request.setContent(new byte[101]);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.guard.doFilter(request, response, new MockFilterChain());
		assertThat(response.getStatus()).isEqualTo(413);
	}

	@Test
	void stopsReadingABodyThatDoesNotSayHowLongItIs() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/triage") {
			@Override
			public long getContentLengthLong() {
				return -1;
			}
		};
		request.setContent(new byte[101]);
		FilterChain reader = (wrapped, response) -> wrapped.getInputStream().readAllBytes();
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> this.guard.doFilter(request, new MockHttpServletResponse(), reader))
			.matches((ex) -> ex.getStatusCode().value() == 413);
	}

	private int status(String method, String path, String address) throws ServletException, IOException {
		return answer(method, path, address, 200).getStatus();
	}

	private MockHttpServletResponse answer(String method, String path, String address, int status)
			throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.guard.doFilter(request(method, path, address), response,
				(request, answer) -> ((HttpServletResponse) answer).setStatus(status));
		return response;
	}

	private static MockHttpServletRequest request(String method, String path, String address) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setRemoteAddr(address);
		return request;
	}

}
