package org.backwise.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** On paper stands what stands on the page; what has no page has no paper. */
@DeskTest
class PrintedStandingTests {

	/** The grey of a day that is not certain. */
	private static final String GREY = "0\\.4\\d* 0\\.447\\d* 0\\.478\\d* rg";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	private Case intake;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.intake = this.people.planned("p");
	}

	@Test
	void thePlanStandsUntilTheClientTakesABreakOrWithdraws() throws IOException {
		assertThat(paper("/result/p/pdf")).contains("Your suggested plan", "Casey Client", this.intake.reference());
		assertThat(actions()).contains(Action.RESULT_OPENED);
		approve();
		assertThat(paper("/result/p/pdf")).contains("Checked by Theo");
		assertThat(post("/result/p/break")).hasStatus3xxRedirection();
		assertThat(paper("/result/p/pdf")).contains("You are taking a break", "Stop, and call")
			.doesNotContain("The massage we suggest");
		assertThat(post("/result/p/withdraw")).hasStatus3xxRedirection();
		assertThat(paper("/result/p/pdf")).contains("You have stopped this", "Stop, and call");
	}

	@Test
	void onPaperTooTheDaysToComeOfWhomNothingIsHeardAreNotCertain() throws IOException {
		approve();
		assertThat(colours("/result/p/pdf")).doesNotContainPattern(GREY);
		this.clock.pass(Period.ofDays(8));
		assertThat(paper("/result/p/pdf").replaceAll("\\s+", " ")).contains("Your last two check-ins are missing.",
				"The days to come are grey");
		assertThat(colours("/result/p/pdf")).containsPattern(GREY);
	}

	@Test
	void whatIsUnknownOrErasedIsNoDocument() {
		assertThat(get("/result/unknown/pdf")).hasStatus(404);
		assertThat(get("/result/p/letter/pdf")).hasStatus(404);
		assertThat(get("/result/p/summary/pdf")).hasStatus(404);
		assertThat(get("/desk/cases/NOBODY/sessions/1/note/pdf")).hasStatus(404);
		this.people.atTheDesk(TestDesk.OWNER);
		post("/result/p/erasure");
		post("/desk/keeping/" + this.intake.reference(), "act", "erase");
		assertThat(get("/result/p/pdf")).hasStatus(404);
	}

	@Test
	void aNoteIsPrintedOnceItIsSignedAndWhatWasStruckWithIt() throws IOException {
		approve();
		String page = "/desk/cases/" + this.intake.reference() + "/sessions/1/note";
		assertThat(get(page + "/pdf")).hasStatus(404);
		post(page, "subjective", "Slept well " + "z".repeat(900), "version", "-1", "act", "save");
		assertThat(get(page + "/pdf")).hasStatus(404);
		post(page, "subjective", "Slept well", "version", "0", "act", "sign");
		assertThat(paper(page + "/pdf")).contains("Note on session 1", "Casey Client", "Slept well", "Signed by",
				"Theo Therapist");
		assertThat(actions()).contains(Action.CASE_READ);
		post("/desk/cases/" + this.intake.reference() + "/sessions/1/amendments", "act", "error", "error",
				"Wrong client", "version", "1");
		assertThat(paper(page + "/pdf")).contains("Entered in error", "Wrong client", "Slept well");
	}

	private void approve() {
		this.lifeCycle.take(this.intake.id(),
				new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
	}

	private String paper(String path) throws IOException {
		MvcTestResult answer = get(path);
		assertThat(answer).as(path).hasStatusOk();
		return PrintedSheetsTests.text(answer.getResponse().getContentAsByteArray());
	}

	/** What is drawn, with the colours that are set for it. */
	private String colours(String path) throws IOException {
		StringBuilder drawn = new StringBuilder();
		try (PDDocument document = Loader.loadPDF(get(path).getResponse().getContentAsByteArray())) {
			for (PDPage page : document.getPages()) {
				drawn.append(new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1));
			}
		}
		return drawn.toString();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path, String... fields) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private List<Action> actions() {
		return this.journal.about(this.intake.id().value()).stream().map(JournalEntry::action).toList();
	}

}
