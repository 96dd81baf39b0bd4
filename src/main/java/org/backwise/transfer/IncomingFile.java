package org.backwise.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;
import org.backwise.transfer.Incoming.Column;

/**
 * Reads a file from another system, and names the line and column of everything that is
 * wrong in it. Plain Java: it knows no database.
 *
 * @param lines the good lines
 * @param problems the others, each with what is wrong, in their order
 */
record IncomingFile(List<IncomingLine> lines, List<LineProblem> problems) {

	/** More lines than that are another file. */
	static final int MOST_LINES = 5_000;

	private static final String MARK = "\uFEFF";

	private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

	private static final Pattern PHONE = Pattern.compile("(?=.*\\d.*\\d.*\\d)[\\d\\s()+./\\-–xX]+");

	private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}");

	private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

	/**
	 * Reads one.
	 * @param upload the file
	 * @param today sessions lie before it
	 */
	static IncomingFile read(Upload upload, LocalDate today) {
		Reading reading = new Reading(upload, today, new ArrayList<>(), new ArrayList<>());
		Optional<String> text = reading.text();
		text.ifPresent(reading::read);
		return new IncomingFile(List.copyOf(reading.lines), List.copyOf(reading.problems));
	}

	/** Says nothing of the clients. */
	@Override
	public String toString() {
		return this.lines.size() + " lines";
	}

	/** A file being read. */
	private record Reading(Upload upload, LocalDate today, List<IncomingLine> lines, List<LineProblem> problems) {

		Optional<String> text() {
			Charset charset = this.upload.windows() ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
			byte[] bytes = this.upload.content();
			if (this.upload.windows() && new String(bytes, StandardCharsets.UTF_8).startsWith(MARK)) {
				wrong(1, null, "is-utf-8");
				return Optional.empty();
			}
			try {
				return Optional.of(charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes))
					.toString());
			}
			catch (CharacterCodingException ex) {
				wrong(lineOfTheFirstWrongByte(charset), null, this.upload.windows() ? "not-windows" : "not-utf-8");
				return Optional.empty();
			}
		}

		/** The longest beginning that can be read ends on that line. */
		private long lineOfTheFirstWrongByte(Charset charset) {
			ByteBuffer in = ByteBuffer.wrap(this.upload.content());
			java.nio.CharBuffer out = java.nio.CharBuffer.allocate(this.upload.content().length);
			charset.newDecoder().decode(in, out, true);
			return 1 + out.flip().chars().filter((letter) -> letter == '\n').count();
		}

		void read(String text) {
			CSVFormat format = CSVFormat.DEFAULT.builder()
				.setDelimiter(this.upload.semicolon() ? ';' : ',')
				.setIgnoreEmptyLines(true)
				.get();
			try (CSVParser parser = CSVParser
				.parse(new StringReader(text.startsWith(MARK) ? text.substring(MARK.length()) : text), format)) {
				read(parser);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private void read(CSVParser parser) {
			Iterator<CSVRecord> records = parser.iterator();
			Map<Column, Integer> places = null;
			int width = 0;
			while (isNext(records, parser)) {
				CSVRecord cells = records.next();
				long line = parser.getCurrentLineNumber() - lineEnds(cells);
				if (cells.stream().allMatch(String::isBlank)) {
					continue;
				}
				if (places == null) {
					places = places(cells, line);
					width = cells.size();
					if (!this.problems.isEmpty()) {
						return;
					}
				}
				else if (this.lines.size() + this.problems.size() >= MOST_LINES) {
					wrong(line, null, "too-many", MOST_LINES);
					return;
				}
				else if (cells.size() > width && hasMore(cells, width)) {
					wrong(line, null, "cells", cells.size(), width);
				}
				else {
					line(cells, line, places);
				}
			}
			if (places == null && this.problems.isEmpty()) {
				wrong(1, null, "empty");
			}
		}

		/** Spreadsheets leave empty cells behind the last column. */
		private static boolean hasMore(CSVRecord cells, int width) {
			return cells.stream().skip(width).anyMatch((cell) -> !cell.isBlank());
		}

		/** Quotes that do not end make the rest unreadable. */
		private boolean isNext(Iterator<CSVRecord> records, CSVParser parser) {
			try {
				return records.hasNext();
			}
			catch (UncheckedIOException | IllegalStateException ex) {
				wrong(Math.max(1, parser.getCurrentLineNumber()), null, "quotes");
				return false;
			}
		}

		private static long lineEnds(CSVRecord cells) {
			return cells.stream()
				.mapToLong(
						(cell) -> FormText.lines(cell + ".").text().chars().filter((letter) -> letter == '\n').count())
				.sum();
		}

		private Map<Column, Integer> places(CSVRecord heads, long line) {
			Map<Column, Integer> places = new EnumMap<>(Column.class);
			for (int i = 0; i < heads.size(); i++) {
				String head = heads.get(i).strip();
				Optional<Column> column = this.upload.kind()
					.columns()
					.stream()
					.filter((one) -> one.isCalled(head))
					.findFirst();
				if (column.isEmpty() && !head.isEmpty()) {
					this.problems.add(new LineProblem(line, cut(head), "transfer.in.problem.column", List.of()));
				}
				else if (column.isPresent() && places.put(column.get(), i) != null) {
					wrong(line, column.get(), "column-twice");
				}
			}
			this.upload.kind()
				.columns()
				.stream()
				.filter((column) -> column.isNeeded() && !places.containsKey(column))
				.forEach((column) -> wrong(line, column, "no-column"));
			if (!this.problems.isEmpty() && heads.size() == 1) {
				this.problems.clear();
				wrong(line, null, this.upload.semicolon() ? "comma" : "semicolon");
			}
			return places;
		}

		private static String cut(String head) {
			String line = FormText.line(head).text();
			int most = Math.min(line.codePointCount(0, line.length()), 40);
			return line.substring(0, line.offsetByCodePoints(0, most));
		}

		private void line(CSVRecord cells, long line, Map<Column, Integer> places) {
			Map<Column, String> texts = new EnumMap<>(Column.class);
			int before = this.problems.size();
			for (Column column : this.upload.kind().columns()) {
				Integer place = places.get(column);
				String cell = (place != null && place < cells.size()) ? Cells.original(cells.get(place)) : "";
				FormText text = (column == Column.REMARK) ? FormText.lines(cell) : FormText.line(cell);
				if (text.isLongerThan(column.longest())) {
					wrong(line, column, "long", column.longest());
				}
				else if (text.isEmpty() && column.isNeeded()) {
					wrong(line, column, "missing");
				}
				else if (!text.isEmpty() && !fits(column, text.text())) {
					wrong(line, column, column.name().toLowerCase(java.util.Locale.ROOT));
				}
				else if (!text.isEmpty()) {
					texts.put(column, text.text());
				}
			}
			LocalDate day = day(line, texts.get(Column.DATE));
			if (this.problems.size() == before) {
				String minutes = texts.get(Column.MINUTES);
				this.lines.add(new IncomingLine(line, texts.getOrDefault(Column.NAME, ""), texts.get(Column.PHONE),
						texts.get(Column.EMAIL), day, (minutes != null) ? Integer.valueOf(minutes) : null,
						texts.get(Column.REMARK)));
			}
		}

		private static boolean fits(Column column, String text) {
			return switch (column) {
				case NAME -> FormText.line(text).isName();
				case PHONE -> PHONE.matcher(text).matches();
				case EMAIL -> EMAIL.matcher(text).matches();
				case MINUTES -> MINUTES.matcher(text).matches();
				case DATE, REMARK -> true;
			};
		}

		private @Nullable LocalDate day(long line, @Nullable String typed) {
			if (typed == null) {
				return null;
			}
			LocalDate day = FormText.line(typed).day(this.upload.days().pattern()).orElse(null);
			if (day == null) {
				wrong(line, Column.DATE, "date", this.today.format(java.time.format.DateTimeFormatter
					.ofPattern(this.upload.days().pattern(), java.util.Locale.ROOT)));
			}
			else if (day.isAfter(this.today)) {
				wrong(line, Column.DATE, "future");
			}
			else if (day.isBefore(EARLIEST)) {
				wrong(line, Column.DATE, "early");
			}
			return day;
		}

		private void wrong(long line, @Nullable Column column, String reason, Object... arguments) {
			this.problems.add(LineProblem.of(line, column, reason, arguments));
		}

	}

}
