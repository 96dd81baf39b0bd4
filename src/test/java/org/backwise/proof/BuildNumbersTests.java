package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers of the proof page are those of the rules that are built. */
class BuildNumbersTests {

	private static final Path KEPT = Path.of("src/main/resources/proof/numbers.yaml");

	private static final BuildNumbers FOUND = Enumeration.of(Sheets.BUILT_IN);

	/** Refresh with {@code mvn test -Dtest=BuildNumbersTests -Dbackwise.docs=write}. */
	@Test
	void theCommittedNumbersAreFresh() throws IOException {
		String found = "# Exact counts, and the smallest sheet for every choice of a technique; written by"
				+ " BuildNumbersTests.\n" + BuiltInFile.YAML.writeValueAsString(FOUND);
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(KEPT, found);
		}
		assertThat(Files.readString(KEPT))
			.as(KEPT + " is stale: run mvn test -Dtest=BuildNumbersTests -Dbackwise.docs=write")
			.isEqualTo(found);
	}

	@Test
	void areReadAsTheyWereFound() {
		assertThat(BuildNumbers.of(Sheets.BUILT_IN.sha256())).contains(FOUND);
		assertThat(BuildNumbers.of("0".repeat(64))).isEmpty();
	}

	@Test
	void enumerationProvesWhatItIsToProve() {
		assertThat(FOUND.proved()).containsExactlyElementsOf(Promises.kept().reach().keySet());
		assertThat(Enumeration.offersExcluded(Sheets.BUILT_IN)).isNull();
	}

}
