package org.backwise.documents;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Processor time of one page and of a plan's four, made up of the same sentences.
 */
final class PrintTimes {

	private static final int ROUNDS = 30;

	private static final String BEFORE = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>A page</title></head><body>";

	private static final String PART = "<h2>Your sessions</h2><p>For a back that hurts now, stays tense or moves less freely.</p><ul>"
			+ "<li>Changed feeling between the legs or around the bottom</li>".repeat(12) + "</ul>";

	private PrintTimes() {
	}

	public static void main(String[] arguments) throws IOException, Press.Busy {
		Press press = new Press(1, Duration.ofSeconds(1));
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (int parts : new int[] { 3, 12 }) {
			String page = BEFORE + PART.repeat(parts) + "</body></html>";
			for (int i = 0; i < ROUNDS; i++) {
				press.print(page);
			}
			long before = threads.getCurrentThreadCpuTime();
			for (int i = 0; i < ROUNDS; i++) {
				press.print(page);
			}
			System.out.printf("%d parts: %d ms%n", parts,
					(threads.getCurrentThreadCpuTime() - before) / ROUNDS / 1_000_000);
		}
	}

}
