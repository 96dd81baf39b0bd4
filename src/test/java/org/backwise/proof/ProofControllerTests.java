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
					"89,536,810,277,769,793,360,437,646,196,736", "About 90 thousand billion billion billion",
					"U-14 at urgent", "Cancer", "Once a week")
			.doesNotContain("What is not true", "??");
	}

}
