package org.backwise.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a port of its own, with a database in memory and a clock that
 * a test can move. All tests that carry it share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:journeys;DB_CLOSE_DELAY=-1", "backwise.limits.enabled=false",
				"backwise.practice.name=Larkfield Massage", "backwise.practice.phone=01632 960 123",
				"logging.level.org.springframework.web=info" })
@AutoConfigureMockMvc
@Import(MovableClock.Settings.class)
@interface RunningApplication {

}
