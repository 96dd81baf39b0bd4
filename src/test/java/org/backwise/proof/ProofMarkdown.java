package org.backwise.proof;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

import org.backwise.knowledge.KnowledgeBase;

/**
 * The report as a page of the docs, in the words of the page; the time taken is left out,
 * for it never is the same.
 */
final class ProofMarkdown {

	private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages-proof", Locale.ROOT);

	private final StringBuilder text = new StringBuilder();

	private ProofMarkdown() {
	}

	static String of(ProofReport report, KnowledgeBase base) {
		return new ProofMarkdown().written(ProofPage.of(report, base), base);
	}

	private String written(ProofPage page, KnowledgeBase base) {
		this.text.append("# ").append(words("title")).append("\n\n");
		paragraph("Made from the knowledge files by `ProofDocTests`; do not edit. The same report, of the rules that"
				+ " are really running, is at `/how-we-decide/proof`.");
		paragraph(words("lede"));
		if (base.about().reviewed().isPending()) {
			paragraph("**" + words("unreviewed") + "**");
		}
		paragraph(words("how"));
		heading("words");
		for (String word : List.of("sheet", "e", "u", "d", "w", "n", "k")) {
			item("**" + words("words." + word) + "**: " + words("words." + word + ".text"));
		}
		page.broken().forEach((property) -> item("NOT TRUE: " + property.inWords()));
		heading("safety");
		page.safety().forEach((property) -> item("**" + property.id() + "** " + property.title()));
		heading("care");
		paragraph(words("care.text"));
		page.care().forEach((property) -> item("**" + property.id() + "** " + property.title()));
		ProofPage.Courses courses = page.courses();
		if (courses != null) {
			this.text.append('\n');
			paragraph(words("care.courses", courses.states(), courses.steps(), courses.seconds()));
		}
		heading("reach");
		page.reach().forEach((property) -> item("**" + property.id() + "** " + property.title()));
		judge(page);
		counts(page);
		changes(page);
		careChanges(page);
		heading("rules");
		paragraph(words("rules.text"));
		shown(page.rules(), (row) -> row.id() + ((row.level() != null) ? " " + row.level() : "") + ": " + row.title());
		heading("witnesses");
		shown(page.witnesses(), ProofPage.Shown::title);
		heading("care.witnesses");
		paragraph(words("care.witnesses.text"));
		shown(page.people(), ProofPage.Shown::title);
		this.text.append("\nKnowledge version ").append(page.version()).append(", SHA-256 `");
		return this.text.append(page.sha256()).append("`.\n").toString();
	}

	private void judge(ProofPage page) {
		heading("judge");
		paragraph(words("judge.planned"));
		row(words("column.sign"), words("column.cautions"));
		row("---", "---");
		page.stillPlanned()
			.forEach((sign) -> row(sign.question() + ": “" + sign.sign() + "”",
					sign.cautions().isEmpty() ? words("column.none") : String.join(", ", sign.cautions())));
		this.text.append('\n');
		paragraph(words("judge.covered"));
		page.covered().forEach(this::item);
	}

	private void counts(ProofPage page) {
		heading("counts");
		paragraph(words("counts.all", page.sheets(), page.sheetsRoughly()));
		paragraph("**" + words("counts.meaning") + "**");
		paragraph(words("counts.bands", page.sheetsByBands()));
		shares("counts.outcomes", page.outcomes());
		shares("counts.techniques", page.techniques());
		paragraph(words("counts.combinations", page.combinations()));
	}

	private void changes(ProofPage page) {
		RuleChanges changes = page.changes();
		if (changes != null) {
			heading("changes");
			paragraph(words("changes.tried", changes.tried()));
			item(words("changes.vignettes", changes.byVignettes()));
			item(words("changes.fixtures", changes.byFixtures()));
			item(words("changes.properties", changes.byProperties()));
			item(words("changes.equivalent", changes.equivalent()) + " See [rule-changes.md](rule-changes.md).");
		}
	}

	private void careChanges(ProofPage page) {
		RuleChanges changes = page.careChanges();
		if (changes != null) {
			heading("care.changes");
			paragraph(words("care.changes.tried", changes.tried()));
			item(words("changes.vignettes", changes.byVignettes()));
			item(words("care.changes.fixtures", changes.byFixtures()));
			item(words("changes.properties", changes.byProperties()));
			item(words("care.changes.equivalent", changes.equivalent())
					+ " See [follow-up-changes.md](follow-up-changes.md).");
		}
	}

	private void shares(String caption, List<ProofPage.Share> rows) {
		row(words(caption), words("column.count"), words("column.share"));
		row("---", "--:", "--:");
		rows.forEach((share) -> row(share.name(), share.count(), share.share()));
		this.text.append('\n');
	}

	private void shown(List<ProofPage.Shown> rows, Function<ProofPage.Shown, String> name) {
		row(words("column.what"), words("column.answers"));
		row("---", "---");
		rows.forEach((shown) -> row(name.apply(shown), String.join("; ", shown.lines())));
	}

	private void heading(String key) {
		this.text.append("\n## ").append(words(key)).append("\n\n");
	}

	private void paragraph(String words) {
		this.text.append(words).append("\n\n");
	}

	private void item(String words) {
		this.text.append("- ").append(words).append('\n');
	}

	private void row(String... cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private static String words(String key, Object... arguments) {
		return new MessageFormat(WORDS.getString("proof." + key), Locale.ROOT).format(arguments);
	}

}
