package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProofDocTests {

	private static final Path DOC = Path.of("docs/knowledge/proof.md");

	/** Refresh with {@code mvn test -Dtest=ProofDocTests -Dbackwise.docs=write}. */
	@Test
	void theCommittedReportIsFresh() throws IOException {
		String report = ProofMarkdown.of(Proof.of(Sheets.BUILT_IN), Sheets.BUILT_IN);
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.createDirectories(DOC.getParent());
			Files.writeString(DOC, report);
		}
		assertThat(Files.readString(DOC))
			.as("docs/knowledge/proof.md is stale: run mvn test -Dtest=ProofDocTests -Dbackwise.docs=write")
			.isEqualTo(report);
	}

}
