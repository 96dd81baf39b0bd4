package org.backwise.triage;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Vignettes.Vignette;

/**
 * Who had a plan by the rules of version 1 and is referred by those of version 2, and by
 * which rule. Version 1 lies in {@code src/test/resources/version-1}, as it was.
 */
final class CostOfVersion2 {

	static final int SHEETS = 100_000;

	private static final int CHUNK = 1_000;

	/** How likely a question about signs is answered with none. */
	private static final double[] CALM = { 0.99, 0.97, 0.94 };

	/** What was a part of another option in version 1. */
	private static final Map<String, String> BEFORE = Map.of("face-speech-sight", "body-signs neck-vessel",
			"sudden-headache", "health-today undiagnosed-lump", "angina-not-controlled",
			"health-today recent-heart-attack-or-stroke");

	private final Triage one;

	private final Triage two = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	CostOfVersion2() {
		try {
			Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/version-1")).toURI());
			this.one = new Triage(new KnowledgeReader().read(KnowledgeFiles.in(folder)));
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The rules of both versions on one person. */
	record Change(boolean plannedBefore, List<Finding> findings) {

		boolean isLost() {
			return this.plannedBefore && !this.findings.isEmpty();
		}

	}

	/**
	 * What the two versions make of a sheet.
	 * @param sheet a whole sheet of version 2
	 * @return whether the safety section of version 1 left a plan possible, and what
	 * version 2 finds
	 */
	Change change(AnswerSheet sheet) {
		Reading before = this.one.read(before(sheet));
		if (!before.problems().isEmpty()) {
			throw new IllegalStateException("Version 1 cannot read " + sheet + ": " + before.problems());
		}
		Assessment now = this.two.assess(this.two.read(sheet.answers()));
		return new Change(before.level() == null, now.findings());
	}

	/** The sheet as version 1 would have had it. */
	private Map<String, Object> before(AnswerSheet sheet) {
		Map<String, Object> before = new LinkedHashMap<>();
		for (Question question : this.one.knowledge().questions()) {
			String id = question.id();
			if (question.kind() != Kind.MULTI) {
				if (sheet.has(id)) {
					before.put(id, Objects.requireNonNull(sheet.answers().get(id)));
				}
				continue;
			}
			List<String> chosen = new ArrayList<>(sheet.chosen(id));
			chosen.retainAll(question.options().stream().map(Option::id).toList());
			BEFORE.forEach((option, was) -> {
				String[] place = was.split(" ");
				if (place[0].equals(id) && ticked(sheet, option) && !chosen.contains(place[1])) {
					chosen.add(place[1]);
				}
			});
			if (chosen.size() > 1) {
				chosen.remove("none");
			}
			if (sheet.has(id)) {
				before.put(id, chosen.isEmpty() ? List.of("none") : chosen);
			}
		}
		return before;
	}

	private static boolean ticked(AnswerSheet sheet, String option) {
		return sheet.chose("body-signs", option) || sheet.chose("health-today", option);
	}

	/** Counts for random sheets. */
	private record Count(int before, int lost, Map<String, Integer> fired, Map<String, Integer> alone) {

		Count(List<Change> changes) {
			this((int) changes.stream().filter(Change::plannedBefore).count(),
					(int) changes.stream().filter(Change::isLost).count(), new TreeMap<>(), new TreeMap<>());
			changes.stream().filter(Change::isLost).map(Change::findings).forEach((findings) -> {
				findings.forEach((finding) -> this.fired.merge(outcome(finding), 1, Integer::sum));
				if (findings.size() == 1) {
					this.alone.merge(outcome(findings.get(0)), 1, Integer::sum);
				}
			});
		}

	}

	private static String outcome(Finding finding) {
		return finding.rule() + " | " + finding.level() + " | " + finding.source();
	}

	private Count random() {
		List<Change> changes = IntStream.range(0, SHEETS / CHUNK).parallel().boxed().flatMap((chunk) -> {
			Random random = new Random(20_261_126L + chunk);
			return IntStream.range(0, CHUNK)
				.mapToObj((i) -> change(new ContractQuestions(random, CALM[i % CALM.length]).sheet()));
		}).toList();
		return new Count(changes);
	}

	/**
	 * The people of {@code common-stories.yaml}.
	 * @param vignettes all vignettes
	 * @return the stories in order
	 */
	static List<Vignette> stories(Vignettes vignettes) {
		return vignettes.all().stream().filter((vignette) -> vignette.id().startsWith("V-8")).toList();
	}

	/** The report, in Markdown. */
	String markdown() {
		StringBuilder text = new StringBuilder("""
				# What version 2 of the rules costs

				Version 2 asks more and refers more. Here is whom it costs a plan: people whom the safety section of
				version 1 let pass, and whom version 2 sends to somebody else first. The numbers are made by
				`CostOfVersion2Tests` and are fresh, or the build fails.

				""");
		random(text);
		stories(text);
		return text.toString();
	}

	private void random(StringBuilder text) {
		Count count = random();
		text.append("""
				## Random sheets

				%,d answer sheets, drawn with a fixed seed. Age, place, duration, cause and strength of the pain are
				drawn evenly; most questions about signs are answered with none. So these are no real people, and the
				shares say which rule weighs how much, not how many clients a practice will refer.

				- A plan was possible under version 1: **%s** of all sheets.
				- Of those, referred under version 2: **%s**.

				A sheet can be referred by several rules; *alone* counts those that one rule refers.
				The source is that of the whole rule. What U-08 adds (the middle of the mid-back, and from 50 on every
				way it began) and the length of time in D-28 rest on our own judgement.

				| rule | level | source | share of the plans of version 1 | alone |
				|---|---|---|---:|---:|
				""".formatted(SHEETS, share(count.before(), SHEETS), share(count.lost(), count.before())));
		count.fired()
			.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.forEach((entry) -> text.append("| ")
				.append(entry.getKey())
				.append(" | ")
				.append(share(entry.getValue(), count.before()))
				.append(" | ")
				.append(share(count.alone().getOrDefault(entry.getKey(), 0), count.before()))
				.append(" |\n"));
	}

	private void stories(StringBuilder text) {
		Vignettes vignettes = Vignettes.read();
		List<Vignette> stories = stories(vignettes);
		List<Change> changes = stories.stream().map(vignettes::sheet).map(this::change).toList();
		long before = changes.stream().filter(Change::plannedBefore).count();
		long lost = changes.stream().filter(Change::isLost).count();
		text.append("""

				## Common stories

				%d made-up people as they come every week (`src/test/resources/vignettes/common-stories.yaml`). %d of
				them had a plan under version 1; %d of those are referred under version 2. Nobody among them is referred
				by a rule that no guideline and no line of the document stands behind; a test holds that.

				| who | version 1 | version 2 |
				|---|---|---|
				""".formatted(stories.size(), before, lost));
		for (int i = 0; i < stories.size(); i++) {
			Change change = changes.get(i);
			text.append("| ")
				.append(stories.get(i).name())
				.append(" | ")
				.append(change.plannedBefore() ? "plan" : "referred")
				.append(" | ")
				.append(change.findings().isEmpty() ? "plan"
						: String.join("; ",
								change.findings().stream().map((one) -> outcome(one).replace(" |", ",")).toList()))
				.append(" |\n");
		}
	}

	private static String share(int part, int whole) {
		return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
	}

}
