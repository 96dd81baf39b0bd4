package org.backwise.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Hands changed requests and changed knowledge files to the three mouths, and keeps what
 * they do not bear.
 */
class Fuzzing {

	/** One folder for each mouth; a case is a file. */
	static final Path CORPUS = Path.of("src/test/resources/fuzz");

	private static final String REQUEST = """
			{"answers": {"nerve-signs": ["none"], "body-signs": ["none"], "age": 41, "location": ["no-pain"],
			"limb-signs": ["none"], "disc-diagnosis": "no", "general-signs": ["none"], "history": ["none"],
			"health-today": ["none"], "health-ongoing": ["none"], "skin-and-medicines": ["none"], "movement": "free",
			"complaints": ["tension", "stiffness"], "contributors": ["long-sitting"], "main-complaint": "tension",
			"preference": "gentle"}}""";

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Mouths mouths;

	private final Mutator mutator;

	private final List<String> found = new ArrayList<>();

	Fuzzing(int port, long seed) throws IOException, InterruptedException {
		this.mouths = new Mouths(port);
		this.mutator = new Mutator(seed);
		this.mouths.agree();
	}

	/** What was not borne; empty when all is well. */
	List<String> found() {
		return this.found;
	}

	/** One changed input for each mouth. */
	void once() throws IOException, InterruptedException {
		hand("door", this.mutator.mutate(REQUEST));
		Page page = this.mutator.oneOf(this.base.questionnaire().pages());
		hand("wizard", page.id() + "\n" + this.mutator.mutate(form(page)));
		String name = this.mutator.oneOf(KnowledgeFiles.NAMES);
		hand("knowledge", name + "\n" + this.mutator.mutate(Mouths.files().get(name)));
	}

	/** Every case that was ever found. */
	void corpus() throws IOException, InterruptedException {
		for (String mouth : List.of("door", "wizard", "knowledge")) {
			try (Stream<Path> cases = Files.list(CORPUS.resolve(mouth))) {
				for (Path file : cases.filter((path) -> path.getFileName().toString().startsWith("case-"))
					.sorted()
					.toList()) {
					hand(mouth, Files.readString(file));
				}
			}
		}
	}

	private String form(Page page) {
		return this.base.questionsOn(page).stream().map(this::field).reduce((a, b) -> a + "&" + b).orElse("");
	}

	private String field(Question question) {
		return question.id() + "="
				+ ((question.kind() == Kind.NUMBER) ? "7" : this.mutator.oneOf(question.options()).id());
	}

	private void hand(String mouth, String text) throws IOException, InterruptedException {
		try {
			Map.Entry<String, String> parts = parts(text);
			switch (mouth) {
				case "door" -> this.mouths.door(text.getBytes(StandardCharsets.UTF_8));
				case "wizard" -> this.mouths.wizard(parts.getKey(), parts.getValue());
				default -> Mouths.knowledge(parts.getKey(), parts.getValue());
			}
		}
		catch (IOException | RuntimeException | AssertionError | StackOverflowError ex) {
			this.found.add(mouth + ": " + ex);
			Files.writeString(CORPUS.resolve(mouth).resolve("case-" + Integer.toHexString(text.hashCode())), text);
		}
	}

	private static Map.Entry<String, String> parts(String text) {
		int end = text.indexOf('\n');
		return (end < 0) ? Map.entry("", text) : Map.entry(text.substring(0, end), text.substring(end + 1));
	}

}
