package org.backwise.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backwise.knowledge.Origin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom version 2 costs a plan, and why. */
class CostOfVersion2Tests {

	private static final Path DOC = Path.of("docs/knowledge/cost-of-version-2.md");

	private final CostOfVersion2 cost = new CostOfVersion2();

	/**
	 * Refresh with {@code mvn test -Dtest=CostOfVersion2Tests -Dbackwise.docs=write}.
	 */
	@Test
	void theCommittedReportIsFresh() throws IOException {
		String report = this.cost.markdown();
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.createDirectories(DOC.getParent());
			Files.writeString(DOC, report);
		}
		assertThat(Files.readString(DOC))
			.as(DOC + " is stale: run mvn test -Dtest=CostOfVersion2Tests -Dbackwise.docs=write")
			.isEqualTo(report);
	}

	@Test
	void nobodyWithACommonStoryIsReferredWithoutAGuideline() {
		Vignettes vignettes = Vignettes.read();
		assertThat(CostOfVersion2.stories(vignettes)).hasSize(20).allSatisfy((story) -> {
			CostOfVersion2.Change change = this.cost.change(vignettes.sheet(story));
			assertThat(change.plannedBefore()).as("%s had a plan", story).isTrue();
			assertThat(change.findings()).as("%s", story)
				.allSatisfy((finding) -> assertThat(finding.source()).isIn(List.of(Origin.GUIDELINE, Origin.DOC)));
		});
	}

}
