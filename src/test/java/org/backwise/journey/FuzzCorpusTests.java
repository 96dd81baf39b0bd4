package org.backwise.journey;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What fuzzing once found, and a few fresh changes that are the same every time. */
@RunningApplication
class FuzzCorpusTests {

	@LocalServerPort
	private int port;

	@Test
	void everyMouthBearsWhatWasFoundBefore() throws Exception {
		Fuzzing fuzzing = new Fuzzing(this.port, 1);
		fuzzing.corpus();
		for (int i = 0; i < 50; i++) {
			fuzzing.once();
		}
		assertThat(fuzzing.found()).isEmpty();
	}

}
