package org.backwise;

import org.backwise.knowledge.KnowledgeException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class KnowledgeFailureTests {

	@Test
	void saysWhichRuleStoppedTheStart() {
		FailureAnalyzer analyzer = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, (type, name, failure) -> {
			})
			.stream()
			.filter((some) -> some instanceof KnowledgeFailure)
			.findFirst()
			.orElseThrow();
		FailureAnalysis analysis = analyzer.analyze(new BeanCreationException("triage", "no",
				new KnowledgeException("red-flags.yaml, rule E-01: no level")));
		assertThat(analysis.getDescription()).isEqualTo("red-flags.yaml, rule E-01: no level");
		assertThat(analysis.getAction()).contains("backwise.knowledge").contains("docs/knowledge/how-to-review.md");
	}

}
