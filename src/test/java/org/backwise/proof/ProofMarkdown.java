package org.backwise.proof;

import java.util.List;
import java.util.function.Function;

import org.backwise.knowledge.KnowledgeBase;

/**
 * The report as a page of the docs; the time taken is left out, for it never is the same.
 */
final class ProofMarkdown {

	private ProofMarkdown() {
	}

	static String of(ProofReport report, KnowledgeBase base) {
		ProofPage page = ProofPage.of(report, base);
		StringBuilder text = new StringBuilder();
		text.append("# What is true of every answer sheet\n\n");
		text.append("Made from the knowledge files by `ProofDocTests`; do not edit. The same report, of the rules that")
			.append(" are really running, is at `/how-we-decide/proof`.\n\n");
		text.append("Knowledge version ")
			.append(page.version())
			.append(", SHA-256 `")
			.append(page.sha256())
			.append("`.\n\n");
		text.append("## Proved\n\n");
		page.properties()
			.forEach((property) -> text.append("- **")
				.append(property.id())
				.append("** ")
				.append(property.title())
				.append('\n'));
		page.broken().forEach((property) -> text.append("- NOT TRUE: ").append(property.inWords()).append('\n'));
		text.append("\n## Answer sheets, counted exactly\n\n");
		text.append("- ")
			.append(page.sheets())
			.append(" answer sheets, ages and pain scores with each of their values\n");
		text.append("- ").append(page.sheetsByBands()).append(" when numbers that no rule tells apart count as one\n");
		text.append("- ")
			.append(page.combinations())
			.append(" combinations of answers for the choice of technique\n\n");
		table(text, "Outcome", page.outcomes());
		table(text, "Technique that leads", page.techniques());
		text.append("These are not how often something happens: most sheets tick many signs at once.\n\n");
		text.append("## Rules that never decide alone\n\n");
		page.covered().forEach((line) -> text.append("- ").append(line).append('\n'));
		RuleChanges changes = page.changes();
		if (changes != null) {
			text.append("\n## Small changes to the rules, and what noticed them\n\n");
			text.append("Tried: ")
				.append(changes.tried())
				.append(". Noticed by a made-up person: ")
				.append(changes.byVignettes())
				.append("; by a sheet at the edge of a rule: ")
				.append(changes.byFixtures())
				.append("; by a property: ")
				.append(changes.byProperties())
				.append("; proved to change no decision: ")
				.append(changes.equivalent())
				.append(". See [rule-changes.md](rule-changes.md).\n");
		}
		text.append("\n## The smallest example for each rule\n\n");
		shown(text, "Rule", page.rules(),
				(row) -> row.id() + ((row.level() != null) ? " " + row.level() : "") + ": " + row.title());
		text.append("\n## Everything can come out\n\n");
		shown(text, "What", page.witnesses(), ProofPage.Shown::title);
		return text.toString();
	}

	private static void table(StringBuilder text, String what, List<ProofPage.Share> rows) {
		text.append("| ").append(what).append(" | Sheets | Share |\n|---|--:|--:|\n");
		rows.forEach((row) -> text.append("| ")
			.append(row.name())
			.append(" | ")
			.append(row.count())
			.append(" | ")
			.append(row.share())
			.append(" |\n"));
		text.append('\n');
	}

	private static void shown(StringBuilder text, String what, List<ProofPage.Shown> rows,
			Function<ProofPage.Shown, String> name) {
		text.append("| ").append(what).append(" | Answers that stand out |\n|---|---|\n");
		rows.forEach((row) -> text.append("| ")
			.append(name.apply(row))
			.append(" | ")
			.append(String.join("; ", row.lines()))
			.append(" |\n"));
	}

}
