package org.backwise.journey;

import org.junit.jupiter.api.Tag;

/** On a phone, with H2. */
@Tag("long")
class WholeCourseTests extends CourseInABrowser {

	WholeCourseTests() {
		super(Size.PHONE);
	}

}
