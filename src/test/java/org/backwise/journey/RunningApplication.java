package org.backwise.journey;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a port of its own, with a database in memory and a clock that
 * a test can move. All tests that carry it share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:journeys;DB_CLOSE_DELAY=-1", "backwise.limits.enabled=false",
				"backwise.backup.folder=target/backups",
				"backwise.backup.passphrase-file=" + RunningApplication.PASSPHRASE,
				"backwise.metrics.token=" + RunningApplication.TOKEN, "backwise.practice.name=Larkfield Massage",
				"backwise.practice.phone=01632 960 123", "logging.level.org.springframework.web=info" })
@ContextConfiguration(initializers = RunningApplication.OwnPort.class)
@AutoConfigureMockMvc
@Import(MovableClock.Settings.class)
@interface RunningApplication {

	/** While there is no such file, no backups are set. */
	String PASSPHRASE = "target/backup-passphrase";

	/** What monitoring shows. */
	String TOKEN = "a-made-up-token-of-the-monitoring";

	/** Chooses the port, so that passkeys can be bound to the address. */
	class OwnPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext application) {
			try (ServerSocket free = new ServerSocket(0)) {
				TestPropertyValues
					.of("server.port=" + free.getLocalPort(),
							"backwise.desk.address=http://localhost:" + free.getLocalPort())
					.applyTo(application);
			}
			catch (IOException ex) {
				throw new IllegalStateException("No port is free", ex);
			}
		}

	}

}
