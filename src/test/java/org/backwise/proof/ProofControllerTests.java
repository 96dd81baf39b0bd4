package org.backwise.proof;

import org.backwise.DeskTest;
import org.backwise.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class ProofControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private KnowledgeBase base;

	@Test
	void showsTheProofOfTheRunningRules() {
		assertThat(this.mvc.get().uri("/how-we-decide/proof")).hasStatusOk()
			.bodyText()
			.contains("What our rules always do", this.base.sha256(), "E-07, emergency:",
					"1,775,274,389,565,744,205,560,989,458,358,599,680", "About 1.8 billion billion billion billion",
					"U-08, urgent:", "Cancer", "Once a week")
			.doesNotContain("What is not true", "??");
	}

}
