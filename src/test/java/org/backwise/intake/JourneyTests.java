package org.backwise.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.AnswerSheets;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;

/** The way through the questions, what a page hands in and what it hides. */
class JourneyTests {

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Triage triage = new Triage(this.base);

	@Test
	void beginsWithTheFirstPageAndShowsNoLaterOne() {
		Journey journey = journey(Map.of());
		Page first = this.base.questionnaire().pages().get(0);
		assertThat(journey.firstPageMissing()).contains(first);
		assertThat(journey.mayShow(first)).isTrue();
		assertThat(journey.after(first)).isPresent().get().matches((later) -> !journey.mayShow(later));
		assertThat(journey.before(first)).isEmpty();
	}

	@Test
	void allAnsweredLeadsNowhereElseAndShowsEveryPage() {
		Journey journey = journey(AnswerSheets.ordinaryBackAche().answers());
		assertThat(journey.firstPageMissing()).isEmpty();
		List<Page> shown = new ArrayList<>(
				this.base.questionnaire().pages().stream().filter(journey::contains).toList());
		assertThat(shown).allMatch(journey::mayShow);
		assertThat(journey.last()).contains(shown.get(shown.size() - 1));
		assertThat(journey.before(shown.get(1))).contains(shown.get(0));
	}

	@Test
	void theLongestWayHasTwentyPagesWithTheDetailsAndTheCheck() {
		Journey longest = journey(AnswerSheets.ordinaryBackAche()
			.with(Map.of("duration", "over-12-weeks", "inflammatory-signs", List.of("none"), "sensitivity",
					List.of("none"), "habit", "long-sitting"))
			.answers());
		List<Page> all = this.base.questionnaire().pages();
		assertThat(all).allMatch(longest::contains).hasSizeLessThanOrEqualTo(20 - 2);
	}

	@Test
	void aChildReadsGentlerWordsForTheSameOption() {
		Question asked = this.base.question("nerve-signs");
		Option gentle = asked.forChild().option("sexual-function");
		assertThat(gentle.label()).isNotEqualTo(asked.option("sexual-function").label())
			.isEqualTo(asked.option("sexual-function").labelForChild());
		assertThat(gentle.means()).isEqualTo(asked.option("sexual-function").meansForChild());
		assertThat(asked.forChild().option("bladder").label()).isEqualTo(asked.option("bladder").label());
	}

	@Test
	void progressCountsPages() {
		Journey journey = journey(Map.of());
		Page second = this.base.questionnaire().pages().get(1);
		Journey.Progress progress = journey.progress(second);
		assertThat(progress.at()).isEqualTo(2);
		assertThat(progress.of()).as("with the details, the check and the result")
			.isEqualTo(this.base.questionnaire().pages().size() + 3);
		assertThat(progress.part()).isBetween(1, progress.parts());
	}

	@Test
	void afterAClearanceOnlyTheMassageSectionIsAsked() {
		Map<String, Object> sheet = AnswerSheets.ordinaryBackAche()
			.with("limb-signs", List.of("pain-into-leg"))
			.with("pain", 6)
			.answers();
		Journey journey = new Journey(this.base, this.triage.readCleared(sheet));
		assertThat(this.base.questionnaire().pages()).filteredOn(journey::contains)
			.isNotEmpty()
			.allMatch((page) -> this.base.questionsOn(page).stream().anyMatch(this.base::isAboutMassage));
	}

	@Test
	void pageFormKeepsWhatWasTypedAndLeavesTheRestAside() {
		List<Question> questions = List.of(this.base.question("age"), this.base.question("nerve-signs"));
		LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		sent.add("age", " 41 ");
		sent.add("nerve-signs", "none");
		sent.add("onset", "fall");
		PageForm form = PageForm.of(questions, sent);
		assertThat(form.typed()).containsExactly(Map.entry("age", Set.of("41")),
				Map.entry("nerve-signs", Set.of("none")));
		assertThat(form.sheet(questions)).containsExactly(Map.entry("age", 41),
				Map.entry("nerve-signs", List.of("none")));
	}

	@Test
	void pageFormHandsOnWhatIsNoNumberAndCutsWhatIsTooLong() {
		List<Question> questions = List.of(this.base.question("age"));
		LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		sent.add("age", "x".repeat(500));
		assertThat(PageForm.of(questions, sent).sheet(questions)).containsExactly(Map.entry("age", "x".repeat(60)));
		sent.set("age", "  ");
		assertThat(PageForm.of(questions, sent).sheet(questions)).isEmpty();
	}

	@Test
	void pageFormShowsWhatWasKept() {
		List<Question> questions = List.of(this.base.question("age"), this.base.question("nerve-signs"));
		PageForm form = PageForm.of(questions,
				this.triage.read(Map.of("age", 41, "nerve-signs", List.of("none"))).answers());
		assertThat(form.typed().values()).containsExactly(Set.of("41"), Set.of("none"));
	}

	@Test
	void followUpOfTheSamePageNamesTheInputsThatOpenIt() {
		Page page = this.base.questionnaire()
			.pages()
			.stream()
			.filter((one) -> this.base.questionsOn(one).stream().anyMatch((question) -> dependsOn(question, one)))
			.findFirst()
			.orElseThrow();
		FollowUps followUps = new FollowUps(this.base, page, this.triage.read(Map.of()).answers());
		assertThat(followUps.questions().values()).anySatisfy((groups) -> assertThat(groups).isNotEmpty()
			.allSatisfy((inputs) -> assertThat(inputs).isNotEmpty()
				.allMatch((input) -> this.base.questionsOn(page)
					.stream()
					.anyMatch((question) -> input.startsWith(question.id() + "-")))));
	}

	private boolean dependsOn(Question question, Page page) {
		return new FollowUps(this.base, page, this.triage.read(Map.of()).answers()).questions()
			.getOrDefault(question, List.of())
			.stream()
			.anyMatch((inputs) -> !inputs.isEmpty());
	}

	private Journey journey(Map<String, Object> sheet) {
		return new Journey(this.base, this.triage.read(sheet));
	}

}
