package org.backwise.staff;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whatever is refused at the desk leaves one row in the journal. */
@DeskTest
class RefusedRequestsTests {

	@Autowired
	private People people;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/cases/NOTTHERE", "/desk/cases/NOTTHERE/approve", "/desk/cases/NOTTHERE/sessions",
			"/desk/cases/NOTTHERE/sessions/1/note", "/desk/cases/NOTTHERE/replay", "/desk/keeping/NOTTHERE",
			"/desk/people/x", "/desk/nothing", "/%64esk/nothing", "/result/nothing", "/intake/resume/nothing" })
	void whatIsNotThereLeavesOneRow(String path) {
		long before = rows();
		assertThat(get(path)).hasStatus(404);
		assertThat(since(before)).containsExactly(Action.REFUSED);
	}

	@Test
	void aForeignMissingAndIllFormedCaseAreAnsweredAlike() {
		String page = text(get("/desk/cases/NOTTHERE"));
		for (String reference : List.of("nonsense", UUID.randomUUID().toString(), "%C3%A9", "A'--")) {
			assertThat(text(get("/desk/cases/" + reference))).isEqualTo(page);
			assertThat(text(get("/desk/cases/" + reference + "/sessions"))).isEqualTo(page);
			assertThat(text(get("/desk/cases/" + reference + "/replay"))).isEqualTo(page);
		}
	}

	@Test
	void whatOnlyTheOwnerMayDoIsNotThereForATherapist() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		for (String path : List.of("/desk/rules/approve", "/desk/keeping/NOTTHERE", "/desk/people/invite")) {
			long before = rows();
			assertThat(this.mvc.post().uri(path).with(csrf()).with(this.people.there())).as(path).hasStatus(404);
			assertThat(since(before)).as(path).containsExactly(Action.REFUSED);
		}
	}

	@Test
	void whoIsDisabledWhileSignedInIsSentToSignInAndLeavesARow() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.people.onlyTheOwner();
		long before = rows();
		assertThat(get("/desk")).hasStatus(302).hasRedirectedUrl("/desk/sign-in");
		assertThat(since(before)).containsExactly(Action.REFUSED);
	}

	@Test
	void aCharacterThatNoDatabaseKeepsIsRefusedAtTheDoor() {
		assertThat(this.mvc.post().uri("/desk/sign-in").param("username", "jo\0").param("password", "x").with(csrf()))
			.hasStatus(400);
		assertThat(this.mvc.get().uri("/desk").queryParam("q", "jo\0").with(this.people.there())).hasStatus(400);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(URI.create(path)).with(this.people.there()).exchange();
	}

	private static String text(MvcTestResult result) {
		assertThat(result).hasStatus(404);
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private long rows() {
		return this.jdbc.sql("select last_number from journal_head").query(Long.class).single();
	}

	private List<Action> since(long number) {
		return this.journal.before(Long.MAX_VALUE, 20)
			.stream()
			.filter((row) -> row.number() > number)
			.map(JournalEntry::action)
			.toList();
	}

}
