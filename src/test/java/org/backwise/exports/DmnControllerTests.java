package org.backwise.exports;

import java.util.Map;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

class DmnControllerTests {

	private static final Map<String, String> NAMESPACES = Map.of("1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/",
			"1.5", "https://www.omg.org/spec/DMN/20230324/MODEL/");

	private final DmnController controller = controller();

	private static DmnController controller() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-exports");
		return new DmnController(new KnowledgeReader().read(KnowledgeFiles.builtIn()), new Phrases(messages));
	}

	@Test
	void handsOutTheVersionThatIsAskedFor() {
		NAMESPACES.forEach((version, namespace) -> assertThat(this.controller.rules(version).getBody())
			.contains("xmlns=\"" + namespace + "\""));
		assertThat(this.controller.rules(null).getBody()).isEqualTo(this.controller.rules("1.5").getBody());
		assertThat(this.controller.rules("1.3").getHeaders().getETag())
			.isNotEqualTo(this.controller.rules("1.5").getHeaders().getETag());
	}

	@Test
	void namesTheVersionsThatThereAreWhenAskedForAnother() {
		ResponseEntity<String> response = this.controller.rules("1.4");
		assertThat(response.getStatusCode().value()).isEqualTo(400);
		assertThat(response.getHeaders().getContentType()).isNotNull().matches(MediaType.TEXT_PLAIN::isCompatibleWith);
		assertThat(response.getBody()).contains("1.3, 1.5").doesNotContain("1.4");
	}

}
