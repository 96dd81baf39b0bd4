package org.backwise.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.knowledge.Bracketed;
import org.backwise.knowledge.KnowledgeFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** A language more is one file of words, one of messages and one setting. */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:second-language;DB_CLOSE_DELAY=-1",
		"backwise.practice.languages=en-GB,xx" })
@AutoConfigureMockMvc
class SecondLanguageTests {

	@TempDir
	private static Path folder;

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void knowledge(DynamicPropertyRegistry registry) throws IOException {
		KnowledgeFiles files = KnowledgeFiles.builtIn().with("words/xx.yaml", Bracketed.words());
		for (Map.Entry<String, String> file : files.texts().entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		registry.add("backwise.knowledge", () -> "file:" + folder);
	}

	@Test
	void saysEverythingThatTheRulesSay() {
		assertThat(this.mvc.get().uri("/how-we-decide").header("Accept-Language", "xx")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"xx\"", "[How old are you?]", "[Changes in peeing]",
					"[you tick any sign under “[Changes in feeling or control]”]");
		assertThat(this.mvc.get().uri("/how-we-decide").header("Accept-Language", "en")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"en\"", "How old are you?")
			.doesNotContain("[How old are you?]");
	}

}
