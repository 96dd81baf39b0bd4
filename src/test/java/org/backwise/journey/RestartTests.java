package org.backwise.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.backwise.BackwiseApplication;
import org.backwise.knowledge.KnowledgeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The application is stopped and started again while people are using it. */
@ExtendWith(Chromium.class)
class RestartTests {

	@TempDir
	private Path folder;

	private final Browser browser;

	private int port;

	RestartTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void carriesOnWithAFormThatWasOpenAndShowsOldResultsUnderTheirOwnWords() throws Exception {
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		String sent;
		ConfigurableApplicationContext running = start();
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			sent = new Visitor(this.port).result(Sheet.urgent(), "", "").path();
			visit.begin();
			visit.tick("nerve-signs-none");
			visit.carryOn();
			visit.tick("body-signs-none");
			Path changed = changedKnowledge();
			approve(KnowledgeFiles.in(changed).sha256(), running);
			running.close();
			running = start("--backwise.knowledge=file:" + changed);

			visit.carryOn();

			assertThat(visit.path()).isEqualTo("/intake/questions/age");
			visit.click("Back");
			assertThat(visit.page().locator("#body-signs-none").isChecked()).isTrue();
			visit.open("/intake/questions");
			assertThat(visit.heading()).isEqualTo("How many years old are you?");
			visit.open(sent);
			assertThat(visit.text()).contains("High temperature or shivers", "rules version 2026.12")
				.doesNotContain("Fever by another name");
			String later = new Visitor(this.port).result(Sheet.urgent(), "", "").path();
			visit.open(later);
			assertThat(visit.text()).contains("Fever by another name", "rules version 2027.01-test");
		}
		finally {
			running.close();
		}
	}

	private ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(
				BackwiseApplication.class)
			.run(Stream.concat(Stream.of("--server.port=" + this.port,
					"--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("db") + ";WRITE_DELAY=0",
					"--backwise.limits.enabled=false"), Stream.of(arguments))
				.toArray(String[]::new));
	}

	/** Says that somebody compared these rules with those in force and approved them. */
	private static void approve(String rules, ConfigurableApplicationContext running) {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		running.getBean(JdbcClient.class)
			.sql("insert into rules_approval (candidate, running, asked_by, asked_at, approved_by, approved_at) "
					+ "values (?, ?, ?, ?, ?, ?)")
			.params(rules, KnowledgeFiles.builtIn().sha256(), UUID.randomUUID(), now, UUID.randomUUID(), now)
			.update();
	}

	/** A practice's own copy of the files, with other words and another version. */
	private Path changedKnowledge() throws IOException {
		Path copy = Files.createDirectory(this.folder.resolve("knowledge"));
		for (var file : KnowledgeFiles.builtIn().texts().entrySet()) {
			String text = file.getValue()
				.replace("version: \"2026.12\"", "version: \"2027.01-test\"")
				.replace("ask: How old are you?", "ask: How many years old are you?")
				.replace("label: High temperature or shivers", "label: Fever by another name");
			Files.createDirectories(copy.resolve(file.getKey()).getParent());
			Files.writeString(copy.resolve(file.getKey()), text, StandardCharsets.UTF_8);
		}
		return copy;
	}

}
