package org.backwise.explanation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.Sources.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** The public page shows the whole knowledge base, and all its links lead somewhere. */
@DeskTest
class HowWeDecideTests {

	private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

	private static final Pattern OWN_LINK = Pattern.compile("href=\"#([^\"]+)\"");

	private static final Pattern OTHER_LINK = Pattern.compile("<a [^>]*href=\"https?:[^>]*>");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private KnowledgeBase base;

	@Test
	void showsEveryQuestionRuleAndSource() {
		assertThat(found(ID, page())).contains(Stream
			.of(this.base.questions().stream().map(Question::id).map((id) -> "question-" + id),
					this.base.referrals().stream().map(Rules.Referral::id).map((id) -> "rule-" + id),
					this.base.cautions().stream().map(Rules.Caution::id).map((id) -> "rule-" + id),
					this.base.followUp().rules().stream().map((rule) -> "rule-" + rule.id()),
					this.base.followUp().cautions().stream().map((rule) -> "rule-" + rule.id()),
					this.base.sources().stream().map(Source::id).map((id) -> "source-" + id))
			.flatMap((ids) -> ids)
			.toArray(String[]::new));
	}

	@Test
	void beginsWithASummaryOfAtMostTwoHundredWords() {
		String page = page();
		int begin = page.indexOf("id=\"summary\"");
		assertThat(begin).isPositive().isLessThan(page.indexOf("id=\"question-"));
		String summary = page.substring(page.indexOf("<p", begin), page.indexOf("<h2", begin + 1))
			.replaceAll("<[^>]+>", " ")
			.strip();
		assertThat(summary).contains("help now", "doctor", "wait until", "therapist");
		assertThat(summary.split("\\s+")).hasSizeBetween(150, 200);
	}

	@Test
	void givesEveryPlaceItsOwnNameAndLeadsNowhereElse() {
		String page = page();
		List<String> ids = found(ID, page);
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(found(OWN_LINK, page)).isNotEmpty().isSubsetOf(ids);
	}

	@Test
	void tellsOtherSitesNothing() {
		assertThat(OTHER_LINK.matcher(page()).results().map(MatchResult::group)).isNotEmpty()
			.allMatch((link) -> link.contains("rel=\"noopener noreferrer\""));
	}

	@Test
	void saysWhoReviewedItAndWhichVersionItIs() {
		assertThat(page()).contains("No clinician has reviewed these rules yet", this.base.about().version(),
				this.base.sha256());
	}

	@Test
	void fillsInServicesAndLeavesNothingUnsaid() {
		assertThat(page()).contains("Call 999 or go to A&amp;E now")
			.doesNotContainPattern("\\{[a-z-]+}")
			.doesNotContain("??", "style=", "<script>", "null");
	}

	private String page() {
		return new String(this.mvc.get().uri("/how-we-decide").exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	private static List<String> found(Pattern pattern, String page) {
		return pattern.matcher(page).results().map((match) -> match.group(1)).toList();
	}

}
