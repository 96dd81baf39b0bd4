package org.backwise.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mouth bears what fuzzing once found, and what it begins with. */
@RunningApplication
class FuzzCorpusTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource
	void bearsEveryCase(FuzzTarget.Mouth mouth) throws Exception {
		Mouths mouths = new Mouths(this.port);
		mouths.agree();
		for (Path file : cases(mouth)) {
			mouth.hand(mouths, Files.readAllBytes(file));
		}
	}

	@Test
	void theSeedsArePagesAndFilesThatExist() throws Exception {
		assertThat(FuzzTarget.Mouth.WIZARD.seeds()).hasSizeGreaterThan(15);
		assertThat(FuzzTarget.Mouth.KNOWLEDGE.seeds()).hasSameSizeAs(Mouths.names());
	}

	private static Stream<Path> list(Path folder) throws IOException {
		return Files.list(folder).filter((file) -> file.getFileName().toString().startsWith("case-")).sorted();
	}

	private static Iterable<Path> cases(FuzzTarget.Mouth mouth) throws IOException {
		try (Stream<Path> files = list(mouth.corpus())) {
			return files.toList();
		}
	}

}
