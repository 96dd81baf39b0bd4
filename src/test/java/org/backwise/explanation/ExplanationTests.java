package org.backwise.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.backwise.explanation.Explanation.CareOverTime;
import org.backwise.explanation.Explanation.CareRule;
import org.backwise.explanation.Explanation.Citation;
import org.backwise.explanation.Explanation.ExplainedQuestion;
import org.backwise.explanation.Explanation.ExplainedRule;
import org.backwise.explanation.Explanation.LevelGroup;
import org.backwise.explanation.Explanation.Line;
import org.backwise.explanation.Explanation.OutcomeGroup;
import org.backwise.explanation.Explanation.PointCell;
import org.backwise.explanation.Explanation.RegisterPart;
import org.backwise.explanation.Explanation.RegisteredSource;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that decides is explained, each thing once. */
class ExplanationTests {

	private final KnowledgeBase base = Explanations.BASE;

	private final Explanation explanation = Explanations.builtIn();

	@Test
	void explainsEveryRuleOnce() {
		assertThat(referrals().map(ExplainedRule::id))
			.containsExactlyInAnyOrderElementsOf(this.base.referrals().stream().map(Rules.Referral::id).toList());
		assertThat(this.explanation.cautions().stream().map(ExplainedRule::id))
			.containsExactlyElementsOf(this.base.cautions().stream().map(Rules.Caution::id).toList());
	}

	@Test
	void saysEveryLevelOfARuleInASentence() {
		Stream.concat(referrals(), this.explanation.cautions().stream())
			.forEach((rule) -> assertThat(rule.lines()).as(rule.id())
				.isNotEmpty()
				.allSatisfy((line) -> assertThat(line.words()).matches("(?s)(When|Otherwise, when) .+, we .+\\.")));
		assertThat(rule("E-02").lines()).extracting(Line::level)
			.containsExactly(Level.EMERGENCY, Level.URGENT, Level.SEE_DOCTOR);
		assertThat(rule("E-02").lines().get(0).words()).contains("Trouble with peeing")
			.endsWith(", we tell you to get emergency help at once.");
		assertThat(rule("K-01").lines().get(0).words())
			.endsWith("We leave out deep therapeutic massage and heat-based massage.");
		assertThat(rule("X-05").lines().get(0).words()).endsWith(", we leave out heat-based massage.");
	}

	@Test
	void putsRulesUnderTheirHighestLevel() {
		assertThat(this.explanation.levels()).extracting(LevelGroup::level).containsExactly(Level.values());
		assertThat(this.explanation.levels().get(0).rules()).extracting(ExplainedRule::id).contains("E-01", "E-14");
		assertThat(this.explanation.levels().get(3).rules()).extracting(ExplainedRule::id)
			.containsExactly("W-01", "W-02");
	}

	@Test
	void explainsEveryQuestionWithItsReadersAndNoneHasNone() {
		List<ExplainedQuestion> questions = this.explanation.parts()
			.stream()
			.flatMap((part) -> part.questions().stream())
			.toList();
		assertThat(questions).hasSameSizeAs(this.base.questions());
		assertThat(questions).allSatisfy((question) -> {
			assertThat(question.why()).isNotBlank();
			assertThat(question.asked()).isNotBlank();
			assertThat(question.options()).isNotEmpty();
			assertThat(question.rules().size() + question.uses().size()).as(question.id()).isPositive();
		});
	}

	@Test
	void marksTheDocumentsOwnMatches() {
		assertThat(this.explanation.choice().table()).hasSize(10)
			.allSatisfy((row) -> assertThat(row.cells().stream().filter(PointCell::own)).as(row.code()).hasSize(1));
	}

	@Test
	void countsEveryRuleInOneOrigin() {
		assertThat(this.explanation.origins().stream().mapToLong(Explanation.OriginCount::rules).sum())
			.isEqualTo(this.base.referrals().size() + this.base.cautions().size());
	}

	@Test
	void leadsFromEveryCitationToTheRegister() {
		List<String> places = Stream
			.concat(this.explanation.document().stream().map((part) -> "document-" + part.id()),
					registered().map((entry) -> Citations.place(entry.source().id())))
			.toList();
		assertThat(Stream.concat(referrals(), this.explanation.cautions().stream())
			.flatMap((rule) -> rule.sources().stream())
			.map(Citation::place)).isNotEmpty().isSubsetOf(places);
	}

