package org.backwise.result;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon a therapist looks at a new plan, as clients are told.
 *
 * @param reviewDays working days, at least 1
 */
record ReviewTime(@DefaultValue("2") int reviewDays) {

	ReviewTime {
		if (reviewDays < 1) {
			throw new IllegalArgumentException("backwise.practice.review-days: at least 1");
		}
	}

}
