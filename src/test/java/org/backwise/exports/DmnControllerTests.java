package org.backwise.exports;

import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Rules.Term;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DmnControllerTests {

	private static final Map<String, String> NAMESPACES = Map.of("1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/",
			"1.5", "https://www.omg.org/spec/DMN/20230324/MODEL/");

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final DmnController controller = controller(BASE, "");

	private static DmnController controller(KnowledgeBase base, String folder) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-exports");
		return new DmnController(base, new Phrases(messages), folder);
	}

	@Test
	void aPracticesOwnRulesThatCannotBeWrittenStopTheStart() {
		Term first = BASE.terms().get(0);
		KnowledgeBase own = BASE.with(BASE.questionnaire(),
				Stream.concat(BASE.terms().stream(), Stream.of(first)).toList(), BASE.referrals(), BASE.cautions());
		assertThatThrownBy(() -> controller(own, "own")).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("needs another id");
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
