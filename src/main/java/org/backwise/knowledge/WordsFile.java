package org.backwise.knowledge;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sentences of one language as they are read, with those that lie over them. A
 * language has every sentence that the first one has, so that no warning gets lost in
 * translation.
 */
class WordsFile {

	private static final String PHRASES = "phrases";

	private final ObjectMapper mapper;

	private final KnowledgeFiles files;

	private final String tag;

	private final List<String> problems;

	private final @Nullable Sentences sentences;

	private final @Nullable Phrases phrases;

	WordsFile(ObjectMapper mapper, KnowledgeFiles files, String tag, List<String> problems) {
		this.mapper = mapper;
		this.files = files;
		this.tag = tag;
		this.problems = problems;
		if (files.isOldShape()) {
			this.sentences = null;
			this.phrases = phrases(tree(KnowledgeFiles.builtIn(), OldShape.LANGUAGE), OldShape.LANGUAGE);
			return;
		}
		String language = KnowledgeFiles.under(tag);
		JsonNode words = tree(files, language);
		if (!language.equals(tag)) {
			words = new Overlay(KnowledgeFiles.nameOf(language), problems).over(words, tree(files, tag),
					KnowledgeFiles.nameOf(tag));
		}
		this.phrases = phrases(words, language);
		String name = KnowledgeFiles.nameOf(language);
		this.sentences = new Sentences(mapper, files, name, words, problems);
		String first = files.languages().get(0);
		if (!first.equals(language)) {
			missing(tree(files, first), words, name, KnowledgeFiles.nameOf(first));
		}
		words.propertyNames()
			.stream()
			.filter((key) -> !key.equals(PHRASES) && !KnowledgeFiles.NAMES.contains(key + ".yaml")
					&& !FollowUp.FILE.equals(key + ".yaml"))
			.forEach((key) -> problems.add(name + ": there is no rule file '" + key + ".yaml'"));
	}

	/** How a condition is said; null when that cannot be read. */
	@Nullable Phrases phrases() {
		return this.phrases;
	}

	/** Which words they are. */
	Language language(Phrases phrases) {
		String language = KnowledgeFiles.under(this.tag);
		return new Language(language, phrases, this.files.wordsSha256(language), !language.equals(this.tag));
	}

	/** What is said of nothing: wrong, but no reason not to look at the rest. */
	List<String> idle() {
		return (this.sentences != null) ? this.sentences.idle() : List.of();
	}

	/** What a rule file says, with its sentences. */
	<T extends Record> T into(T content, String file) {
		return (this.sentences != null) ? this.sentences.into(content, file) : OldShape.named(content);
	}

	private JsonNode tree(KnowledgeFiles from, String language) {
		String name = KnowledgeFiles.nameOf(language);
		try {
			JsonNode words = this.mapper.readTree(from.text(name));
			if (words instanceof ObjectNode) {
				return words;
			}
			this.problems.add(name + ": the file is empty");
		}
		catch (JacksonException ex) {
			this.problems.add(new ParserWords(name, from.text(name)).of(ex));
		}
		return JsonNodeFactory.instance.objectNode();
	}

	private @Nullable Phrases phrases(JsonNode words, String language) {
		String name = KnowledgeFiles.nameOf(language);
		try {
			Phrases read = this.mapper.readerFor(Phrases.class)
				.readValue(this.mapper.treeAsTokens(words.path(PHRASES)));
			if (read != null) {
				int before = this.problems.size();
				KnowledgeReader.requireKeys(read, () -> name + ", " + PHRASES, this.files, this.problems, null);
				if (before == this.problems.size()) {
					read.problems().forEach((problem) -> this.problems.add(name + ", " + problem));
				}
				return read;
			}
		}
		catch (JacksonException ex) {
			this.problems.add(new ParserWords(name, this.files.text(name)).of(ex));
			return null;
		}
		this.problems.add(name + ": the key '" + PHRASES + "' is missing");
		return null;
	}

	private void missing(JsonNode first, JsonNode words, String where, String name) {
		first.propertyStream().forEach((entry) -> {
			JsonNode here = words.path(entry.getKey());
			if (here.isMissingNode()) {
				this.problems.add(where + ": the sentence '" + entry.getKey() + "' is missing; " + name + " has it");
			}
			else if (entry.getValue().isObject()) {
				missing(entry.getValue(), here, where + ", " + entry.getKey(), name);
			}
			else if (entry.getValue().isArray() && here.size() != entry.getValue().size()) {
				this.problems.add(where + ", " + entry.getKey() + ": " + name + " has " + entry.getValue().size()
						+ " sentences here");
			}
		});
	}

	/**
	 * A file of words that lies over another one: only the sentences that change, under
	 * the same ids. What it leaves out is said as in the file below. A sentence over
	 * nothing, an empty one, and one in which something else is filled in are problems.
	 *
	 * @param below the name of the file below
	 * @param problems takes in what is wrong
	 */
	private record Overlay(String below, List<String> problems) {

		private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}");

		/** The words below, with those above in their place. */
		JsonNode over(JsonNode words, JsonNode above, String where) {
			if (words instanceof ObjectNode entries && above instanceof ObjectNode) {
				ObjectNode whole = entries.deepCopy();
				above.propertyStream()
					.forEach((entry) -> whole.set(entry.getKey(),
							over(words.path(entry.getKey()), entry.getValue(), where + ", " + entry.getKey())));
				return whole;
			}
			if (words instanceof ArrayNode && above instanceof ArrayNode && words.size() == above.size()) {
				ArrayNode whole = ((ArrayNode) words).arrayNode();
				for (int i = 0; i < words.size(); i++) {
					whole.add(over(words.get(i), above.get(i), where + ", " + (i + 1)));
				}
				return whole;
			}
			String problem = problem(words, above);
			if (problem != null) {
				this.problems.add(where + ": " + problem);
			}
			return (problem != null) ? words : above;
		}

		private @Nullable String problem(JsonNode words, JsonNode above) {
			if (words.isMissingNode()) {
				return "lies over nothing; " + this.below + " has no such sentence";
			}
			if (words instanceof ArrayNode) {
				return this.below + " has " + words.size() + " sentences here";
			}
			if (!words.isString() || !above.isString()) {
				return "has not the shape of what it lies over in " + this.below;
			}
			if (above.stringValue().isBlank()) {
				return "the sentence is empty";
			}
			return filledIn(words).equals(filledIn(above)) ? null
					: "fills in something else than the sentence of " + this.below;
		}

		private static List<String> filledIn(JsonNode sentence) {
			return FILLED_IN.matcher(sentence.stringValue())
				.results()
				.map(MatchResult::group)
				.distinct()
				.sorted()
				.toList();
		}

	}

}
