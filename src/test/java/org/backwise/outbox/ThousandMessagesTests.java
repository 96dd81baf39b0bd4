package org.backwise.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.backwise.cases.Case;
import org.backwise.outbox.Message.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * A thousand messages at once. How long it takes and what a page costs meanwhile is
 * written to the log; only what would be far off fails, since other work may share the
 * machine.
 */
@OutboxTest
class ThousandMessagesTests extends OutboxScenario {

	private static final Logger logger = LoggerFactory.getLogger(ThousandMessagesTests.class);

	private static final int MESSAGES = 1_000;

	private static final int PAGES = 60;

	@Test
	void areDrainedWithoutHoldingUpPages() throws Exception {
		Case client = this.people.planned("load");
		for (int i = 0; i < MESSAGES; i++) {
			Message link = Message.link(client.id(), "casey@example.org", this.clock.instant().minusSeconds(60L * i));
			this.rows.add(link);
		}
		pages();
		double idle = pages();
		long begun = System.nanoTime();
		CompletableFuture<Integer> drained = CompletableFuture
			.supplyAsync(() -> this.drain.round() + this.drain.round() + this.drain.round());
		List<Double> meanwhile = new ArrayList<>();
		while (!drained.isDone()) {
			meanwhile.add(pages());
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		assertThat(drained.get()).isEqualTo(MESSAGES);
		assertThat(got()).hasSize(MESSAGES);
		assertThat(all()).allSatisfy((one) -> assertThat(one.state()).isEqualTo(State.SENT));
		double busy = meanwhile.stream().mapToDouble(Double::doubleValue).average().orElse(idle);
		logger.info("{} messages in {} s; a page takes {} ms alone and {} ms meanwhile", MESSAGES,
				"%.1f".formatted(seconds), "%.2f".formatted(idle), "%.2f".formatted(busy));
		assertThat(busy).isLessThan(Math.max(idle * 4, 50));
	}

	/** The median of some pages, in milliseconds. */
	private double pages() throws Exception {
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < PAGES; i++) {
			long begun = System.nanoTime();
			assertThat(this.mvc.perform(get("/result/load")).andReturn().getResponse().getStatus()).isEqualTo(200);
			times.add(System.nanoTime() - begun);
		}
		return times.stream().sorted().skip(PAGES / 2).findFirst().orElseThrow() / 1e6;
	}

}
