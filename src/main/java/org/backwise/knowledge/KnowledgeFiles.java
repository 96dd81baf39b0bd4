package org.backwise.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of the knowledge files: rules, and their words in one or more languages; and
 * the SHA-256 that identifies each. Without any {@code words} they are of the old shape,
 * in which the rule files hold the sentences too.
 *
 * @param texts file name to content, in the order of {@link #NAMES}, then the words
 */
public record KnowledgeFiles(Map<String, String> texts) {

	/** The files of the rules, all of them required; the old shape has no roles. */
	public static final List<String> NAMES = List.of("about.yaml", "terms.yaml", "questions.yaml", "red-flags.yaml",
			"cautions.yaml", "techniques.yaml", "plan.yaml", "notices.yaml", "sources.yaml", Roles.FILE);

	private static final String OWN = "/knowledge/";

	private static final String WORDS = "words/";

	private static final String YAML = ".yaml";

	private static final String FIRST = "en";

	/** What the name of an overlay ends with, as with the message files. */
	private static final String OF_ANOTHER = "__they";

	public KnowledgeFiles {
		Map<String, String> words = new TreeMap<>(texts);
		words.keySet().removeIf((name) -> !name.startsWith(WORDS));
		overlaysLieOver(words.keySet());
		Map<String, String> ordered = new LinkedHashMap<>();
		for (String name : words.isEmpty() ? OldShape.NAMES : NAMES) {
			String text = texts.get(name);
			if (text == null) {
				throw new KnowledgeException("The knowledge file " + name + " is missing.");
			}
			ordered.put(name, text);
		}
		for (String name : List.of(FollowUp.FILE, Rules.Loosened.FILE)) {
			if (texts.get(name) != null) {
				ordered.put(name, texts.get(name));
			}
		}
		ordered.putAll(words);
		ordered.replaceAll((name, text) -> text.replace("\r\n", "\n"));
		texts = Collections.unmodifiableMap(ordered);
	}

	private static void overlaysLieOver(Collection<String> words) {
		words.stream().filter((name) -> name.contains("__")).forEach((name) -> {
			String under = name.replaceAll(OF_ANOTHER + "\\" + YAML + "$", YAML);
			if (!words.contains(under) || under.contains("__")) {
				throw new KnowledgeException(
						"The knowledge file " + name + " lies over nothing: an overlay is called words/<language>"
								+ OF_ANOTHER + YAML + ", and stands beside the words of that language.");
			}
		});
	}

	/**
	 * The files that come with the application, with their first language.
	 * @return the built-in files
	 */
	public static KnowledgeFiles builtIn() {
		return builtIn(List.of());
	}

	/**
	 * The files that come with the application.
	 * @param languages tags of the languages that are spoken beside the first one
	 * @return the built-in files
	 * @throws KnowledgeException when there are no words in a language
	 */
	public static KnowledgeFiles builtIn(Collection<String> languages) {
		Map<String, String> texts = new LinkedHashMap<>();
		Stream<String> spoken = Stream.concat(Stream.of(FIRST), languages.stream()).map(KnowledgeFiles::nameOf);
		Stream.of(NAMES.stream(), Stream.of(FollowUp.FILE), spoken)
			.flatMap((names) -> names)
			.forEach((name) -> texts.computeIfAbsent(name, KnowledgeFiles::own));
		texts.keySet()
			.stream()
			.filter((name) -> name.startsWith(WORDS))
			.map((name) -> name.replace(YAML, OF_ANOTHER + YAML))
			.filter((name) -> KnowledgeFiles.class.getResource(OWN + name) != null)
			.toList()
			.forEach((name) -> texts.put(name, own(name)));
		return new KnowledgeFiles(texts);
	}

	private static String own(String name) {
		try (InputStream in = KnowledgeFiles.class.getResourceAsStream(OWN + name)) {
			if (in == null) {
				throw new KnowledgeException("The built-in knowledge file " + name + " is missing.");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new KnowledgeException("The built-in knowledge file " + name + " cannot be read.", ex);
		}
	}

	/**
	 * The files in a folder of the practice.
	 * @param folder the folder
	 * @return the files
	 * @throws KnowledgeException when a file is missing or cannot be read
	 */
	public static KnowledgeFiles in(Path folder) {
		Map<String, String> texts = new LinkedHashMap<>();
		List<String> words = words(folder.resolve(WORDS));
		Stream.concat((words.isEmpty() ? OldShape.NAMES : NAMES).stream(), words.stream())
			.forEach((name) -> texts.put(name, text(folder.resolve(name))));
		for (String name : List.of(FollowUp.FILE, Rules.Loosened.FILE)) {
			if (Files.exists(folder.resolve(name))) {
				texts.put(name, text(folder.resolve(name)));
			}
		}
		return new KnowledgeFiles(texts);
	}

	private static List<String> words(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> WORDS + file.getFileName()).filter((name) -> name.endsWith(YAML)).toList();
		}
		catch (IOException ex) {
			throw new KnowledgeException("The folder " + folder + " cannot be read.", ex);
		}
	}

	private static String text(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new KnowledgeException("The knowledge file " + file + " is missing.");
		}
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new KnowledgeException("The knowledge file " + file + " cannot be read as UTF-8 text.", ex);
		}
	}

	/**
	 * The languages in which there are words, the first one first.
	 * @return at least one tag, such as {@code en}
	 */
	public List<String> languages() {
		if (isOldShape()) {
			return List.of(OldShape.LANGUAGE);
		}
		return this.texts.keySet()
			.stream()
			.filter((name) -> name.startsWith(WORDS) && !name.endsWith(OF_ANOTHER + YAML))
			.map((name) -> name.substring(WORDS.length(), name.length() - YAML.length()))
			.sorted(Comparator.comparing((String tag) -> !tag.equals(FIRST)).thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	/**
	 * How the words of a language speak of the client: to them, or with an overlay of the
	 * sentences that change of them, to whoever answers for them.
	 * @param language one of {@link #languages()}
	 * @param ofAnother whether the client is another person than whoever reads
	 * @return the tag of the words, such as {@code en__they}; the language itself where
	 * nothing lies over its words
	 */
	public String voice(String language, boolean ofAnother) {
		String overlaid = language + OF_ANOTHER;
		return (ofAnother && this.texts.containsKey(nameOf(overlaid))) ? overlaid : language;
	}

	/** The language whose words lie under an overlay; every other language is its own. */
	static String under(String language) {
		return language.replace(OF_ANOTHER, "");
	}

	/** Whether rules and sentences stand together. */
	boolean isOldShape() {
		return this.texts.keySet().stream().noneMatch((name) -> name.startsWith(WORDS));
	}

	static String nameOf(String language) {
		return WORDS + language + YAML;
	}

	/**
	 * The texts that make the rules.
	 * @return file name to content
	 */
	public Map<String, String> rules() {
		Map<String, String> rules = new LinkedHashMap<>(this.texts);
		rules.keySet().removeIf((name) -> name.startsWith(WORDS));
		return rules;
	}

	/**
	 * The texts that hold the words of a language: its own, and what lies over them.
	 * @param language one of {@link #languages()}
	 * @return file name to content, empty in the old shape
	 */
	public Map<String, String> words(String language) {
		Map<String, String> words = new LinkedHashMap<>();
		if (!isOldShape()) {
			Stream.of(language, voice(language, true))
				.map(KnowledgeFiles::nameOf)
				.forEach((name) -> words.putIfAbsent(name, text(name)));
		}
		return Collections.unmodifiableMap(words);
	}

	/**
	 * The fingerprint of the words of a language, with what lies over them; in the old
	 * shape that of the rules stands for both.
	 * @param language one of {@link #languages()}
	 * @return 64 hexadecimal digits
	 */
	public String wordsSha256(String language) {
		return isOldShape() ? sha256() : sha256(words(language));
	}

	/**
	 * The fingerprint of the rules; words and line ends do not count.
	 * @return 64 hexadecimal digits
	 */
	public String sha256() {
		return sha256(rules());
	}

	private static String sha256(Map<String, String> texts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			texts.forEach((name, text) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
				digest.update(text.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

	/**
	 * The same files with one of them replaced.
	 * @param name one of {@link #NAMES}, {@code loosened.yaml}, or the name of words such
	 * as {@code words/en.yaml}
	 * @param text its new content
	 * @return the changed files
	 */
	public KnowledgeFiles with(String name, String text) {
		Map<String, String> changed = new LinkedHashMap<>(this.texts);
		changed.put(name, text);
		return new KnowledgeFiles(changed);
	}

	/** Whether the files say what is asked and decided during the care. */
	boolean hasFollowUp() {
		return this.texts.containsKey(FollowUp.FILE);
	}

	/** Whether the folder says that it loosens a rule. */
	boolean hasLoosened() {
		return this.texts.containsKey(Rules.Loosened.FILE);
	}

	/** Whether the files are of the shape that names the roles of questions. */
	boolean hasRoles() {
		return this.texts.containsKey(Roles.FILE);
	}

	String text(String name) {
		String text = this.texts.get(name);
		if (text == null) {
			throw new KnowledgeException("The knowledge file " + name + " is missing.");
		}
		return text;
	}

	/**
	 * Names a place for a message: the line of the entry, in its own list if there is
	 * one.
	 */
	String place(String name, String entry, String id) {
		List<String> lines = text(name).lines().toList();
		int list = Math.max(0, Math.max(lines.indexOf(entry + "s:"), lines.indexOf(entry + ":")));
		for (int i = list; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (line.equals("- id: " + id) || line.startsWith("- { id: " + id + ",") || line.startsWith(id + ":")) {
				return name + ", " + entry + " " + id + " (line " + (i + 1) + ")";
			}
		}
		return name + ", " + entry + " " + id;
	}

}
