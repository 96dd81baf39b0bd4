package org.backwise;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, with the people and the clock of
 * {@link TestDesk}; all these tests share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "backwise.candidate=file:${test.folder:target/fork-1}/candidate-postgres")
@ContextConfiguration(initializers = PostgresTest.OwnDatabase.class)
@AutoConfigureMockMvc
@Import(TestDesk.class)
public @interface PostgresTest {

	/** Names a database that nothing else uses. */
	class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext application) {
			try {
				TestPropertyValues
					.of("spring.datasource.url=" + Postgres.database().url(),
							"spring.datasource.username=" + Postgres.USER)
					.applyTo(application);
			}
			catch (IOException | SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
