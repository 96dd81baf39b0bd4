package org.backwise.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents of every kind of made-up client. */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:documents;DB_CLOSE_DELAY=-1",
		"backwise.limits.enabled=false" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
class DemoDocumentsTests {

	private static final Path FOLDER = Path.of("target/documents");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyDocumentPasses() throws Exception {
		Files.createDirectories(FOLDER);
		for (String link : List.of("demo-emergency", "demo-urgent", "demo-see-doctor", "demo-wait", "demo-plan",
				"demo-plan-gentle", "demo-plan-cautions", "demo-plan-prevention", "demo-care-better",
				"demo-care-step-down", "demo-care-step-back", "demo-care-paused", "demo-care-missing",
				"demo-care-finished", "demo-care-end-and-refer")) {
			for (String kind : List.of("/pdf", "/letter/pdf", "/summary/pdf")) {
				MockHttpServletResponse response = this.mvc
					.perform(MockMvcRequestBuilders.get("/result/" + link + kind))
					.andReturn()
					.getResponse();
				System.out.println(
						link + kind + " " + response.getStatus() + " " + response.getHeader("Content-Disposition"));
				if (response.getStatus() == 200) {
					write(link + kind.replace("/pdf", "").replace('/', '-') + ".pdf", response.getContentAsByteArray());
				}
			}
		}
		assertThat(VeraPdf.failures("ua1", FOLDER)).isEmpty();
		assertThat(VeraPdf.failures("2a", FOLDER)).isEmpty();
	}

	private static void write(String name, byte[] pdf) throws IOException {
		Files.write(FOLDER.resolve(name), pdf);
	}

}