	@Test
	void namesGeneralKnowledgeWithoutCitingIt() {
		assertThat(rule("K-05").sources()).filteredOn((source) -> !source.citable())
			.extracting(Citation::tag)
			.containsExactly("general knowledge (not a source)");
		RegisterPart last = this.explanation.register().get(this.explanation.register().size() - 1);
		assertThat(last.note()).contains("Do not cite");
	}

	@Test
	void linksOnlyToTheWeb() {
		assertThat(registered().map(RegisteredSource::link).filter((link) -> link != null)).isNotEmpty()
			.allMatch((link) -> link.startsWith("https://"))
			.noneMatch((link) -> link.contains(" ") || link.contains(")"));
		assertThat(registered()).hasSameSizeAs(this.base.sources());
	}

	@Test
	void explainsEveryRuleOfTheCareOnceUnderItsOutcome() {
		CareOverTime care = this.explanation.care();
		assertThat(care.outcomes()).extracting(OutcomeGroup::id)
			.containsExactly(Arrays.stream(Outcome.values()).map(Outcome::toString).toArray(String[]::new));
		care.outcomes()
			.forEach(
					(group) -> assertThat(group.rules()).as(group.id())
						.extracting(CareRule::id)
						.containsExactlyElementsOf(Stream
							.concat(this.base.followUp().rules().stream(), this.base.followUp().otherwise().stream())
							.filter((rule) -> rule.outcome().toString().equals(group.id()))
							.map(CareRules.Rule::id)
							.distinct()
							.toList()));
		assertThat(care.cautions()).extracting(CareRule::id)
			.containsExactlyElementsOf(this.base.followUp().cautions().stream().map(CareRules.Caution::id).toList());
	}

	@Test
	void saysWhenARuleOfTheCareHolds() {
		assertThat(careRules()).allSatisfy((rule) -> {
			assertThat(rule.when()).as(rule.id()).isNotEmpty().allMatch((words) -> words.matches("(?s)When .+\\."));
			assertThat(rule.sources()).as(rule.id()).isNotEmpty();
		});
		assertThat(careRule("FS-05").when().get(0)).contains("Worse", "E-06, D-01, D-02, D-03, D-04");
		assertThat(careRule("FS-12").when()).hasSize(2);
		assertThat(careRule("FB-01").when().get(0)).contains("every two weeks");
		assertThat(careRule("FK-02").remarks()).first().asString().contains("deep therapeutic massage");
		assertThat(careRule("FF-03").remarks()).hasSize(1);
	}

	@Test
	void saysHowChangeIsMeasuredAndWhatIsMissing() {
		assertThat(this.explanation.care().measures().get(0).means())
			.startsWith("1 less when it was 1 to 3 at the start, 2 less when it was 4 to 6 at the start, "
					+ "3 less when it was 7 to 10 at the start.");
		assertThat(this.explanation.care().missing()).anyMatch((line) -> line.contains("72 hours"))
			.anyMatch((line) -> line.contains("21 days"));
		assertThat(this.explanation.care().instruments()).hasSize(7);
	}

	@Test
	void tellsEveryStoryOfTheDocument() {
		assertThat(this.explanation.document().stream().flatMap((part) -> part.stories().stream()))
			.containsExactlyInAnyOrderElementsOf(this.base.plan().story());
	}

	private List<CareRule> careRules() {
		return Stream
			.concat(this.explanation.care().outcomes().stream().flatMap((group) -> group.rules().stream()),
					this.explanation.care().cautions().stream())
			.toList();
	}

	private CareRule careRule(String id) {
		return careRules().stream().filter((rule) -> rule.id().equals(id)).findFirst().orElseThrow();
	}

	private Stream<RegisteredSource> registered() {
		return this.explanation.register().stream().flatMap((part) -> part.sources().stream());
	}

	private Stream<ExplainedRule> referrals() {
		return this.explanation.levels().stream().flatMap((group) -> group.rules().stream());
	}

	private ExplainedRule rule(String id) {
		return Stream.concat(referrals(), this.explanation.cautions().stream())
			.filter((rule) -> rule.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

}
