package org.backwise.retention;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.cases.Case;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What clients do with their own record, and how the practice answers. */
@DeskTest
class MyRecordPagesTests {

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	private Case intake;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.intake = this.people.planned("mine");
	}

	@Test
	void clientSeesWhoReadTheRecord() {
		get("/desk/cases/" + this.intake.reference() + "/sessions");
		assertThat(get("/result/mine/record")).hasStatusOk()
			.bodyText()
			.contains(this.intake.reference(), "read the record", "Download everything", "noindex");
	}

	@Test
	void readingsWithinAMinuteStandThereOnce() {
		get("/desk/cases/" + this.intake.reference());
		get("/desk/cases/" + this.intake.reference() + "/sessions");
		this.clock.pass(Duration.ofMinutes(2));
		get("/desk/cases/" + this.intake.reference());
		assertThat(get("/result/mine/record")).bodyText()
			.satisfies((page) -> assertThat(page.split("read the record", -1)).hasSize(3));
		assertThat(actions().stream().filter(Action.CASE_READ::equals)).hasSize(3);
	}

	@Test
	void clientTakesEverythingAway() {
		assertThat(get("/result/mine/record/download")).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"record-" + this.intake.reference() + ".json\"")
			.bodyJson()
			.extractingPath("$.questionnaire.details.name")
			.isEqualTo("Casey Client");
		assertThat(get("/result/mine/record/download")).bodyJson()
			.hasPath("$.plan.plan.sessions")
			.hasPath("$.questionnaire.decision.technique")
			.extractingPath("$.access[*].action")
			.asArray()
			.contains("DOWNLOADED");
		assertThat(get("/result/mine/record/print")).hasStatusOk()
			.bodyText()
			.contains("Casey Client", "Questionnaire", "Sent at", "1 March 2027")
			.doesNotContain("2027-03-01");
		assertThat(actions()).contains(Action.DOWNLOADED);
	}

	@Test
	void clientWithdrawsOnce() {
		assertThat(get("/result/mine/withdraw")).hasStatusOk().bodyText().contains("cannot be undone");
		assertThat(post("/result/mine/withdraw")).hasStatus3xxRedirection();
		assertThat(post("/result/mine/withdraw")).hasStatus3xxRedirection();
		assertThat(get("/result/mine/record")).bodyText().contains("You withdrew on 1 March 2027");
		assertThat(actions()).containsOnlyOnce(Action.WITHDRAWN);
	}

	@Test
	void ownerErasesOnRequestAndTheLinkEnds() {
		assertThat(get("/result/mine/erasure")).hasStatusOk();
		assertThat(post("/result/mine/erasure")).hasStatus3xxRedirection();
		assertThat(get("/result/mine/record")).bodyText().contains("You asked on 1 March 2027");
		assertThat(get("/desk/keeping")).hasStatusOk()
			.bodyText()
			.contains(this.intake.reference(), "by 1 April 2027", "2 years", "8 years", "30 days");
		assertThat(get("/desk/keeping/" + this.intake.reference())).hasStatusOk().bodyText().contains("Casey Client");
		assertThat(post("/desk/keeping/" + this.intake.reference())).hasStatus(422);
		assertThat(post("/desk/keeping/" + this.intake.reference(), "act", "erase")).hasStatus3xxRedirection();
		assertThat(get("/result/mine")).hasStatus(404);
		assertThat(get("/result/mine/record")).hasStatus(404);
		assertThat(get("/desk/keeping")).bodyText().contains("Sent in 2027: 1");
	}

	@Test
	void ownerSaysNoWithAReasonTheClientReads() {
		post("/result/mine/erasure");
		assertThat(post("/desk/keeping/" + this.intake.reference(), "act", "refuse")).hasStatus(422)
			.bodyText()
			.contains("Choose why it must stay");
		assertThat(post("/desk/keeping/" + this.intake.reference(), "act", "refuse", "reason", "RECORDS_LAW",
				"explanation", "Until 2035."))
			.hasStatus3xxRedirection();
		assertThat(get("/result/mine/record")).bodyText().contains("by law", "Until 2035.");
		assertThat(actions()).contains(Action.ERASURE_ASKED, Action.ERASURE_REFUSED);
	}

	@Test
	void whoeverAnswersAWishThatIsNotOpenIsTold() {
		String path = "/desk/keeping/" + this.intake.reference();
		assertThat(get(path)).hasStatus(409).bodyText().contains("This wish is not open any more");
		assertThat(post(path, "act", "erase")).hasStatus(409).bodyText().contains("This wish is not open any more");
		post("/result/mine/erasure");
		assertThat(post(path, "act", "refuse", "reason", "CLAIM")).hasStatus3xxRedirection();
		assertThat(post(path, "act", "erase")).hasStatus(409).bodyText().contains("This wish is not open any more");
		assertThat(get("/result/mine")).hasStatusOk();
		post("/result/mine/erasure");
		assertThat(post(path, "act", "erase")).hasStatus3xxRedirection();
		assertThat(post(path, "act", "erase")).hasStatus(409).bodyText().contains("This wish is not open any more");
	}

	@Test
	void therapistDoesNotErase() {
		post("/result/mine/erasure");
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get("/desk/keeping")).hasStatusOk().bodyText().contains("The owner of the practice answers");
		assertThat(get("/desk/keeping/" + this.intake.reference())).hasStatus(404);
		assertThat(post("/desk/keeping/" + this.intake.reference(), "act", "erase")).hasStatus(404);
	}

	@Test
	void wrongLinkFindsNothing() {
		for (String path : new String[] { "record", "record/print", "record/download", "withdraw", "erasure" }) {
			assertThat(get("/result/wrong/" + path)).as(path).hasStatus(404);
		}
		assertThat(post("/result/wrong/withdraw")).hasStatus(404);
		assertThat(post("/result/wrong/erasure")).hasStatus(404);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path, String... params) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		for (int i = 0; i < params.length; i += 2) {
			request = request.param(params[i], params[i + 1]);
		}
		return request.exchange();
	}

	private List<Action> actions() {
		return this.journal.about(this.intake.id().value()).stream().map(JournalEntry::action).toList();
	}

}
