package org.backwise.statistics;

import org.springframework.context.ApplicationContext;

/** Counts months for tests of other rooms. */
public final class TestMonths {

	private TestMonths() {
	}

	/**
	 * Counts every month that is over and was not counted yet.
	 * @param application a running application
	 * @return how many
	 */
	public static int count(ApplicationContext application) {
		return application.getBean(MonthCounter.class).countDue();
	}

}
