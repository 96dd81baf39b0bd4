package org.backwise.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import org.backwise.cases.Contact;
import org.backwise.cases.Round;
import org.backwise.cases.TestRounds;
import org.backwise.documents.Documents;
import org.backwise.documents.VeraPdf;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;
import org.backwise.practice.Site;
import org.backwise.practice.Words;
import org.backwise.staff.AtTheDesk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of document of every kind of made-up client, and letters with every kind of
 * name, as veraPDF judges them.
 */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:documents;DB_CLOSE_DELAY=-1",
		"backwise.limits.enabled=false" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
class PrintedSheetsTests {

	private static final Path FOLDER = Path.of("target/documents");

	private static final String BAD = "bad.pdf";

	private static final List<String> PLANS = List.of("demo-plan", "demo-plan-gentle", "demo-plan-cautions",
			"demo-plan-prevention", "demo-care-better", "demo-care-step-down", "demo-care-step-back",
			"demo-care-missing");

	private static final List<String> NOTICES = List.of("demo-emergency", "demo-urgent", "demo-see-doctor", "demo-wait",
			"demo-care-paused");

	private static final List<String> ENDED = List.of("demo-care-finished", "demo-care-end-and-refer");

	private static final Practice PRACTICE = new Practice("", "Backs and Co", "", "", "", ZoneId.of("Europe/London"),
			Locale.UK, List.of(Locale.UK), "112", "A&E", "NHS 111", "111", "GP", "your maternity unit", "",
			"a crisis line", "113", "", "", "", "", "");

	/** Each with what is left of it on paper, in the order in which a reader meets it. */
	private static final Map<String, String> NAMES = Map.of("Zoë 👩🏽‍⚕️ 李小龍", "Zoë \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD",
			"x".repeat(10_000), "x".repeat(14) + "…", "Z\u0351\u036Ba\u0334\u035Bl g\u0301\u0302", "Z\u0351\u036Ba",
			"क्षत्रिय Ελένη Жанна", "Ελένη Жанна", "abc\u202Edef\u0000\uD800\uFEFF", "abcdef", "Sam (محمد) Field 12",
			"Field 12", "محمد بن عبد الله الخوارزمي", "Date of birth", "יעל כהן-לוי", "Date of birth");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Documents documents;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Words words;

	@Autowired
	private Dates dates;

	@Test
	void everyDocumentPasses() throws Exception {
		empty();
		for (String link : PLANS) {
			assertThat(text(take(link, "/pdf"))).as(link)
				.contains("Stop, and call 999", "If it gets worse", "suggestion to talk about")
				.containsSubsequence("What you can do today", "Slow breathing", "Sleep well", "The massage we suggest",
						"Your sessions", "When to stop");
			assertThat(status(link, "/letter/pdf")).isEqualTo(404);
			assertThat(status(link, "/summary/pdf")).isEqualTo(404);
		}
		for (String link : NOTICES) {
			assertThat(text(take(link, "/pdf"))).as(link)
				.contains("Why we say this", "If it gets worse", "Please follow this advice all the same")
				.doesNotContain("suggestion to talk about");
			assertThat(this.mvc.perform(MockMvcRequestBuilders.get("/result/" + link))
				.andReturn()
				.getResponse()
				.getContentAsString()).as(link)
				.contains("Please follow this advice all the same")
				.doesNotContain("suggestion to talk about");
			assertThat(text(take(link, "/letter/pdf"))).contains("Massage is not suitable", "Signature:");
			assertThat(pages(take(link, "/letter/pdf"))).isEqualTo(1);
		}
		for (String link : ENDED) {
			assertThat(text(take(link, "/pdf"))).contains("Stop, and call 999");
			assertThat(text(take(link, "/summary/pdf"))).contains("Your care from start to end", "Stop, and call 999");
		}
		take("demo-care-end-and-refer", "/letter/pdf");
		int number = 0;
		for (Map.Entry<String, String> name : NAMES.entrySet()) {
			byte[] letter = letter(name.getKey(), 10);
			assertThat(text(letter)).as("name " + number).contains(name.getValue());
			write("name-" + number++ + ".pdf", letter);
		}
		byte[] long40 = letter("محمد بن عبد الله الخوارزمي ".repeat(9), 40);
		assertThat(pages(long40)).as("40 answers").isEqualTo(1);
		write("forty.pdf", long40);
		write("note.pdf", signedNote());
		bad();
		CompletableFuture<Map<String, String>> archival = CompletableFuture
			.supplyAsync(() -> VeraPdf.failures("2a", FOLDER));
		assertThat(VeraPdf.failures("ua1", FOLDER)).containsOnlyKeys(BAD);
		assertThat(archival.get()).containsOnlyKeys(BAD);
	}

