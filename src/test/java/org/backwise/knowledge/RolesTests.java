package org.backwise.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RolesTests {

	private static final KnowledgeFiles BUILT_IN = KnowledgeFiles.builtIn();

	/** Files from before rules and words lay apart are read by {@code UpgradeTests}. */
	@Test
	void filesWithoutRolesAreRefused() {
		Map<String, String> without = new LinkedHashMap<>(BUILT_IN.texts());
		without.remove(Roles.FILE);
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> new KnowledgeFiles(without))
			.withMessageContaining("roles.yaml is missing");
	}

	@Test
	void aRoleOfAQuestionThatIsMissingIsAnError() {
		String roles = BUILT_IN.texts().get(Roles.FILE);
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(
				() -> new KnowledgeReader().read(BUILT_IN.with(Roles.FILE, roles.replace("age: age", "age: years"))))
			.withMessageContaining("roles.yaml")
			.withMessageContaining("years");
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(
				() -> new KnowledgeReader().read(BUILT_IN.with(Roles.FILE, roles.replace("age: age", "age: movement"))))
			.withMessageContaining("must be a number");
	}

}
