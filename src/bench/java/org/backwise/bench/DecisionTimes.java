package org.backwise.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;

/**
 * The same comparison by the processor time of one thread, for a machine that does other
 * work as well: the best of several rounds, and what was allocated.
 */
final class DecisionTimes {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Keeps the work from being left out. */
	private static volatile Object last = "";

	private DecisionTimes() {
	}

	public static void main(String[] args) {
		for (String set : List.of("mixed", "plans")) {
			DecisionBenchmark.Ours ours = new DecisionBenchmark.Ours();
			ours.sheets = set;
			ours.prepare();
			DecisionBenchmark.Hand hand = new DecisionBenchmark.Hand();
			hand.prepare(ours);
			DecisionBenchmark.Easy easy = new DecisionBenchmark.Easy();
			easy.prepare(ours);
			DecisionBenchmark.Drools drools = new DecisionBenchmark.Drools();
			drools.prepare(ours);
			DecisionBenchmark.Kie kie = new DecisionBenchmark.Kie();
			kie.prepare(ours);
			System.out.println(System.getProperty("java.version") + ", " + set);
			time("hand-written", 40, 50, () -> hand.sheets.forEach((sheet) -> last = hand.engine.assess(sheet)));
			time("backwise", 40, 50, () -> ours.readings.forEach((reading) -> last = ours.triage.assess(reading)));
			time("from a map", 15, 20,
					() -> ours.maps.forEach((sheet) -> last = ours.triage.assess(ours.triage.read(sheet))));
			time("from JSON", 15, 20, () -> ours.requests.forEach((request) -> last = ours.fromJson(request)));
			time("Easy Rules", 15, 10, () -> easy.sheets.forEach((sheet) -> last = easy.engine.decide(sheet)));
			time("Drools", 15, 5, () -> drools.sheets.forEach((sheet) -> last = drools.engine.decide(sheet)));
			time("KIE DMN", 4, 1, () -> kie.inputs.forEach((inputs) -> last = kie.model.decide(inputs)));
		}
	}

	private static void time(String name, int rounds, int times, Runnable work) {
		long best = Long.MAX_VALUE;
		long bytes = 0;
		for (int round = 0; round < rounds; round++) {
			long allocated = THREADS.getCurrentThreadAllocatedBytes();
			long started = THREADS.getCurrentThreadCpuTime();
			for (int i = 0; i < times; i++) {
				work.run();
			}
			best = Math.min(best, THREADS.getCurrentThreadCpuTime() - started);
			bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
		}
		System.out.printf("%-13s %9d ns %9d B%n", name, best / times / DecisionBenchmark.SHEETS,
				bytes / times / DecisionBenchmark.SHEETS);
	}

}
