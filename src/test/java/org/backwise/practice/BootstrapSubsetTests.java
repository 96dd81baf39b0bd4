package org.backwise.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages get the rules of Bootstrap that they use, and no others. */
class BootstrapSubsetTests {

	private static final String FILE = "bootstrap-used.css";

	private static final Path SHEET = Path.of("src/main/resources/static/css").resolve(FILE);

	private static final String REFRESH = "run mvn test -Dtest=BootstrapSubsetTests -Dbackwise.docs=write";

	/**
	 * Refresh with {@code mvn test -Dtest=BootstrapSubsetTests -Dbackwise.docs=write}.
	 */
	@Test
	void theSheetHasTheRulesThatAreUsed() throws IOException {
		String drawn = new BootstrapSubset().write(FILE);
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(SHEET, drawn);
		}
		assertThat(SHEET).as(FILE + " is missing: " + REFRESH).exists();
		assertThat(Files.readString(SHEET).replace("\r\n", "\n")).as(FILE + " is stale: " + REFRESH).isEqualTo(drawn);
	}

	@Test
	void aRuleIsThereWhenItsClassIsAndNotOtherwise() throws IOException {
		assertThat(new BootstrapSubset().write(FILE))
			.contains("Copyright", "MIT", ".btn-link", ".visually-hidden", "border-collapse")
			.doesNotContain(".carousel", ".navbar", ".modal", "data-bs-theme");
	}

}
