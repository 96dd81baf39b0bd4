package org.backwise.proof;

import org.junit.jupiter.api.Test;

class FollowUpProofTests {

	@Test
	void proves() {
		Promises.kept().care().claim("F-one");
		CarePromises.questions();
		Sheets.BUILT_IN.about();
		long t = System.nanoTime();
		long c0 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		FollowUpProofs proofs = new FollowUpProofs(Sheets.BUILT_IN);
		System.out.println("FP built " + (System.nanoTime() - t) / 1000000);
		System.out.println("FP cpu "
				+ (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - c0) / 1000000);
		proofs.all().forEach((id, proof) -> {
			long b = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			var failure = proof.get();
			System.out.println("FP " + id + " "
					+ (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - b) / 1000000
					+ " ms "
					+ failure.map(Promises.kept().care().claim(id)::brokenBy).map(Property::inWords).orElse("proved"));
		});
		System.out.println("FP cpu "
				+ (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - c0) / 1000000);
	}

}
