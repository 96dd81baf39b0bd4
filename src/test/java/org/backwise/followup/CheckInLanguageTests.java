package org.backwise.followup;

import org.junit.jupiter.api.Test;

import org.backwise.followup.CareCases.CareCase;
import org.backwise.knowledge.Bracketed;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody is decided alike in each language. */
class CheckInLanguageTests {

	@Test
	void decidesEverybodyAlike() {
		KnowledgeBase other = new KnowledgeReader()
			.read(KnowledgeFiles.builtIn().with("words/xx.yaml", Bracketed.words()), "xx");
		assertThat(other.question("age").ask()).startsWith("[");
		CheckInTriage rules = new CheckInTriage(new Triage(other));
		for (CareCase person : CareCases.all()) {
			CheckInDecision decided = person.decide(rules);
			assertThat(CareCase.opinion(decided)).as("%s", person)
				.isEqualTo(CareCase.opinion(person.decide(CareCourse.RULES)));
			assertThat(decided.findings().stream().map(CheckInLanguageTests::inNoLanguage)).as("%s", person)
				.containsExactlyElementsOf(person.decide(CareCourse.RULES)
					.findings()
					.stream()
					.map(CheckInLanguageTests::inNoLanguage)
					.toList());
		}
	}

	private static String inNoLanguage(Finding finding) {
		return finding.rule() + " " + finding.level() + " " + finding.answers();
	}

}
