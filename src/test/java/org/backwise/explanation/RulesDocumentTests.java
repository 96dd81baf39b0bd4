package org.backwise.explanation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The document that reviewers read says what the knowledge files say. */
class RulesDocumentTests {

	private static final Path DOCUMENT = Path.of("docs/knowledge/rules.md");

	/** Refresh with {@code mvn test -Dtest=RulesDocumentTests -Dbackwise.docs=write}. */
	@Test
	void theDocumentOfTheRulesIsFresh() throws IOException {
		String written = new RulesDocument().write();
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.createDirectories(DOCUMENT.getParent());
			Files.writeString(DOCUMENT, written);
		}
		assertThat(DOCUMENT)
			.as("docs/knowledge/rules.md is missing: run mvn test -Dtest=RulesDocumentTests " + "-Dbackwise.docs=write")
			.exists();
		assertThat(Files.readString(DOCUMENT).replace("\r\n", "\n"))
			.as("docs/knowledge/rules.md is stale: run mvn test -Dtest=RulesDocumentTests -Dbackwise.docs=write")
			.isEqualTo(written);
	}

}
