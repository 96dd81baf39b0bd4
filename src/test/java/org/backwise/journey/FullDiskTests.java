package org.backwise.journey;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.BackwiseApplication;
import org.backwise.journey.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk that is full: said on the page and to whoever watches, and over once there is
 * room.
 */
class FullDiskTests {

	private static final int MOST_POSTS = 200;

	/** Half a second apart. */
	private static final int MOST_TRIES = 10;

	@TempDir
	private Path folder;

	@AfterEach
	void room() {
		FaultyDisk.fill(false);
	}

	@Test
	void saysSoKeepsWhatWasTypedAndGoesOnOnceThereIsRoom() throws Exception {
		Path database = this.folder.resolve("db");
		try (ConfigurableApplicationContext running = new SpringApplicationBuilder(BackwiseApplication.class).run(
				"--server.port=0", "--spring.datasource.url=" + FaultyDisk.url(database),
				"--backwise.limits.enabled=false")) {
			int port = ((WebServerApplicationContext) running).getWebServer().getPort();
			Visitor visitor = new Visitor(port);
			String kept = visitor.result(Sheet.emergency(), "", "").path();
			Visitor answering = new Visitor(port);
			Page first = answering.begin();
			assertThat(health(visitor)).isEqualTo(200);

			FaultyDisk.fill(true);
			Page refused = untilRefused(answering, first);
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.body()).contains("<title>We could not save this – ", "We could not save this",
					"name=\"nerve-signs\" value=\"n", "Send it again");

			FaultyDisk.fill(false);
			Page sent = untilSaved(answering, refused);
			assertThat(sent.path()).isEqualTo("/intake/questions/body-signs");
			assertThat(visitor.get(kept).body()).contains("Call 999");
			assertThat(health(visitor)).isEqualTo(200);
		}
	}

	/** There may be free space in the file. */
	private static Page untilRefused(Visitor visitor, Page form) {
		for (int i = 0; i < MOST_POSTS; i++) {
			Page answer = visitor.sendOnly(form, Map.of("nerve-signs", List.of((i % 2 == 0) ? "none" : "not-sure")));
			if (answer.status() != 302) {
				return answer;
			}
		}
		throw new AssertionError("The disk is not full");
	}

	/**
	 * A connection used within the last half second is handed out once more unasked, so
	 * the page may come a second time.
	 */
	private static Page untilSaved(Visitor visitor, Page refused) throws InterruptedException {
		Page answer = refused;
		for (int i = 0; i < MOST_TRIES && answer.status() == 503; i++) {
			Thread.sleep(500);
			answer = visitor.send(refused, Map.of("nerve-signs", List.of("none")));
		}
		return answer;
	}

	private static int health(Visitor visitor) {
		return visitor.send("/actuator/health",
				HttpRequest.newBuilder(visitor.uri("/actuator/health")).header("Accept", "application/json").build())
			.status();
	}

}
