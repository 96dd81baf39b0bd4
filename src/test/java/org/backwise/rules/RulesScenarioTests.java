package org.backwise.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.AtOnce;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.Marking;
import org.backwise.care.CheckIns;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.rules.Change.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A practice tries other rules on the intakes it has, and switches or not. */
@DeskTest
class RulesScenarioTests {

	private static final String PAIN_THAT_TRAVELS = "limb-signs: [pain-into-leg, pain-into-arm]";

	private static final Path FOLDER = Path.of(System.getProperty("test.folder", "target/fork-1"), "candidate");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Replay replay;

	@Autowired
	private Candidate candidate;

	@Autowired
	private Comparisons comparisons;

	@Autowired
	private Approvals approvals;

	@Autowired
	private RulesGate gate;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Marking marking;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.jdbc.sql("delete from rules_in_force").update();
		this.gate.afterSingletonsInstantiated();
	}

	@AfterEach
	void noCandidate() throws IOException {
		for (String name : KnowledgeFiles.builtIn().texts().keySet()) {
			Files.deleteIfExists(FOLDER.resolve(name));
		}
	}

	@Test
	void storedIntakeIsDecidedAlikeUnderItsOwnRulesAndTheRunningOnes() {
		for (Case intake : List.of(this.people.planned("p"), this.people.referred("r"))) {
			assertThat(this.replay.of(intake.reference(), UUID.randomUUID()).orElseThrow()).singleElement()
				.satisfies((replayed) -> {
					assertThat(replayed.then().isNone()).isTrue();
					assertThat(replayed.now().isNone()).isTrue();
				});
			assertThat(get("/desk/cases/" + intake.reference() + "/replay")).hasStatusOk()
				.bodyText()
				.contains("The same result, as it must be", "It would be decided alike");
		}
		assertThat(get("/desk/cases/NOPE/replay")).hasStatus(404);
	}

	@Test
	void aCandidateThatLetsAPausedPlanGoOnIsLooserAndStandsFirst() throws Exception {
		this.people.referred("r");
		Case paused = pausedByACheckIn();
		assertThat(get("/desk/cases/" + paused.reference() + "/replay")).hasStatusOk()
			.bodyText()
			.contains("Check-in of 1 March 2027", "The same result, as it must be", "It would be decided alike")
			.doesNotContain("Not the same result");
		KnowledgeFiles files = looser();
		write(files.with("follow-up.yaml",
				files.texts()
					.get("follow-up.yaml")
					.replace("outcome: see-doctor, when: { after-last: longer }",
							"outcome: see-doctor, when: { after-last: severe }")));
		compare();
		assertThat(compared().count(Direction.LOOSER)).isEqualTo(2);
		assertThat(get("/desk/rules?show=looser")).bodyText()
			.containsSubsequence("A paused plan would go on: see-doctor becomes", "Outcome: see-doctor becomes plan");
		assertThat(compared().needsSecondLook()).isTrue();
	}

	/** Sore for more than three days after the first massage. */
	private Case pausedByACheckIn() {
		Case client = this.people.planned("paused");
		this.lifeCycle.take(client.id(), new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
		TestSessions.keep(this.marking, client.id(), 1, LocalDate.now(this.clock), "PLANNED 2027-03-01");
		this.checkIns.send(client.id(), Moment.BETWEEN, By.CLIENT,
				Map.of("nerve-signs", List.of("none"), "body-signs", List.of("none"), "new-signs", List.of("none"),
						"pain", 5, "change", "same", "after-last", "longer", "after-kind", List.of("sore")),
				List.of(), new Who.Client(client.id().value()));
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.REFERRED);
		return client;
	}

	@Test
	void tighterCandidateIsListedAndMayRun() throws Exception {
		Case planned = this.people.planned("p");
		write(tighter());
		compare();
		Compared compared = compared();
		assertThat(compared.count(Direction.TIGHTER)).isOne();
		assertThat(compared.count(Direction.LOOSER)).isZero();
		assertThat(get("/desk/rules")).hasStatusOk()
			.bodyText()
			.contains("Tighter (1)", "Looser (0)", planned.reference(), "Outcome: plan becomes see-doctor");
		assertThat(compared.needsSecondLook()).isFalse();
		this.gate.check(sha(), true);
	}

	@Test
	void deliberateLooseningIsBlockedUntilAnotherPersonApproves() throws Exception {
		Case referred = this.people.referred("r");
		write(looser());
		blocked();
		compare();
		assertThat(compared().count(Direction.LOOSER)).isOne();
		assertThat(get("/desk/rules?show=looser")).bodyText().contains(referred.reference(), "Something gets looser");
		blocked();

		this.people.atTheDesk(TestDesk.OWNER);
		post("/desk/rules/ask");
		post("/desk/rules/approve");
		assertThat(get("/desk/rules")).bodyText().contains("another person has to look");
		this.clock.pass(Period.ofDays(3));
		post("/desk/rules/approve");
		blocked();

		this.people.atTheDesk(TestDesk.THERAPIST);
		post("/desk/rules/ask");
		post("/desk/rules/approve");
		assertThat(get("/desk/rules")).bodyText().contains("The owner approves it");
		blocked();

		this.people.atTheDesk(TestDesk.OWNER);
		post("/desk/rules/approve");
		assertThat(get("/desk/rules")).bodyText().contains("Approved by Olga Owner");
		this.gate.check(sha(), true);
	}

	@Test
	void whoWorksAloneLooksAgainAfterANight() throws Exception {
		this.people.referred("r");
		this.people.onlyTheOwner();
		write(looser());
		compare();
		post("/desk/rules/ask");
		post("/desk/rules/approve");
		assertThat(get("/desk/rules")).bodyText().contains("after a night");
		this.clock.pass(Duration.ofHours(10));
		post("/desk/rules/approve");
		blocked();
		this.clock.pass(Duration.ofHours(10));
		post("/desk/rules/approve");
		this.gate.check(sha(), true);
	}

	@Test
	void unusableFolderIsSaidInWords() {
		assertThat(get("/desk/rules")).hasStatusOk().bodyText().contains("about.yaml is missing");
		assertThat(post("/desk/rules/compare")).hasStatus(409)
			.bodyText()
			.contains("about.yaml is missing", "The rules in the folder cannot be used");
	}

	@Test
	void whoeverClicksIsToldWhyNothingHappened() throws Exception {
		this.people.referred("r");
		write(looser());
		assertThat(post("/desk/rules/ask")).hasStatus(409).bodyText().contains("not compared yet");
		compare();
		assertThat(post("/desk/rules/approve")).hasStatus(409).bodyText().contains("Put it forward first");
		assertThat(post("/desk/rules/ask", "0".repeat(64))).hasStatus(409)
			.bodyText()
			.contains("have changed since you opened the page", "Looser (1)");
		assertThat(post("/desk/rules/ask")).hasStatus3xxRedirection();
		assertThat(post("/desk/rules/approve")).hasStatus(409).bodyText().contains("another person has to look");
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(post("/desk/rules/ask")).hasStatus3xxRedirection();
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(post("/desk/rules/approve", "0".repeat(64))).hasStatus(409);
		assertThat(post("/desk/rules/approve")).hasStatus3xxRedirection();
		assertThat(post("/desk/rules/approve")).hasStatus(409);
		assertThat(post("/desk/rules/ask")).hasStatus(409).bodyText().contains("approved already");
	}

	@Test
	void newReleaseOfTheBuiltInRulesPasses() {
		this.people.planned("p");
		this.gate.check("f".repeat(64), false);
		assertThatExceptionOfType(RulesNotApprovedException.class)
			.isThrownBy(() -> this.gate.check("e".repeat(64), true));
	}

	@Test
	void oneComparisonIsKeptAtATime() throws Exception {
		this.people.planned("p");
		write(looser());
		compare();
		write(tighter());
		compare();
		assertThat(this.jdbc.sql("select count(*) from rules_comparison").query(Long.class).single()).isOne();
		write(looser());
		assertThat(this.comparisons.current(this.candidate.rules().orElseThrow())).isEmpty();
		assertThat(get("/desk/rules")).hasStatusOk().bodyText().doesNotContain("Looser (");
	}

	@Test
	void onlyTheRulesThatWereLookedAtArePutForwardAndApproved() throws Exception {
		this.people.referred("r");
		this.people.onlyTheOwner();
		write(looser());
		compare();
		assertThat(get("/desk/rules")).bodyText().contains("name=\"candidate\" value=\"" + sha() + "\"");
		post("/desk/rules/ask", "0".repeat(64));
		assertThat(this.approvals.of(this.candidate.rules().orElseThrow())).isEmpty();
		post("/desk/rules/ask");
		this.clock.pass(Period.ofDays(2));
		this.people.atTheDesk(TestDesk.OWNER);
		post("/desk/rules/approve", "0".repeat(64));
		blocked();
		post("/desk/rules/approve");
		this.gate.check(sha(), true);
	}

	@Test
	void whoClicksTwiceComparesAndPutsForwardOnce() throws Exception {
		this.people.referred("r");
		write(looser());
		for (int round = 0; round < 4; round++) {
			this.jdbc.sql("delete from rules_comparison").update();
			this.jdbc.sql("delete from rules_approval").update();
			this.people.atTheDesk(TestDesk.OWNER);
			assertThat(twice("/desk/rules/compare")).containsOnly(302);
			awaitEnd();
			assertThat(twice("/desk/rules/ask")).containsOnly(302);
		}
	}

	private List<Integer> twice(String path) throws Exception {
		var there = this.people.there();
		String seen = sha();
		Callable<Integer> click = () -> this.mvc.post()
			.uri(path)
			.param("candidate", seen)
			.with(csrf())
			.with(there)
			.exchange()
			.getResponse()
			.getStatus();
		return AtOnce.all(List.of(click, click));
	}

	private void blocked() {
		assertThatExceptionOfType(RulesNotApprovedException.class).isThrownBy(() -> this.gate.check(sha(), true));
	}

	/** Pain for 6 to 12 weeks goes to a doctor. */
	private static KnowledgeFiles tighter() {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		return files.with("red-flags.yaml",
				files.texts()
					.get("red-flags.yaml")
					.replace(PAIN_THAT_TRAVELS,
							"any: [{ limb-signs: [pain-into-leg, pain-into-arm] }, { duration: 6-to-12-weeks }]"));
	}

	/** Pain into the leg is no reason any more. */
	private static KnowledgeFiles looser() {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		return files.with("red-flags.yaml",
				files.texts().get("red-flags.yaml").replace(PAIN_THAT_TRAVELS, "limb-signs: pain-into-arm"));
	}

	private static void write(KnowledgeFiles files) throws IOException {
		Files.createDirectories(FOLDER.resolve("words"));
		for (Map.Entry<String, String> file : files.texts().entrySet()) {
			Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
		}
	}

	private String sha() {
		return this.candidate.rules().orElseThrow().knowledge().sha256();
	}

	private Compared compared() {
		return this.comparisons.current(this.candidate.rules().orElseThrow()).orElseThrow();
	}

	private void compare() throws InterruptedException {
		assertThat(post("/desk/rules/compare")).hasStatus3xxRedirection();
		awaitEnd();
	}

	private void awaitEnd() throws InterruptedException {
		for (int i = 0; i < 1_800 && !compared().isFinished(); i++) {
			Thread.sleep(100);
		}
		assertThat(compared().isFinished()).isTrue();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path) {
		return post(path, this.candidate.isNamed() && Files.exists(FOLDER.resolve("about.yaml")) ? sha() : "");
	}

	private MvcTestResult post(String path, String candidate) {
		return this.mvc.post()
			.uri(path)
			.param("candidate", candidate)
			.with(csrf())
			.with(this.people.there())
			.exchange();
	}

}
