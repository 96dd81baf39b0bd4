package org.backwise.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.BackwiseApplication;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * What Jazzer calls: hands each input to one of the three mouths of the application,
 * which runs in the same process so that coverage guides the changes. Not part of the
 * build; see {@code docs/fuzzing.md}.
 */
public final class FuzzTarget {

	private static final long GROWTH = 64L << 20;

	private static final int SETTLED = 1000;

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private static final Mouth MOUTH = Mouth.valueOf(System.getProperty("fuzz.mouth", "door").toUpperCase(Locale.ROOT));

	@SuppressWarnings("NullAway.Init")
	private static Mouths mouths;

	private static int rounds;

	private static long before;

	private FuzzTarget() {
	}

	/** Where untrusted text comes in. */
	enum Mouth {

		/** The JSON door: the body of a request. */
		DOOR {

			@Override
			void hand(Mouths mouths, byte[] input) throws IOException, InterruptedException {
				mouths.door(input);
			}

			@Override
			List<String> seeds() {
				return List.of(
						"""
								{"answers": {"nerve-signs": ["none"], "body-signs": ["none"], "age": 41, "location": ["no-pain"],
								"limb-signs": ["none"], "disc-diagnosis": "no", "general-signs": ["none"], "history": ["none"],
								"health-today": ["none"], "health-ongoing": ["none"], "skin-and-medicines": ["none"],
								"movement": "free", "complaints": ["tension", "stiffness"], "contributors": ["long-sitting"],
								"main-complaint": "tension", "preference": "gentle"}}""",
						"{\"answers\": {}}",
						"{\"answers\": {\"nerve-signs\": [\"saddle-numbness\"], \"nerve-signs-course\": \"not-sure\"}}");
			}

		},
		/** The wizard: a page and the form posted to it. */
		WIZARD {

			@Override
			void hand(Mouths mouths, byte[] input) throws IOException, InterruptedException {
				Map.Entry<String, String> parts = parts(input);
				mouths.wizard(parts.getKey(), parts.getValue());
			}

			@Override
			List<String> seeds() {
				return BASE.questionnaire().pages().stream().map((page) -> page.id() + "\n" + form(page)).toList();
			}

			private static String form(Page page) {
				return BASE.questionsOn(page)
					.stream()
					.map((question) -> question.id() + "="
							+ ((question.kind() == Kind.NUMBER) ? "7" : question.options().get(0).id()))
					.collect(Collectors.joining("&"));
			}

		},
		/** A practice's own knowledge: the name of a file and its text. */
		KNOWLEDGE {

			@Override
			void hand(Mouths mouths, byte[] input) {
				Map.Entry<String, String> parts = parts(input);
				if (Mouths.names().contains(parts.getKey())) {
					Mouths.knowledge(parts.getKey(), parts.getValue());
				}
			}

			@Override
			List<String> seeds() {
				return Mouths.names().stream().map((name) -> name + "\n" + Mouths.files().get(name)).toList();
			}

		};

		/** Hands an input over; fails when it is not borne. */
		abstract void hand(Mouths mouths, byte[] input) throws IOException, InterruptedException;

		/** Inputs to begin with. */
		abstract List<String> seeds();

		/** The folder of the cases that were found. */
		Path corpus() {
			return Path.of("src/test/resources/fuzz", name().toLowerCase(Locale.ROOT));
		}

		static Map.Entry<String, String> parts(byte[] input) {
			String text = new String(input, StandardCharsets.UTF_8);
			int end = text.indexOf('\n');
			return (end < 0) ? Map.entry("", text) : Map.entry(text.substring(0, end), text.substring(end + 1));
		}

	}

	/**
	 * Writes what a run begins with: seeds, and the words that mean something here.
	 * @param arguments the folder to write to
	 */
	public static void main(String[] arguments) throws IOException {
		for (Mouth mouth : Mouth.values()) {
			Path folder = Files.createDirectories(Path.of(arguments[0], mouth.name().toLowerCase(Locale.ROOT)));
			int number = 0;
			for (String seed : mouth.seeds()) {
				Files.writeString(folder.resolve("seed-" + number++), seed);
			}
		}
		Stream<String> harmful = Stream.of("null", "[]", "{}", "-1", "41.0", "1e9", "99999999999999", "true", "%00",
				"answers", "*x", "&x", "!!java.lang.String ", "any sign", "at least 3", "${x}", "../", "[[[[[[[[");
		Stream<String> ids = BASE.questions()
			.stream()
			.flatMap((question) -> Stream.concat(Stream.of(question.id()), options(question)));
		Files.write(Path.of(arguments[0], "words"),
				Stream.concat(harmful, ids).distinct().map((word) -> '"' + word + '"').toList());
	}

	private static Stream<String> options(Question question) {
		return question.options().stream().map(Option::id);
	}

	/** Starts the application for the mouths that need it; Jazzer calls this once. */
	public static void fuzzerInitialize() throws IOException, InterruptedException {
		if (MOUTH == Mouth.KNOWLEDGE) {
			return;
		}
		WebServerApplicationContext running = (WebServerApplicationContext) new SpringApplicationBuilder(
				BackwiseApplication.class)
			.web(WebApplicationType.SERVLET)
			.run("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1",
					"--backwise.limits.enabled=false", "--logging.level.root=warn");
		mouths = new Mouths(running.getWebServer().getPort());
		mouths.agree();
	}

	/**
	 * Hands one input over; Jazzer calls this.
	 * @param input the input
	 */
	public static void fuzzerTestOneInput(byte[] input) throws IOException, InterruptedException {
		MOUTH.hand(mouths, input);
		rounds++;
		if (rounds == SETTLED) {
			before = used();
		}
	}

	/** Says how much memory grew; Jazzer calls this at the end. */
	public static void fuzzerTearDown() {
		if (rounds > SETTLED) {
			long growth = used() - before;
			System.out.println(rounds + " rounds, memory grew by " + growth / 1024 + " KiB");
			if (growth > GROWTH) {
				throw new IllegalStateException("Memory grew by " + growth + " bytes");
			}
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
