package org.backwise.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The files of a knowledge base and their fingerprint. */
class KnowledgeFilesTests {

	private static final KnowledgeFiles BUILT_IN = KnowledgeFiles.builtIn();

	@Test
	void hasAFingerprintOfSixtyFourHexadecimalDigits() {
		assertThat(BUILT_IN.sha256()).matches("[0-9a-f]{64}").isEqualTo(KnowledgeFiles.builtIn().sha256());
	}

	@Test
	void keepsTheFingerprintWhateverTheLineEnds() {
		Map<String, String> windows = new HashMap<>();
		BUILT_IN.texts().forEach((name, text) -> windows.put(name, text.replace("\n", "\r\n")));
		KnowledgeFiles files = new KnowledgeFiles(windows);
		assertThat(files.sha256()).isEqualTo(BUILT_IN.sha256());
		assertThat(files).isEqualTo(BUILT_IN);
		assertThat(new KnowledgeReader().read(files)).isEqualTo(new KnowledgeReader().read(BUILT_IN));
	}

	@Test
	void changesTheFingerprintWithEveryFile() {
		Set<String> seen = new HashSet<>(Set.of(BUILT_IN.sha256()));
		for (String name : KnowledgeFiles.NAMES) {
			KnowledgeFiles changed = BUILT_IN.with(name, BUILT_IN.texts().get(name) + "# one more line\n");
			assertThat(seen.add(changed.sha256())).as(name).isTrue();
			assertThat(BUILT_IN.with(name, BUILT_IN.text(name) + " ").sha256()).isNotEqualTo(BUILT_IN.sha256());
		}
	}

	@Test
	void tellsFilesApartWhoseContentOnlyMovedAcross() {
		Map<String, String> one = new HashMap<>(BUILT_IN.texts());
		one.put("about.yaml", "a");
		one.put("terms.yaml", "");
		Map<String, String> other = new HashMap<>(BUILT_IN.texts());
		other.put("about.yaml", "");
		other.put("terms.yaml", "a");
		assertThat(new KnowledgeFiles(one).sha256()).isNotEqualTo(new KnowledgeFiles(other).sha256());
	}

	@Test
	void readsAPracticesOwnFolder(@TempDir Path folder) throws IOException {
		write(folder);
		assertThat(KnowledgeFiles.in(folder)).isEqualTo(BUILT_IN);
		assertThat(KnowledgeFiles.in(folder).sha256()).isEqualTo(BUILT_IN.sha256());
	}

	@Test
	void namesAFileThatIsMissing(@TempDir Path folder) throws IOException {
		write(folder);
		Files.delete(folder.resolve("cautions.yaml"));
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> KnowledgeFiles.in(folder))
			.withMessageContaining("cautions.yaml")
			.withMessageContaining("is missing");
		assertThatExceptionOfType(KnowledgeException.class)
			.isThrownBy(() -> KnowledgeFiles.in(folder.resolve("nowhere")))
			.withMessageContaining("nowhere");
		Map<String, String> texts = new HashMap<>(BUILT_IN.texts());
		texts.remove("plan.yaml");
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> new KnowledgeFiles(texts))
			.withMessageContaining("plan.yaml is missing");
	}

	@Test
	void namesAFileThatIsNoText(@TempDir Path folder) throws IOException {
		write(folder);
		Files.write(folder.resolve("terms.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> KnowledgeFiles.in(folder))
			.withMessageContaining("terms.yaml")
			.withMessageContaining("UTF-8");
	}

	private static void write(Path folder) throws IOException {
		for (Map.Entry<String, String> file : BUILT_IN.texts().entrySet()) {
			Path target = folder.resolve(file.getKey());
			Files.createDirectories(target.getParent());
			Files.writeString(target, file.getValue());
		}
	}

}
