package org.backwise.exports;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DmnCommandTests {

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.said, true);

	@TempDir
	private Path folder;

	@Test
	void writesTheBuiltInRules() throws Exception {
		Path file = this.folder.resolve("rules.dmn");
		assertThat(DmnCommand.run(List.of(file.toString()), this.out)).isZero();
		assertThat(Files.readString(file))
			.isEqualTo(DmnDocument.of(new KnowledgeReader().read(KnowledgeFiles.builtIn()), DmnVersion.DEFAULT));
	}

	@Test
	void writesTheVersionThatIsAskedFor() throws Exception {
		Path file = this.folder.resolve("rules.dmn");
		assertThat(DmnCommand.run(List.of("--version=1.3", file.toString()), this.out)).isZero();
		assertThat(Files.readString(file)).contains("\"https://www.omg.org/spec/DMN/20191111/MODEL/\"")
			.doesNotContain("20230324");
	}

	@Test
	void namesTheVersionsThatThereAre() {
		Path file = this.folder.resolve("rules.dmn");
		assertThat(DmnCommand.run(List.of("--version=1.4", file.toString()), this.out)).isEqualTo(2);
		assertThat(this.said.toString()).contains("1.3, 1.5");
		assertThat(file).doesNotExist();
	}

	@Test
	void namesTheFileThatIsMissingInAKnowledgeFolder() {
		Path file = this.folder.resolve("rules.dmn");
		assertThat(DmnCommand.run(List.of(file.toString(), this.folder.toString()), this.out)).isEqualTo(1);
		assertThat(this.said.toString()).contains("about.yaml").contains("missing");
		assertThat(file).doesNotExist();
	}

	@Test
	void saysHowItIsUsed() {
		assertThat(DmnCommand.run(List.of(), this.out)).isEqualTo(2);
		assertThat(this.said.toString()).contains("dmn-export").contains("<file>");
	}

}
