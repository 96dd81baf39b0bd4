package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.MassageSection.Start;
import org.backwise.proof.Mutants.Mutant;
import org.backwise.triage.ContractOpinion;
import org.backwise.triage.Triage;
import org.backwise.triage.Vignettes.Vignette;
import org.backwise.triage.Vignettes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every small mistake in the rules is noticed: by a vignette, by a sheet at the edge of a
 * rule that the contract decides, or by a property; or it is proved that it changes no
 * decision on any sheet. Cheap checks come first.
 */
class RuleChangeTests {

	private static final Path KEPT = Path.of("src/main/resources/proof/rule-changes.properties");

	private static final Path DOC = Path.of("docs/knowledge/rule-changes.md");

	private static final Path EDGES = Path.of("src/test/resources/proof/edge-sheets.yaml");

	private static final KnowledgeBase BASE = Sheets.BUILT_IN;

	private final Vignettes vignettes = Vignettes.read();

	private final Map<String, String> noticed = new ConcurrentHashMap<>();

	@Test
	void everySheetAtAnEdgeIsDecidedAsTheContractSays() {
		Triage triage = new Triage(BASE);
		List<EdgeSheets.Edge> edges = EdgeSheets.read(EDGES);
		assertThat(edges).isNotEmpty();
		for (EdgeSheets.Edge edge : edges) {
			String decided = ContractOpinion.of(triage, edge.answers());
			assertThat(decided).as("What is now wrong: " + edge.shows() + "\n  on " + edge.answers())
				.isEqualTo(edge.decided());
			assertThat(ContractOpinion.of(edge.answers())).as("the contract on " + edge.shows())
				.isEqualTo(edge.decided());
		}
	}

	/** Refresh with {@code mvn test -Dtest=RuleChangeTests -Dbackwise.docs=write}. */
	@Test
	void everySmallMistakeIsNoticedOrProvedToChangeNothing() throws IOException {
		long begin = System.nanoTime();
		List<Mutant> mutants = Mutants.all(BASE);
		assertThat(mutants.stream().map(Mutant::what)).doesNotHaveDuplicates();
		List<Mutant> left = unnoticedByVignettes(mutants);
		int byVignettes = mutants.size() - left.size();
		boolean write = "write".equals(System.getProperty("backwise.docs"));
		List<EdgeSheets.Edge> edges = write ? findEdges(left) : EdgeSheets.read(EDGES);
		if (write) {
			EdgeSheets.write(EDGES, edges);
		}
		List<Mutant> after = left.parallelStream().filter((mutant) -> !isNoticedAtAnEdge(mutant, edges)).toList();
		int byEdges = left.size() - after.size();
		Map<String, String> equivalent = new LinkedHashMap<>();
		List<String> missed = new ArrayList<>();
		int byProperties = 0;
		for (Mutant mutant : after) {
			String reason = reason(mutant);
			if (reason != null) {
				equivalent.put(mutant.what(), reason);
			}
			else if (breaksAProperty(mutant)) {
				byProperties++;
			}
			else {
				missed.add(mutant.what());
			}
		}
		RuleChanges counted = new RuleChanges(mutants.size(), byVignettes, byEdges, byProperties, equivalent.size());
		System.out.println("Small mistakes in the rules: " + counted + ", missed " + missed.size() + ", in "
				+ (System.nanoTime() - begin) / 1_000_000 + " ms");
		assertThat(missed).as("mistakes that nothing notices").isEmpty();
		keep(counted, equivalent, write);
	}

	private List<Mutant> unnoticedByVignettes(List<Mutant> mutants) {
		List<Vignette> all = this.vignettes.all();
		return mutants.parallelStream().filter((mutant) -> {
			Optional<Vignette> wrong = engine(mutant)
				.flatMap((triage) -> all.stream().filter((vignette) -> breaks(triage, vignette)).findFirst());
			wrong.ifPresent((vignette) -> this.noticed.put(mutant.what(), vignette.id()));
			return wrong.isEmpty();
		}).toList();
	}

