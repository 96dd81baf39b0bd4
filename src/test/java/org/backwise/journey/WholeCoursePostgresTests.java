package org.backwise.journey;

import org.springframework.test.context.ContextConfiguration;

import org.backwise.PostgresTest;

/** On a desktop, with PostgreSQL. */
@ContextConfiguration(initializers = PostgresTest.OwnDatabase.class)
class WholeCoursePostgresTests extends CourseInABrowser {

	WholeCoursePostgresTests() {
		super(Size.DESKTOP);
	}

}
