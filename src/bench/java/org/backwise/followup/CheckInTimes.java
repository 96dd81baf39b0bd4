package org.backwise.followup;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * The same comparison by the processor time of one thread, for a machine that does other
 * work as well: the best of several rounds, and what was allocated.
 */
final class CheckInTimes {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Keeps the work from being left out. */
	private static volatile Object last = "";

	private CheckInTimes() {
	}

	public static void main(String[] args) {
		CheckInBenchmark.CheckIns all = new CheckInBenchmark.CheckIns();
		all.prepare();
		time("hand-written", () -> all.sheets.forEach((sheet) -> last = all.hand.decide(sheet)));
		time("backwise", () -> all.readings.forEach((reading) -> last = CareCourse.RULES.decide(reading)));
		time("from a map", () -> all.readings.forEach((reading) -> last = CareCourse.RULES
			.decide(CareCourse.RULES.read(reading.episode(), reading.sheet()))));
	}

	private static void time(String name, Runnable work) {
		long best = Long.MAX_VALUE;
		long bytes = 0;
		for (int round = 0; round < 150; round++) {
			long allocated = THREADS.getCurrentThreadAllocatedBytes();
			long started = THREADS.getCurrentThreadCpuTime();
			for (int i = 0; i < 5; i++) {
				work.run();
			}
			best = Math.min(best, THREADS.getCurrentThreadCpuTime() - started);
			bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
		}
		System.out.printf("%-13s %9d ns %9d B%n", name, best / 5 / CheckInBenchmark.SHEETS,
				bytes / 5 / CheckInBenchmark.SHEETS);
	}

}
