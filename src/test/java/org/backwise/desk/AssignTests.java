package org.backwise.desk;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.cases.Assignments;
import org.backwise.cases.CaseId;
import org.backwise.journal.Action;
import org.backwise.staff.StaffAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who looks after which case. */
@DeskTest
class AssignTests extends DeskScenario {

	@Autowired
	private Assignments assignments;

	@Autowired
	private StaffAccounts accounts;

	@Test
	void aNewCaseIsNobodysAndCanBeTakenAndGivenAway() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		assertThat(text(path)).contains("Nobody yet", "Take it");
		assertThat(text("/desk/cases?whose=mine")).doesNotContain("Sam Field");
		assertThat(text("/desk/cases?whose=nobodys")).contains("Sam Field");
		act("link-sam", "assign", Map.of("therapist", theo())).andExpect(redirectedUrl(path + "?done=assigned"));
		assertThat(text(path + "?done=assigned")).contains("The therapist is saved", "<bdi>Theo Therapist</bdi>")
			.doesNotContain("Take it");
		assertThat(text("/desk/cases?whose=mine")).contains("Sam Field", "<bdi>Theo Therapist</bdi>");
		assertThat(text("/desk/cases?whose=nobodys")).doesNotContain("Sam Field");
		assertThat(this.assignments.of(id())).contains(UUID.fromString(theo()));
		act("link-sam", "assign", Map.of("therapist", olga(), "seen", theo())).andExpect(status().is3xxRedirection());
		assertThat(text("/desk/cases?whose=mine")).doesNotContain("Sam Field");
		act("link-sam", "assign", Map.of("therapist", "", "seen", olga())).andExpect(status().is3xxRedirection());
		assertThat(this.assignments.of(id())).isEmpty();
		assertThat(this.assignments.of(java.util.List.of(id().value()))).isEmpty();
		assertThat(journal("link-sam").stream().filter(Action.CASE_ASSIGNED::equals)).hasSize(2);
		assertThat(journal("link-sam").stream().filter(Action.CASE_UNASSIGNED::equals)).hasSize(1);
	}

	@Test
	void theSameTwiceStandsOnce() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "assign", Map.of("therapist", theo())).andExpect(status().is3xxRedirection());
		act("link-sam", "assign", Map.of("therapist", theo()))
			.andExpect(redirectedUrl("/desk/cases/" + reference("link-sam") + "?done=assigned"));
		assertThat(journal("link-sam")).containsOnlyOnce(Action.CASE_ASSIGNED);
	}

	@Test
	void whoeverIsSecondIsTold() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		act("link-sam", "assign", Map.of("therapist", olga())).andExpect(status().is3xxRedirection());
		act("link-sam", "assign", Map.of("therapist", theo())).andExpect(redirectedUrl(path + "?not=assigned"));
		assertThat(text(path + "?not=assigned")).contains("given to somebody else in the meantime",
				"<bdi>Olga Owner</bdi>");
		act("link-sam", "assign", Map.of("therapist", theo(), "back", "/desk/cases?whose=nobodys"))
			.andExpect(redirectedUrl("/desk/cases?whose=nobodys&not=assigned#" + reference("link-sam")));
		assertThat(text("/desk/cases?whose=nobodys&not=assigned")).contains("given to somebody else in the meantime");
		assertThat(this.assignments.of(id())).contains(UUID.fromString(olga()));
		assertThat(journal("link-sam")).containsOnlyOnce(Action.CASE_ASSIGNED);
	}

	@Test
	void fromAListItLeadsBackToItsRow() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "assign", Map.of("therapist", theo(), "back", "/desk/cases?need=review"))
			.andExpect(redirectedUrl("/desk/cases?need=review#" + reference("link-sam")));
		act("link-sam", "assign",
				Map.of("therapist", theo(), "back", "https://evil.example/", "from", "/desk/cases?need=review"))
			.andExpect(redirectedUrl(
					"/desk/cases/" + reference("link-sam") + "?done=assigned&from=%2Fdesk%2Fcases%3Fneed%3Dreview"));
	}

	@Test
	void nothingIsGivenToSomebodyWhoIsNotHere() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		act("link-sam", "assign", Map.of("therapist", theo())).andExpect(status().is3xxRedirection());
		this.people.atTheDesk(TestDesk.OWNER);
		this.people.onlyTheOwner();
		assertThat(text(path)).contains("<bdi>Theo Therapist</bdi> (account disabled)");
		assertThat(text("/desk/cases")).contains("<bdi>Theo Therapist</bdi> (account disabled)");
		for (String nobody : new String[] { theo(), UUID.randomUUID().toString(), "x" }) {
			act("link-sam", "assign", Map.of("therapist", nobody, "seen", olga()))
				.andExpect(redirectedUrl(path + "?not=assigned"));
		}
		act("link-sam", "assign", Map.of("therapist", olga(), "seen", theo()))
			.andExpect(redirectedUrl(path + "?done=assigned"));
	}

	private CaseId id() {
		return this.cases.behind("link-sam").orElseThrow().id();
	}

	private String theo() {
		return named("Theo Therapist");
	}

	private String olga() {
		return named("Olga Owner");
	}

	private String named(String name) {
		return this.accounts.all()
			.stream()
			.filter((member) -> member.name().equals(name))
			.map((member) -> member.id().toString())
			.findFirst()
			.orElseThrow();
	}

}
