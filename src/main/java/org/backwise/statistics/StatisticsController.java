package org.backwise.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.practice.Dates;
import org.backwise.practice.Words;
import org.backwise.statistics.MonthCounts.History;
import org.backwise.statistics.Shown.Filled;
import org.backwise.statistics.Shown.Line;

/**
 * What happened in the practice. Everybody at the desk may see it: it tells of no client,
 * and nothing in it is counted by therapist.
 */
@Controller
class StatisticsController {

	private static final String[] HEADERS = { "First month", "Last month", "Table", "Id", "What", "At least", "At most",
			"As shown" };

	/** So that spreadsheets read it as UTF-8. */
	private static final String MARK = "\uFEFF";

	private final MonthCounts counts;

	private final MonthCounter counter;

	private final Shown shown;

	private final Dates dates;

	private final Words words;

	StatisticsController(MonthCounts counts, MonthCounter counter, Shown shown, Dates dates, Words words) {
		this.counts = counts;
		this.counter = counter;
		this.shown = shown;
		this.dates = dates;
		this.words = words;
	}

	/**
	 * A month to choose.
	 *
	 * @param value as it is sent
	 * @param name as it is read
	 */
	record Month(String value, String name) {
	}

	@GetMapping("/desk/statistics")
	String show(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, Model model) {
		History history = this.counts.all();
		List<Month> months = history.months()
			.stream()
			.map((month) -> new Month(month.toString(), name(month)))
			.toList();
		model.addAttribute("months", months);
		model.addAttribute("next", this.dates.day(this.counter.nextDay()));
		model.addAttribute("private", true);
		if (!months.isEmpty()) {
			Span span = Span.of(from, to, history.months());
			model.addAttribute("from", months.get(span.from()));
			model.addAttribute("to", months.get(span.to()));
			model.addAttribute("tables", this.shown.all(history, span));
		}
		return "statistics/statistics";
	}

	private String name(YearMonth month) {
		return java.time.format.DateTimeFormatter
			.ofPattern(this.words.of("statistics.month.pattern"), this.words.language())
			.format(month);
	}

	/** The same numbers: the span, and each of its months. */
	@GetMapping("/desk/statistics/numbers.csv")
	ResponseEntity<byte[]> file(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) throws IOException {
		History history = this.counts.all();
		StringBuilder text = new StringBuilder(MARK);
		try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(HEADERS).get())) {
			if (!history.months().isEmpty()) {
				Span span = Span.of(from, to, history.months());
				write(rows, history, span);
				for (int month = span.from(); month <= span.to() && span.from() < span.to(); month++) {
					write(rows, history, new Span(month, month));
				}
			}
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("statistics.csv").build().toString())
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void write(CSVPrinter rows, History history, Span span) throws IOException {
		Map<Table, String> titles = this.shown.titles();
		for (Filled filled : this.shown.all(history, span)) {
			for (Line line : Stream.concat(filled.lines().stream(), Stream.ofNullable(filled.total())).toList()) {
				rows.printRecord(history.months().get(span.from()), history.months().get(span.to()),
						titles.get(filled.table()), line.id().toLowerCase(Locale.ROOT), line.label(),
						line.told().least(), line.told().most(), line.number());
			}
		}
	}

}
