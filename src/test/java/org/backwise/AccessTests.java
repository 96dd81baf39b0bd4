package org.backwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import org.backwise.staff.AtTheDesk;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Walks every mapped URL as everybody there is. The table is
 * {@code src/test/resources/access.txt}: a new URL that is not in it fails.
 */
@SpringBootTest(
		properties = { "spring.datasource.url=jdbc:h2:mem:access;DB_CLOSE_DELAY=-1", "backwise.limits.enabled=false" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
class AccessTests {

	/** Looked at by filters, so that no controller maps them. */
	private static final Set<String> BY_FILTERS = Set.of("POST /desk/sign-in", "POST /desk/sign-out",
			"POST /desk/second-factor/code", "POST /desk/second-factor/passkey",
			"POST /desk/second-factor/passkey/options", "POST /desk/account/passkeys",
			"POST /desk/account/passkeys/options");

	private static final String CLIENTS_LINK = "demo-plan";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private List<RequestMappingInfoHandlerMapping> mappings;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void somebodyIsDisabled() {
		if (this.accounts.all().size() == 2) {
			this.accounts.open("Disabled Therapist", "disabled", "not used 29481 here", Role.THERAPIST);
		}
		this.jdbc.sql("update staff_account set enabled = false where sign_in_name = 'disabled'").update();
	}

	@Test
	void everyUrlIsInTheTable() throws IOException {
		Set<String> mapped = new TreeSet<>(BY_FILTERS);
		this.mappings.forEach((mapping) -> mapping.getHandlerMethods().keySet().forEach((info) -> {
			Set<String> methods = info.getMethodsCondition()
				.getMethods()
				.stream()
				.map(Enum::name)
				.collect(Collectors.toCollection(TreeSet::new));
			info.getPatternValues()
				.forEach((path) -> (methods.isEmpty() ? Set.of("GET") : methods)
					.forEach((method) -> mapped.add(method + " " + path)));
		}));
		assertThat(mapped).as("src/test/resources/access.txt must name every URL and none that is gone")
			.isEqualTo(new TreeSet<>(table().keySet()));
		assertThat(mapped).hasSizeGreaterThan(30);
	}

	@Test
	void nobodyGetsFurtherThanTheTableSays() throws Exception {
		for (Map.Entry<String, String> row : table().entrySet()) {
			switch (row.getValue()) {
				case "everybody" -> everybody(row.getKey());
				case "link" -> link(row.getKey());
				case "token" -> nobody(row.getKey());
				case "half" -> deskOnly(row.getKey());
				case "desk" -> deskOnly(row.getKey());
				case "owner" -> ownerOnly(row.getKey());
				default -> throw new IllegalStateException("Who is " + row.getValue() + "?");
			}
		}
	}

	private void everybody(String url) throws Exception {
		MockHttpServletResponse response = answer(url, "made-up", null);
		assertThat(response.getStatus()).as(url).isNotIn(401, 403).isLessThan(500);
		assertThat(asksToSignIn(response)).as(url).isFalse();
	}

	/** A made-up link leads nowhere, whoever tries it; an account does not help. */
	private void link(String url) throws Exception {
		for (String who : new String[] { null, "disabled", "therapist", "owner" }) {
			assertThat(answer(url, "made-up", who).getStatus()).as(url + " as " + who).isIn(404, 302);
		}
		assertThat(answer(url, CLIENTS_LINK, null).getStatus()).as(url + " with the link").isLessThan(500);
	}

	/** There is no token here, and an account is none. */
	private void nobody(String url) throws Exception {
		for (String who : new String[] { null, "disabled", "therapist", "owner" }) {
			assertThat(answer(url, "made-up", who).getStatus()).as(url + " as " + who).isEqualTo(404);
		}
	}

	private void deskOnly(String url) throws Exception {
		keepsOut(url);
		for (String who : List.of("therapist", "owner")) {
			MockHttpServletResponse response = answer(url, "made-up", who);
			boolean signsOut = url.endsWith("/sign-out") || url.endsWith("/sign-out-everywhere");
			assertThat(asksToSignIn(response)).as(url + " as " + who).isEqualTo(signsOut);
			assertThat(response.getStatus()).as(url + " as " + who).isNotIn(401, 403).isLessThan(500);
			if (!url.contains("{") && !BY_FILTERS.contains(url)) {
				assertThat(response.getStatus()).as(url + " as " + who).isNotEqualTo(404);
			}
		}
	}

	private void ownerOnly(String url) throws Exception {
		keepsOut(url);
		assertThat(answer(url, "made-up", "therapist").getStatus()).as(url + " as therapist").isEqualTo(404);
		MockHttpServletResponse response = answer(url, "made-up", "owner");
		assertThat(asksToSignIn(response)).as(url + " as owner").isFalse();
		if (!url.contains("{")) {
			assertThat(response.getStatus()).as(url + " as owner, or a refusal in words")
				.matches((status) -> status < 400 || status == 409 || status == 422);
		}
	}

	private void keepsOut(String url) throws Exception {
		for (String secret : List.of("made-up", CLIENTS_LINK)) {
			assertThat(asksToSignIn(answer(url, secret, null))).as(url + " with " + secret).isTrue();
		}
		assertThat(asksToSignIn(answer(url, "made-up", "disabled"))).as(url + " as disabled").isTrue();
	}

	private MockHttpServletResponse answer(String url, String secret, String who) throws Exception {
		String[] parts = url.split(" ");
		String path = parts[1].replaceAll("\\{[a-z]+:([a-z]+)[^}]*}", "$1")
			.replaceAll("\\{\\*?[A-Za-z]+}", secret)
			.replace("/**", "/x");
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path);
		if (!parts[0].equals("GET")) {
			request.with(csrf());
		}
		if (who != null) {
			request.with(AtTheDesk.as(who));
		}
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private static boolean asksToSignIn(MockHttpServletResponse response) {
		String next = response.getRedirectedUrl();
		return response.getStatus() == 302 && next != null && next.startsWith("/desk/sign-in");
	}

	private static Map<String, String> table() throws IOException {
		Map<String, String> table = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("src/test/resources/access.txt"))) {
			String[] words = line.strip().split("\\s+");
			if (words.length == 3 && !line.startsWith("#")) {
				table.put(words[0] + " " + words[1], words[2]);
			}
		}
		return table;
	}

}
