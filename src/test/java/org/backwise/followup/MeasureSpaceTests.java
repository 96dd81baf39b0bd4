package org.backwise.followup;

import org.junit.jupiter.api.Test;

class MeasureSpaceTests {

	@Test
	void sizes() {
		var base = CareCourse.TRIAGE.knowledge();
		long t = System.nanoTime();
		MeasureSpace space = new MeasureSpace(base);
		System.out.println("MS " + (System.nanoTime() - t) / 1000000);
		for (MeasureSpace.Part part : space.parts()) {
			System.out.println("MS " + part.questions() + " " + part.cases().size() + " " + part.steps().size() + " "
					+ part.cases().stream().map(MeasureSpace.Case::kind).distinct().count());
		}
	}

}
