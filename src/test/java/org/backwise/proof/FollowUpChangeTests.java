package org.backwise.proof;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.backwise.followup.CareJudge;

class FollowUpChangeTests {

	@Test
	void all() {
		List<Mutants.Mutant> all = FollowUpMutants.all(Sheets.BUILT_IN);
		System.out.println("MU " + all.size());
		CareJudge judge = new CareJudge();
		long t = System.nanoTime();
		List<Mutants.Mutant> left = all.parallelStream().filter((m) -> judge.amongPeople(m.base()).isEmpty()).toList();
		System.out.println("MU left " + left.size() + " " + (System.nanoTime() - t) / 1000000);
		List<Mutants.Mutant> left2 = left.parallelStream()
			.filter((m) -> judge.amongNearMisses(m.base()).isEmpty())
			.toList();
		System.out.println("MU left " + left2.size() + " " + (System.nanoTime() - t) / 1000000);
		left2.forEach((m) -> System.out.println("MUL " + m.what()));
	}

}
