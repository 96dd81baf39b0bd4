package org.backwise.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Clearance;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.staff.StaffAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/** "Everything we hold about you" reads like the other pages: words, no ids. */
@DeskTest
class PrintedRecordTests {

	/** What only a programmer writes. */
	private static final Pattern CODE = Pattern
		.compile("\\b[a-z]+[A-Z][A-Za-z]*\\b|\\b[A-Z]+_[A-Z_]+\\b|\\b[0-9a-f]{32,64}\\b|\\d{4}-\\d\\d-\\d\\dT|"
				+ "\\b[0-9a-f]{8}-[0-9a-f]{4}-");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private KnowledgeBase base;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private StaffAccounts staff;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void planReadsLikeThePlanPage() {
		Case theCase = this.people.planned("printed");
		this.lifeCycle.take(theCase.id(), new Decision(Act.APPROVE, 0, theo(), null));
		assertThat(printed("printed")).contains("Casey Client", "Deep therapeutic massage", "Session 1",
				"The plan was checked", "Theo Therapist", "Upper back, left", "proposed a plan");
		assertInWords("printed");
	}

	@Test
	void referralReadsLikeTheNotice() {
		Case theCase = this.people.referred("printed");
		this.lifeCycle.take(theCase.id(), new Decision(Act.FOLLOW_UP, 0, theo(), new Reason("not-seen", null, null)));
		assertThat(printed("printed")).contains("The doctor was not seen yet");
		assertInWords("printed");
	}

	@Test
	void clearedCaseWithEverythingOnItReadsInWords() {
		Case theCase = this.people.sent("printed", Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6,
				"skin-and-medicines", List.of("blood-thinners")));
		this.lifeCycle.clear(theCase.id(), 0, theo(), new Clearance("Dr Day", LocalDate.now(this.clock),
				"No pressure on the leg", theo().account(), this.clock.instant()), "Seen and cleared");
		assertThat(printed("printed")).contains("Dr Day", "No pressure on the leg", "Seen and cleared",
				"A clearance was recorded");
		assertInWords("printed");
	}

	@Test
	void onlyWhatWasTickedIsQuoted() {
		this.people.sent("printed",
				Map.of("contributors", List.of("long-sitting", "heavy-physical-work"), "main-cause", "overload"));
		assertThat(printed("printed")).contains("Sitting for long", "Heavy physical work")
			.containsPattern("What spoke for it\\s+Sitting for long\\s")
			.containsPattern("What spoke for it\\s+Heavy physical work\\s")
			.containsPattern("Biggest part\\s+Heavy physical work\\s")
			.doesNotContain("Posture, long sitting", "Repeated movement", "Positions, sitting or constant pressure",
					"exercise without guidance");
	}

	private Therapist theo() {
		return this.staff.active()
			.stream()
			.filter((one) -> one.name().startsWith("Theo"))
			.map((one) -> new Therapist(one.id(), one.name()))
			.findFirst()
			.orElseThrow();
	}

	private void assertInWords(String link) {
		String text = printed(link);
		assertThat(CODE.matcher(text).results().map((one) -> one.group())).isEmpty();
		assertThat(ids()).hasSizeGreaterThan(100)
			.filteredOn((id) -> Pattern.compile("(?<![\\w-])" + id + "(?![\\w-])").matcher(text).find())
			.isEmpty();
	}

	private String printed(String link) {
		String page = new String(this.mvc.get()
			.uri("/result/" + link + "/record/print")
			.exchange()
			.getResponse()
			.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
		return page.substring(page.indexOf("<main"), page.indexOf("</main>")).replaceAll("<[^>]*>", " ");
	}

	/** Ids that nobody would write in a sentence. */
	private Set<String> ids() {
		Set<String> ids = new TreeSet<>();
		Stream
			.of(this.base.questions().stream().map(Question::id),
					this.base.questions().stream().flatMap((question) -> question.options().stream()).map(Option::id),
					this.base.referrals().stream().map((rule) -> rule.id()),
					this.base.cautions().stream().map((rule) -> rule.id()),
					this.base.techniques().techniques().stream().map((technique) -> technique.id()))
			.flatMap((all) -> all)
			.filter((id) -> id.indexOf('-') > 0)
			.forEach(ids::add);
		return ids;
	}

}
