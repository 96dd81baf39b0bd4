package org.backwise.practice;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The words for people lie in one file for each room, every one of them is used, and
 * every one that is used is there, in every language.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path TEMPLATES = RESOURCES.resolve("templates");

	private static final Path ROOMS = Path.of("src/main/java/org/backwise");

	/** What many pages share. */
	private static final Set<String> SHARED = Set.of("layout", "errors", "error", "level", "choice", "body-map",
			"dates", "scores", "source", "refused", "reviewed");

	private static final Pattern FILE = Pattern.compile("messages-([a-z]+)(?:_([a-zA-Z_]+))?\\.properties");

	private static final Pattern IN_TEMPLATE = Pattern.compile(
			"#\\{(?:\\|(.*?)\\||([a-zA-Z][\\w.-]*))|#messages\\.\\w+\\('([\\w.-]+)'( \\+ [^+' ]+(?: \\+ '([\\w.-]+)')?)?");

	private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.?)\"");

	/** Ends the name of a file that speaks of another person. */
	private static final String THEY = "__they";

	/** A use of words: a pattern of keys, and where it stands. */
	private record Use(String room, String keys) {
	}

	@Test
	void everyKeyThatIsUsedExists() {
		Set<String> keys = keys("");
		assertThat(uses()).hasSizeGreaterThan(500);
		assertThat(uses().stream().filter((use) -> keys.stream().noneMatch((key) -> key.matches(use.keys()))))
			.as("used, but in no file")
			.isEmpty();
	}

	@Test
	void everyKeyIsUsed() {
		Set<Pattern> used = uses().stream().map((use) -> Pattern.compile(use.keys())).collect(Collectors.toSet());
		assertThat(keys("")).hasSizeGreaterThan(1_000);
		assertThat(keys("").stream().filter((key) -> used.stream().noneMatch((one) -> one.matcher(key).matches())))
			.as("in a file, but used nowhere")
			.isEmpty();
	}

	@Test
	void everyKeyLiesInTheFileOfItsRoom() {
		files("").forEach((room, file) -> assertThat(file.stringPropertyNames()).as(room).allSatisfy((key) -> {
			String first = key.substring(0, key.indexOf('.'));
			assertThat(SHARED.contains(first) ? "practice" : first).as(key).isEqualTo(room);
		}));
		assertThat(Arrays.asList(setting().split(",")))
			.containsExactlyElementsOf(files("").keySet().stream().map((room) -> "messages-" + room).toList());
	}

	@Test
	void noRoomTakesItsWordsFromAnother() {
		assertThat(uses()).filteredOn((use) -> !use.room().equals("fragments"))
			.allSatisfy((use) -> assertThat(use.keys().split("\\\\\\.", 2)[0]).as(use.toString())
				.matches((first) -> SHARED.contains(first)
						|| List.of(use.room(), "journal", "cases", "care").contains(first)));
	}

	/** Of two the last one would win, silently. */
	@Test
	void noKeyStandsTwice() throws IOException {
		for (String room : files("").keySet()) {
			List<String> keys = Files.readAllLines(RESOURCES.resolve("messages-" + room + ".properties"))
				.stream()
				.filter((line) -> line.matches("[\\w.-]+=.*"))
				.map((line) -> line.substring(0, line.indexOf('=')))
				.toList();
			assertThat(keys).as(room).doesNotHaveDuplicates();
		}
	}

	@Test
	void everyLanguageHasTheSameKeys() {
		assertThat(missing(RESOURCES)).isEmpty();
	}

	/** Only sentences that differ, each for one that is said to everybody. */
	@Test
	void whatIsSaidOfAnotherPersonReplacesWhatIsSaidToTheClient() {
		TreeMap<String, Properties> base = files("");
		TreeMap<String, Properties> they = files("en" + THEY);
		assertThat(they.keySet()).containsExactly("calendar", "care", "cases", "intake", "outbox", "pictures",
				"practice", "result", "retention");
		they.forEach((room, words) -> words.stringPropertyNames().forEach((key) -> {
			String usual = Objects.requireNonNull(base.get(room)).getProperty(key);
			assertThat(usual).as(key).isNotNull().isNotEqualTo(words.getProperty(key));
			assertThat(places(words.getProperty(key))).as(key).isEqualTo(places(usual));
		}));
	}

	@Test
	void aLanguageWithoutSomeWordsIsFound(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("messages-desk.properties"), "desk.title=Desk of {0}\ndesk.save=Save\n");
		Files.writeString(folder.resolve("messages-intake.properties"), "intake.title=You\n");
		Files.writeString(folder.resolve("messages-desk_de.properties"), "desk.title=Tisch\ndesk.speichern=Sichern\n");

		assertThat(missing(folder)).containsExactlyInAnyOrder("de: intake.title", "de: desk.save",
				"de: desk.speichern is nobody's", "de: desk.title names other places");
	}

	/** What a language lacks beside the first one. */
	private static List<String> missing(Path folder) {
		List<String> missing = new ArrayList<>();
		TreeMap<String, Properties> base = files(folder, "");
		for (String language : languages(folder)) {
			TreeMap<String, Properties> other = files(folder, language);
			base.forEach((room, words) -> {
				Properties theirs = other.getOrDefault(room, new Properties());
				words.stringPropertyNames().forEach((key) -> {
					String translated = theirs.getProperty(key);
					if (translated == null) {
						missing.add(language + ": " + key);
					}
					else if (!places(translated).equals(places(words.getProperty(key)))) {
						missing.add(language + ": " + key + " names other places");
					}
				});
				theirs.stringPropertyNames()
					.stream()
					.filter((key) -> words.getProperty(key) == null)
					.forEach((key) -> missing.add(language + ": " + key + " is nobody's"));
			});
		}
		return missing;
	}

	private static Set<String> places(String words) {
		return Pattern.compile("\\{(\\d)")
			.matcher(words)
			.results()
			.map((one) -> one.group(1))
			.collect(Collectors.toSet());
	}

	private static Set<String> keys(String language) {
		return files(language).values()
			.stream()
			.flatMap((file) -> file.stringPropertyNames().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static TreeMap<String, Properties> files(String language) {
		return files(RESOURCES, language);
	}

	private static TreeMap<String, Properties> files(Path folder, String language) {
		TreeMap<String, Properties> files = new TreeMap<>();
		list(folder, 1).forEach((path) -> {
			Matcher name = FILE.matcher(path.getFileName().toString());
			if (name.matches() && language.equals((name.group(2) != null) ? name.group(2) : "")) {
				files.put(name.group(1), properties(path));
			}
		});
		return files;
	}

	private static Set<String> languages(Path folder) {
		return list(folder, 1).map((path) -> FILE.matcher(path.getFileName().toString()))
			.filter((name) -> name.matches() && name.group(2) != null)
			.map((name) -> name.group(2))
			.filter((language) -> !language.endsWith(THEY))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String setting() {
		return properties(RESOURCES.resolve("application.properties")).getProperty("spring.messages.basename");
	}

	/** Every use of words in the pages and in Java. */
	private static Set<Use> uses() {
		Set<Use> uses = new LinkedHashSet<>();
		list(TEMPLATES, 3).filter((path) -> path.toString().endsWith(".html")).forEach((path) -> {
			Matcher found = IN_TEMPLATE.matcher(text(path));
			while (found.find()) {
				String keys = (found.group(1) != null) ? found.group(1)
						: (found.group(2) != null) ? found.group(2)
								: found.group(3) + ((found.group(4) != null) ? "${x}" : "")
										+ ((found.group(5) != null) ? found.group(5) : "");
				uses.add(new Use(path.getParent().getFileName().toString(), inPattern(keys)));
			}
		});
		Set<String> keys = keys("");
		list(ROOMS, 3).filter((path) -> path.toString().endsWith(".java")).forEach((path) -> {
			String room = path.getParent().getFileName().toString();
			String before = room.equals("explanation") ? "explanation." : "";
			Matcher literal = LITERAL.matcher(text(path));
			while (literal.find()) {
				String key = before + literal.group(1);
				boolean prefix = key.endsWith(".") && keys.stream().anyMatch((one) -> one.startsWith(key));
				if (prefix || keys.contains(key)) {
					uses.add(new Use(room, inPattern(key) + (prefix ? ".*" : "")));
				}
			}
		});
		return uses;
	}

	/**
	 * {@code a.${b}.c} as a pattern of keys; what stands in for b has no dot of its own.
	 */
	private static String inPattern(String keys) {
		return keys.replace(".", "\\.")
			.replaceAll("\\\\\\.\\$\\{[^{}]*}", "\\\\.[^.]+")
			.replaceAll("\\$\\{[^{}]*}", ".*");
	}

	private static Stream<Path> list(Path folder, int deep) {
		try (Stream<Path> paths = Files.walk(folder, deep)) {
			return paths.filter(Files::isRegularFile).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties properties(Path path) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(path)) {
			properties.load(reader);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