	private boolean breaks(Triage triage, Vignette vignette) {
		try {
			return ContractOpinion.breaks(triage, this.vignettes, vignette);
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	/** A mistake may also stop the engine from being built. */
	private static Optional<Triage> engine(Mutant mutant) {
		return Optional.of(new Triage(mutant.base()));
	}

	private static boolean isNoticedAtAnEdge(Mutant mutant, List<EdgeSheets.Edge> edges) {
		Triage triage = new Triage(mutant.base());
		return edges.stream().anyMatch((edge) -> !edge.decided().equals(decided(triage, edge.answers())));
	}

	private static String decided(Triage triage, Map<String, Object> answers) {
		try {
			return ContractOpinion.of(triage, answers);
		}
		catch (RuntimeException ex) {
			return "cannot be decided: " + ex;
		}
	}

	private static boolean breaksAProperty(Mutant mutant) {
		return !Proof.safetyOf(mutant.base()).broken().isEmpty();
	}

	/** Why a mistake changes no decision; null when it does. */
	private @Nullable String reason(Mutant mutant) {
		if (Differences.firstBetween(BASE, mutant.base()).isPresent()) {
			return null;
		}
		if (!BASE.techniques().equals(mutant.base().techniques()) && choiceDiffers(mutant.base()).isPresent()) {
			return null;
		}
		return "no answer sheet fires a rule, excludes a technique, asks a question, chooses a technique or plans a phase"
				+ " otherwise";
	}

	/** Sheets at the edge for mistakes that no vignette notices. */
	private List<EdgeSheets.Edge> findEdges(List<Mutant> left) {
		Triage right = new Triage(BASE);
		List<EdgeSheets.Edge> edges = new ArrayList<>(EdgeSheets.read(EDGES));
		edges.removeIf((edge) -> !right.read(edge.answers()).isComplete()
				|| !edge.decided().equals(ContractOpinion.of(edge.answers())));
		for (Mutant mutant : left) {
			if (!isNoticedAtAnEdge(mutant, edges)) {
				Optional<Map<String, Object>> found = Differences.firstBetween(BASE, mutant.base())
					.map(Example::answers)
					.or(() -> BASE.techniques().equals(mutant.base().techniques()) ? Optional.empty()
							: choiceDiffers(mutant.base()));
				found.map((answers) -> whole(right, answers))
					.filter((answers) -> !ContractOpinion.of(right, answers)
						.equals(decided(new Triage(mutant.base()), answers)))
					.ifPresent((answers) -> edges
						.add(new EdgeSheets.Edge(mutant.what(), ContractOpinion.of(answers), answers)));
			}
		}
		return edges;
	}

	/** The answers that our rules ask for, all of them. */
	private static Map<String, Object> whole(Triage triage, Map<String, Object> answers) {
		Map<String, Object> sheet = new LinkedHashMap<>(answers);
		triage.read(sheet).ignored().forEach(sheet::remove);
		return sheet;
	}

	private static Optional<Map<String, Object>> choiceDiffers(KnowledgeBase mutant) {
		ProofWork work = new ProofWork(BASE);
		TechniqueTable table = new TechniqueTable(work.space());
		List<Start> starts = table.section().starts(new SheetCounter(work.space(), true));
		Triage right = new Triage(BASE);
		Triage wrong = new Triage(mutant);
		List<Map<String, Object>> found = new ArrayList<>();
		for (Start start : starts) {
			Map<String, Object> safety = new LinkedHashMap<>(work.smallest(start.formula()).orElseThrow().answers());
			BASE.questions().stream().filter(BASE::isAboutMassage).forEach((question) -> safety.remove(question.id()));
			try {
				table.section().walk(start, (walk) -> {
					Map<String, Object> sheet = new LinkedHashMap<>(safety);
					sheet.putAll(table.section().answers(walk));
					if (!ContractOpinion.of(right, sheet).equals(decided(wrong, sheet))) {
						found.add(sheet);
						throw new Found();
					}
				});
			}
			catch (Found ex) {
				return Optional.of(found.get(0));
			}
		}
		return Optional.empty();
	}

	private static final class Found extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Found() {
			super("found", null, false, false);
		}

	}

	private static void keep(RuleChanges counted, Map<String, String> equivalent, boolean write) throws IOException {
		String kept = "# What noticed small mistakes in the rules; written by RuleChangeTests.\nsha256=" + BASE.sha256()
				+ "\ntried=" + counted.tried() + "\nby-vignettes=" + counted.byVignettes() + "\nby-fixtures="
				+ counted.byFixtures() + "\nby-properties=" + counted.byProperties() + "\nequivalent="
				+ counted.equivalent() + "\n";
		StringBuilder doc = new StringBuilder("# Small mistakes in the rules, and what notices them\n\n");
		doc.append("Written by `RuleChangeTests`; do not edit. Each rule was deleted, each condition turned in every"
				+ " place, each level lowered, each exclusion dropped, each point and number moved by one.\n\n");
		doc.append("| | |\n|---|--:|\n| Mistakes tried | ").append(counted.tried()).append(" |\n");
		doc.append("| Noticed by a vignette | ").append(counted.byVignettes()).append(" |\n");
		doc.append("| More, noticed by a sheet at the edge of a rule | ").append(counted.byFixtures()).append(" |\n");
		doc.append("| More, noticed by a property | ").append(counted.byProperties()).append(" |\n");
		doc.append("| Proved to change no decision on any sheet | ").append(counted.equivalent()).append(" |\n");
		doc.append("\nThe sheets at the edge stand in `src/test/resources/proof/edge-sheets.yaml`. The proof found the"
				+ " smallest sheet that a mistake decides wrongly; what is right was said by the contract's rules as the"
				+ " tests write them out, not by the engine.\n\n## Mistakes that change nothing\n\n");
		equivalent.forEach((what, reason) -> doc.append("- ").append(what).append(": ").append(reason).append(".\n"));
		if (write) {
			Files.createDirectories(KEPT.getParent());
			Files.writeString(KEPT, kept);
			Files.createDirectories(DOC.getParent());
			Files.writeString(DOC, doc.toString());
		}
		String hint = " is stale: run mvn test -Dtest=RuleChangeTests -Dbackwise.docs=write";
		assertThat(Files.readString(KEPT)).as(KEPT + hint).isEqualTo(kept);
		assertThat(Files.readString(DOC)).as(DOC + hint).isEqualTo(doc.toString());
	}

}