	@Test
	void aLetterThatIsTooLongGoesOn() throws Exception {
		byte[] letter = letter("Sam Field", 200);
		assertThat(pages(letter)).isEqualTo(2);
		assertThat(text(letter)).contains("A letter, continued");
	}

	private byte[] signedNote() throws Exception {
		String path = this.jdbc
			.sql("select c.reference, n.number from soap_note n join care_case c on c.id = n.case_id "
					+ "where n.signed_at is not null and n.strike = 0 order by n.signed_at limit 1")
			.query((row, index) -> "/desk/cases/" + row.getString(1) + "/sessions/" + row.getInt(2) + "/note")
			.single();
		assertThat(this.mvc.perform(MockMvcRequestBuilders.get(path).with(AtTheDesk.as("owner")))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("href=\"" + path + "/pdf\"");
		byte[] note = this.mvc.perform(MockMvcRequestBuilders.get(path + "/pdf").with(AtTheDesk.as("owner")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(text(note)).contains("Note on session");
		return note;
	}

	private byte[] letter(String name, int answers) {
		KnowledgeBase base = TestRounds.RULES.knowledge();
		Round round = TestRounds.first(Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6));
		Grounds grounds = Grounds.of(round, base);
		NoticeView view = NoticeView.of(grounds, Level.SEE_DOCTOR, false, base, PRACTICE, round.sentAt());
		List<NoticeView.ShortAnswer> all = new ArrayList<>(view.answers());
		for (int i = 0; all.size() < answers; i++) {
			all.add(all.get(i));
		}
		NoticeView filled = new NoticeView(view.level(), view.notice(), view.led(), view.letter(), view.reasons(),
				view.guardian(), view.again(), view.says(), all, view.none(), view.notAsked());
		Map<String, Object> model = new HashMap<>();
		model.put("letter",
				LetterView.of(filled, grounds, "ABCD2345", new Contact(name), PRACTICE, this.words, this.dates));
		model.put("site", new Site(PRACTICE));
		model.put("reference", "ABCD2345");
		model.put("sentAt", "1 Mar 2027, 08:00");
		return this.documents.pdf("result/pdf-letter", model);
	}

	private byte[] take(String link, String kind) throws Exception {
		MockHttpServletResponse response = ask(link, kind);
		assertThat(response.getStatus()).as(link + kind).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo("application/pdf");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(response.getHeader("Content-Disposition"))
			.matches("inline; filename=\"(plan|result|letter|summary)-\\d{4}-\\d\\d-\\d\\d\\.pdf\"");
		byte[] pdf = response.getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getDocumentInformation().getTitle()).endsWith(": " + title(kind));
		}
		write(link + kind.replace("/pdf", "").replace('/', '-') + ".pdf", pdf);
		return pdf;
	}

	private static String title(String kind) {
		return switch (kind) {
			case "/letter/pdf" -> "A letter";
			case "/summary/pdf" -> "Summary";
			default -> "Your result";
		};
	}

	private int status(String link, String kind) throws Exception {
		return ask(link, kind).getStatus();
	}

	private MockHttpServletResponse ask(String link, String kind) throws Exception {
		return this.mvc.perform(MockMvcRequestBuilders.get("/result/" + link + kind)).andReturn().getResponse();
	}

	/** Shows that the judge says no. */
	private static void bad() throws IOException {
		try (PDDocument document = new PDDocument()) {
			document.addPage(new PDPage());
			document.save(FOLDER.resolve(BAD).toFile());
		}
	}

	private static void empty() throws IOException {
		Files.createDirectories(FOLDER);
		try (var files = Files.list(FOLDER)) {
			for (Path file : Set.copyOf(files.toList())) {
				Files.delete(file);
			}
		}
	}

	private static void write(String name, byte[] pdf) throws IOException {
		Files.write(FOLDER.resolve(name), pdf);
	}

	static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private static int pages(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

}
