package org.backwise.journey;

/** On a phone, with H2. */
class WholeCourseTests extends CourseInABrowser {

	WholeCourseTests() {
		super(Size.PHONE);
	}

}
