package org.backwise.knowledge;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.backwise.knowledge.Sources.About;

/**
 * Reads the knowledge files, strictly: an unknown, missing or repeated key, a wrong shape
 * or a reference to nothing is an error that names file and rule, and the line where it
 * is known. The rules are read with the words of one language; an id without its sentence
 * refuses the language.
 */
public final class KnowledgeReader {

	private final YAMLMapper yaml = YAMLMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
		.addModule(conditions())
		.build();

	/** The lists of {@code terms.yaml}. */
	record TermsFile(List<Rules.Term> terms) {
	}

	/** The lists of {@code red-flags.yaml}. */
	record ReferralsFile(List<Rules.Referral> rules) {
	}

	/** The lists of {@code cautions.yaml}. */
	record CautionsFile(List<Rules.Caution> rules, List<Rules.Signpost> signposts) {
	}

	/** The list of {@code sources.yaml}. */
	record SourcesFile(List<Sources.Source> sources) {
	}

	/** The list of {@code loosened.yaml}. */
	record LoosenedFile(List<Rules.Loosened> loosened) {
	}

	/**
	 * How conditions are read, for other files that come with Backwise; those know no
	 * terms.
	 * @return what a parser needs
	 */
	public static JacksonModule conditions() {
		return new SimpleModule().addDeserializer(Condition.class, new ConditionReader());
	}

	/**
	 * Reads and checks the rules with their first language.
	 * @param files the files
	 * @return the knowledge base
	 * @throws KnowledgeException when anything is wrong, naming every problem found
	 */
	public KnowledgeBase read(KnowledgeFiles files) {
		return read(files, files.languages().get(0));
	}

	/**
	 * Reads and checks the rules with the sentences of a language.
	 * @param files the files
	 * @param language tag of one of their languages, or of what lies over one
	 * @return the knowledge base
	 * @throws KnowledgeException when anything is wrong, naming every problem found
	 */
	public KnowledgeBase read(KnowledgeFiles files, String language) {
		List<String> problems = new ArrayList<>();
		WordsFile words = new WordsFile(this.yaml, files, language, problems);
		Map<String, Condition> known = new LinkedHashMap<>();
		About about = read(files, "about.yaml", About.class, known, words, problems);
		TermsFile terms = read(files, "terms.yaml", TermsFile.class, known, words, problems);
		List<Rules.Term> meant = (terms != null) ? ConditionReader.resolved(terms.terms(), known) : List.of();
		Questionnaire questionnaire = read(files, "questions.yaml", Questionnaire.class, known, words, problems);
		ReferralsFile referrals = read(files, "red-flags.yaml", ReferralsFile.class, known, words, problems);
		CautionsFile cautions = read(files, "cautions.yaml", CautionsFile.class, known, words, problems);
		TechniqueGuide techniques = read(files, "techniques.yaml", TechniqueGuide.class, known, words, problems);
		PlanGuide plan = read(files, "plan.yaml", PlanGuide.class, known, words, problems);
		Notices notices = read(files, "notices.yaml", Notices.class, known, words, problems);
		SourcesFile sources = read(files, "sources.yaml", SourcesFile.class, known, words, problems);
		Roles roles = read(files.hasRoles() ? files : KnowledgeFiles.builtIn(), Roles.FILE, Roles.class, known, words,
				problems);
		if (roles == null || about == null || terms == null || questionnaire == null || referrals == null
				|| cautions == null || techniques == null || plan == null || notices == null || sources == null) {
			problems.addAll(words.idle());
			throw KnowledgeException.of(problems);
		}
		LoosenedFile loosened = files.hasLoosened()
				? read(files, Rules.Loosened.FILE, LoosenedFile.class, known, words, problems)
				: new LoosenedFile(List.of());
		FollowUp followUp = files.hasFollowUp() ? followUp(files, known, words, problems) : null;
		Phrases phrases = words.phrases();
		if (phrases == null || loosened == null || (files.hasFollowUp() && followUp == null)) {
			throw KnowledgeException.of(problems);
		}
		KnowledgeBase base = new KnowledgeBase(about, questionnaire, meant, referrals.rules(), cautions.rules(),
				cautions.signposts(), techniques, plan, notices, sources.sources(), roles, followUp,
				loosened.loosened(), files.sha256(), words.language(phrases));
		problems.addAll(new KnowledgeCheck(base, files).problems());
		problems.addAll(words.idle());
		if (!problems.isEmpty()) {
			throw KnowledgeException.of(problems);
		}
		return base;
	}

