package org.backwise.journey;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes for a while. Not part of the build; see {@code docs/fuzzing.md}.
 */
@RunningApplication
class FuzzRun {

	private static final long GROWTH = 64L << 20;

	@LocalServerPort
	private int port;

	@Test
	void everyMouthBearsWhateverIsHandedIn() throws Exception {
		long seed = Long.getLong("fuzz.seed", System.nanoTime());
		Instant end = Instant.now().plus(Duration.ofSeconds(Long.getLong("fuzz.seconds", 60)));
		Fuzzing fuzzing = new Fuzzing(this.port, seed);
		int rounds = 0;
		long before = 0;
		while (Instant.now().isBefore(end)) {
			fuzzing.once();
			rounds++;
			if (rounds == 500) {
				before = used();
			}
		}
		System.out.println(rounds + " rounds with seed " + seed);
		assertThat(fuzzing.found()).isEmpty();
		if (rounds > 500) {
			assertThat(used() - before).as("growth of memory in bytes").isLessThan(GROWTH);
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
