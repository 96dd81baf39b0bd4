package org.backwise.care;

import java.time.LocalDate;
import java.util.List;

import org.backwise.cases.CaseId;

/** Sessions that took place, for tests that are not about what has to be asked before. */
public final class TestSessions {

	private TestSessions() {
	}

	/** A session took place; nobody is asked whether it might. */
	public static void keep(Marking marking, CaseId id, int number, LocalDate day, String seen) {
		marking.check(id, number, day, seen);
		marking.keep(id, number, day, seen, List.of());
	}

}