	/**
	 * Reads the rules that are to run. Those that only show what was decided long ago may
	 * lack what came later; these may not.
	 * @param files the files
	 * @param language tag of one of their languages, or of what lies over one
	 * @return the knowledge base
	 * @throws KnowledgeException when anything is wrong or missing, naming every problem
	 * found
	 */
	public KnowledgeBase readToRun(KnowledgeFiles files, String language) {
		KnowledgeBase base = read(files, language);
		KnowledgeFiles ours = KnowledgeFiles.builtIn();
		if (!files.sha256().equals(ours.sha256())) {
			List<String> problems = new BuiltInIds(read(ours), base).problems();
			if (!problems.isEmpty()) {
				throw KnowledgeException.of(problems);
			}
		}
		return base;
	}

	/** The terms of the follow-up are its own, beside those of the questionnaire. */
	private @Nullable FollowUp followUp(KnowledgeFiles files, Map<String, Condition> known, WordsFile words,
			List<String> problems) {
		Map<String, Condition> own = new LinkedHashMap<>(known);
		FollowUp first = read(files, FollowUp.FILE, FollowUp.class, own, words, problems);
		if (first == null) {
			return null;
		}
		ConditionReader.resolved(first.terms(), own);
		return read(files, FollowUp.FILE, FollowUp.class, own, words, problems);
	}

	private <T extends Record> @Nullable T read(KnowledgeFiles files, String name, Class<T> type,
			Map<String, Condition> terms, WordsFile words, List<String> problems) {
		try {
			T content = this.yaml.readerFor(type)
				.withAttribute(ConditionReader.TERMS, terms)
				.readValue(files.text(name));
			if (content == null) {
				problems.add(name + ": the file is empty");
				return null;
			}
			int before = problems.size();
			content = words.into(content, name);
			requireKeys(content, () -> name, files, problems, name);
			return (problems.size() == before) ? content : null;
		}
		catch (JacksonException ex) {
			problems.add(new ParserWords(name, files.text(name)).of(ex));
			return null;
		}
	}

	/** Every component of a record that is not {@code @Nullable} needs its key. */
	static void requireKeys(Record entry, Supplier<String> where, KnowledgeFiles files, List<String> problems,
			@Nullable String file) {
		for (RecordComponent component : entry.getClass().getRecordComponents()) {
			Object value = value(entry, component);
			if (value == null) {
				boolean elsewhere = component.isAnnotationPresent(Sentence.class) && !files.isOldShape();
				if (!elsewhere && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
					problems.add(where.get() + ": the key '" + kebab(component.getName()) + "' is missing");
				}
			}
			else if (value instanceof String text && text.isBlank()) {
				problems.add(where.get() + ": the key '" + kebab(component.getName()) + "' is empty");
			}
			else if (value instanceof Record inner && !(value instanceof Condition)) {
				requireKeys(inner, () -> where.get() + ", " + kebab(component.getName()), files, problems, null);
			}
			else if (value instanceof Collection<?> list && component.getGenericType() instanceof ParameterizedType) {
				int number = 0;
				for (Object item : list) {
					number++;
					String unnamed = ", " + kebab(component.getName()) + ", entry " + number;
					if (item == null) {
						problems.add(where.get() + unnamed + ": is empty");
					}
					else if (item instanceof Record inner && !(item instanceof Condition)) {
						requireKeys(inner, () -> placeOf(inner, component.getName(), where.get(), unnamed, files, file),
								files, problems, null);
					}
				}
			}
			else if (value instanceof Map<?, ?> map && map.containsValue(null)) {
				problems.add(where.get() + ", " + kebab(component.getName()) + ": a value is empty");
			}
		}
	}

	/** Names an entry of a list; of a list at the top of a file with its line. */
	private static String placeOf(Record inner, String list, String where, String unnamed, KnowledgeFiles files,
			@Nullable String file) {
		for (RecordComponent component : inner.getClass().getRecordComponents()) {
			if (component.getName().equals("id") && value(inner, component) instanceof String id) {
				String entry = list.endsWith("s") ? list.substring(0, list.length() - 1) : list;
				return (file != null) ? files.place(file, entry, id) : where + ", " + entry + " " + id;
			}
		}
		return where + unnamed;
	}

	static @Nullable Object value(Record entry, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(entry);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot read " + component, ex);
		}
	}

	static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
	}

}
