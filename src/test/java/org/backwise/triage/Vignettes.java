package org.backwise.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The made-up people of {@code src/test/resources/vignettes}. */
public final class Vignettes {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Map<String, Vignette> byId = new LinkedHashMap<>();

	private Vignettes(List<Vignette> vignettes) {
		for (Vignette vignette : vignettes) {
			if (this.byId.put(vignette.id(), vignette) != null) {
				throw new IllegalStateException("Two vignettes have the id " + vignette.id());
			}
		}
	}

	/**
	 * A made-up person and what the rules should make of the answers.
	 *
	 * @param id its id
	 * @param name what it is about
	 * @param story two sentences about the person
	 * @param base the sheet it changes: a name of {@link AnswerSheets} or the id of
	 * another vignette
	 * @param answers the answers that differ from it
	 * @param outcome the level, or {@code care-plan}
	 * @param fires every rule that fires; a rule that refers with its level
	 * @param not rules that do not fire, or not at the level named
	 * @param technique the choice of technique, when it is part of the point
	 * @param phases phase to sessions, when they are part of the point
	 * @param lead the service that leads the notice, or {@code none}
	 * @param work the areas to work on
	 * @param leave the areas to leave, each with its rule
	 * @param habit the habit and who chose it, such as {@code stress by client}
	 */
	public record Vignette(String id, String name, String story, String base, Map<String, Object> answers,
			String outcome, List<String> fires, @Nullable List<String> not, @Nullable Technique technique,
			@Nullable Map<String, Integer> phases, @Nullable String lead, @Nullable List<String> work,
			@Nullable List<String> leave, @Nullable String habit) {

		/**
		 * What the vignette says of the plan's areas and habit, and of the notice.
		 * @return words to values, those not spoken of left out
		 */
		public Map<String, Object> more() {
			Map<String, Object> more = new LinkedHashMap<>();
			put(more, "lead", this.lead);
			put(more, "work", this.work);
			put(more, "leave", this.leave);
			put(more, "habit", this.habit);
			return more;
		}

		private static void put(Map<String, Object> more, String word, @Nullable Object value) {
			if (value != null) {
				more.put(word, value);
			}
		}

		/**
		 * What a decision says of these.
		 * @param assessment a decision
		 * @return the same words as {@link #more} to what was decided
		 */
		public Map<String, Object> more(Assessment assessment) {
			Map<String, Object> found = new LinkedHashMap<>();
			put(found, "lead", (assessment.lead() != null) ? assessment.lead() : "none");
			Assessment.Areas areas = assessment.areas();
			Assessment.Habit chosen = assessment.habit();
			if (areas != null) {
				put(found, "work", areas.work());
				put(found, "leave", areas.leave().stream().map((left) -> left.area() + " " + left.rule()).toList());
			}
			put(found, "habit", (chosen != null) ? chosen.habit() + " by " + chosen.chosenBy() : null);
			found.keySet().retainAll(more().keySet());
			return found;
		}

		/**
		 * The rules that must stay silent.
		 * @return rules, some with a level
		 */
		public List<String> silent() {
			return (this.not != null) ? this.not : List.of();
		}

		@Override
		public String toString() {
			return this.id + " " + this.name;
		}

	}

	/**
	 * An expected choice of technique.
	 *
	 * @param primary the technique to begin with
	 * @param alternative the one that may be chosen instead, null for none
	 * @param excluded technique to the rules behind it; left out when nothing is excluded
	 */
	public record Technique(String primary, @Nullable String alternative,
			@Nullable Map<String, List<String>> excluded) {
	}

	/**
	 * Reads all vignettes.
	 * @return the vignettes
	 */
	public static Vignettes read() {
		List<Vignette> found = new ArrayList<>();
		try (Stream<Path> files = Files
			.list(Path.of(java.util.Objects.requireNonNull(Vignettes.class.getResource("/vignettes")).toURI()))) {
			for (Path file : files.sorted().toList()) {
				found.addAll(YAML.readValue(file, new TypeReference<List<Vignette>>() {
				}));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
		return new Vignettes(found);
	}

	/**
	 * All of them.
	 * @return the vignettes in the order of files and lines
	 */
	public List<Vignette> all() {
		return List.copyOf(this.byId.values());
	}

	/**
	 * The answer sheet of a vignette. From 50 on nobody has sore temples, and a stiff
	 * back is stiff in its lower part, unless the vignette says otherwise.
	 * @param vignette a vignette
	 * @return its base with its answers
	 */
	public AnswerSheet sheet(Vignette vignette) {
		Vignette base = this.byId.get(vignette.base());
		AnswerSheet sheet = ((base != null) ? sheet(base) : AnswerSheets.named(vignette.base()))
			.with(vignette.answers());
		if (sheet.number("age") >= 50 && !sheet.has("temple-jaw-vision")) {
			sheet = sheet.with("temple-jaw-vision", "no");
		}
		if (sheet.chose("complaints", "stiffness") && !sheet.has("stiff-where")) {
			sheet = sheet.with("stiff-where", List.of("lower-back"));
		}
		return sheet;
	}

}
