package org.backwise.practice;

import java.util.Map;

import org.backwise.knowledge.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The knowledge files may use exactly the placeholders that a practice fills. */
class PlaceholderTests {

	private final Practice practice = new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("backwise.practice", Practice.class);

	@Test
	void fillsEveryPlaceholderThatTheKnowledgeFilesMayUse() {
		assertThat(Notices.PLACEHOLDERS).isNotEmpty()
			.allSatisfy((name) -> assertThat(this.practice.fill("Call {" + name + "}.")).doesNotContain("{", "}")
				.doesNotContain("Call ."));
	}

}
