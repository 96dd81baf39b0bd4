package org.backwise.journey;

import org.junit.jupiter.api.Tag;

import org.springframework.test.context.ContextConfiguration;

import org.backwise.PostgresTest;

/** On a desktop, with PostgreSQL. */
@ContextConfiguration(initializers = PostgresTest.OwnDatabase.class)
@Tag("long")
class WholeCoursePostgresTests extends CourseInABrowser {

	WholeCoursePostgresTests() {
		super(Size.DESKTOP);
	}

}
