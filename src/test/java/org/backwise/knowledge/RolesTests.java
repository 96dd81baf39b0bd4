package org.backwise.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RolesTests {

	private static final KnowledgeFiles BUILT_IN = KnowledgeFiles.builtIn();

	@Test
	void filesOfTheOldShapeHaveTheBuiltInRolesAndTheirOwnFingerprint(@TempDir Path folder) throws IOException {
		Map<String, String> old = new LinkedHashMap<>(BUILT_IN.texts());
		old.remove(Roles.FILE);
		KnowledgeFiles files = new KnowledgeFiles(old);
		assertThat(files.texts()).isEqualTo(old);
		assertThat(files.sha256()).isNotEqualTo(BUILT_IN.sha256());
		for (Map.Entry<String, String> file : old.entrySet()) {
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		assertThat(KnowledgeFiles.in(folder)).isEqualTo(files);
		KnowledgeReader reader = new KnowledgeReader();
		assertThat(reader.read(files).roles()).isEqualTo(reader.read(BUILT_IN).roles());
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
