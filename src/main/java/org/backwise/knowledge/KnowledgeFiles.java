package org.backwise.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of the knowledge files, and the SHA-256 that identifies it.
 *
 * @param texts file name to content, in the order of {@link #NAMES}
 */
public record KnowledgeFiles(Map<String, String> texts) {

	/** The files that make a knowledge base; the old shape has no roles. */
	public static final List<String> NAMES = List.of("about.yaml", "terms.yaml", "questions.yaml", "red-flags.yaml",
			"cautions.yaml", "techniques.yaml", "plan.yaml", "notices.yaml", "sources.yaml", Roles.FILE);

	public KnowledgeFiles {
		Map<String, String> ordered = new LinkedHashMap<>();
		for (String name : NAMES) {
			String text = texts.get(name);
			if (text != null) {
				ordered.put(name, text.replace("\r\n", "\n"));
			}
			else if (!name.equals(Roles.FILE)) {
				throw new KnowledgeException("The knowledge file " + name + " is missing.");
			}
		}
		texts = java.util.Collections.unmodifiableMap(ordered);
	}

	/**
	 * The files that come with the application.
	 * @return the built-in files
	 */
	public static KnowledgeFiles builtIn() {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name : NAMES) {
			try (InputStream in = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + name)) {
				if (in != null) {
					texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
			catch (IOException ex) {
				throw new KnowledgeException("The built-in knowledge file " + name + " cannot be read.", ex);
			}
		}
		return new KnowledgeFiles(texts);
	}

	/**
	 * The files in a folder of the practice.
	 * @param folder the folder
	 * @return the files
	 * @throws KnowledgeException when a file is missing or cannot be read
	 */
	public static KnowledgeFiles in(Path folder) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name : NAMES) {
			Path file = folder.resolve(name);
			if (!Files.exists(file) && name.equals(Roles.FILE)) {
				continue;
			}
			if (!Files.isRegularFile(file)) {
				throw new KnowledgeException("The knowledge file " + file + " is missing.");
			}
			try {
				texts.put(name, Files.readString(file));
			}
			catch (IOException ex) {
				throw new KnowledgeException("The knowledge file " + file + " cannot be read as UTF-8 text.", ex);
			}
		}
		return new KnowledgeFiles(texts);
	}

	/**
	 * The fingerprint of the content; line ends do not count.
	 * @return 64 hexadecimal digits
	 */
	public String sha256() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.texts.forEach((name, text) -> {
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
	 * @param name one of {@link #NAMES}
	 * @param text its new content
	 * @return the changed files
	 */
	public KnowledgeFiles with(String name, String text) {
		Map<String, String> changed = new LinkedHashMap<>(this.texts);
		changed.put(name, text);
		return new KnowledgeFiles(changed);
	}

	/** Whether the files are of the shape that names the roles of questions. */
	boolean hasRoles() {
		return this.texts.containsKey(Roles.FILE);
	}

	String text(String name) {
		return this.texts.get(name);
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
