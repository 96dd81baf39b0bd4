package org.backwise.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that a style sheet can find on our pages: elements and classes of the
 * templates, and classes that a script sets. A class may be put together of a beginning
 * and something else ({@code level-${level}}).
 */
final class PageNames {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path SCRIPTS = Path.of("src/main/resources/static/js");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)[\\s>/]");

	private static final Pattern CLASS = Pattern.compile("[\\s:]class(append)?=\"([^\"]*)\"");

	private static final Pattern INSERTED = Pattern.compile("\\$\\{ ?(?:[^{}]|\\{[^{}]*})*}");

	private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

	private static final Pattern TEMPLATE = Pattern.compile("\\|([^|]*)\\|");

	private static final Pattern LITERAL = Pattern.compile("[\"'`]([^\"'`\\n]*)[\"'`]");

	private static final char ANY = '\u0000';

	private final Set<String> tags = new TreeSet<>(Set.of("html", "head", "body"));

	private final Set<String> classes = new TreeSet<>();

	private final Set<String> beginnings = new TreeSet<>();

	private final Set<String> others = new TreeSet<>();

	PageNames() {
		texts(TEMPLATES, ".html").forEach(this::template);
		texts(SCRIPTS, ".js").forEach((text) -> LITERAL.matcher(text)
			.results()
			.forEach((literal) -> words(literal.group(1).replace("${", ANY + "${"), this.classes)));
		texts(SOURCES, ".java").forEach(
				(text) -> LITERAL.matcher(text).results().forEach((literal) -> words(literal.group(1), this.others)));
	}

	private void template(String text) {
		TAG.matcher(text).results().forEach((tag) -> this.tags.add(tag.group(1)));
		Matcher attribute = CLASS.matcher(text);
		while (attribute.find()) {
			String value = attribute.group(2);
			if (value.contains("'") || value.contains("|") || value.contains("${")) {
				List.of(QUOTED, TEMPLATE)
					.forEach((kind) -> kind.matcher(value)
						.results()
						.forEach((part) -> words(part.group(1), this.classes)));
			}
			else {
				words(value, this.classes);
			}
		}
		// What is handed to a fragment, which may make a class of it.
		LITERAL.matcher(text).results().forEach((part) -> words(part.group(1), this.others));
	}

	private void words(String text, Set<String> into) {
		for (String word : INSERTED.matcher(text).replaceAll(String.valueOf(ANY)).split("[\\s.,#>\\[\\]()]+")) {
			int any = word.endsWith("-") ? word.length() : word.indexOf(ANY);
			if (any < 0) {
				into.add(word);
			}
			else if (any > 1) {
				this.beginnings.add(word.substring(0, any));
			}
		}
	}

	private static Stream<String> texts(Path folder, String kind) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(kind)).map((file) -> {
				try {
					return Files.readString(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean hasTag(String tag) {
		return this.tags.contains(tag);
	}

	/** Whether a template or a script names a class as one. */
	boolean hasClass(String name) {
		return this.classes.contains(name) || this.beginnings.stream().anyMatch(name::startsWith);
	}

	/** Whether any text of ours could be meant as the class. */
	boolean mayHaveClass(String name) {
		return hasClass(name) || this.others.contains(name);
	}

}
