package org.backwise.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** A CSV file as it is written, row by row: nothing of it is kept. */
final class Sheet {

	private static final char MARK = '\uFEFF';

	private final CSVPrinter rows;

	/**
	 * Begins a file with its headers.
	 * @param to where it goes
	 * @param headers the names of the columns
	 * @param shape how it is written
	 */
	Sheet(OutputStream to, List<String> headers, Shape shape) throws IOException {
		Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
		if (shape.marked()) {
			writer.write(MARK);
		}
		this.rows = new CSVPrinter(writer,
				CSVFormat.RFC4180.builder()
					.setDelimiter(shape.semicolon() ? ';' : ',')
					.setQuoteMode(QuoteMode.MINIMAL)
					.setHeader(headers.toArray(String[]::new))
					.get());
	}

	/**
	 * How a file is written.
	 *
	 * @param semicolon whether a semicolon stands between cells, else a comma
	 * @param marked whether it begins with the mark by which spreadsheets know UTF-8
	 */
	record Shape(boolean semicolon, boolean marked) {
	}

	void add(List<?> cells) throws IOException {
		this.rows.printRecord(cells.stream().map(Cells::written).toList());
	}

	void flush() throws IOException {
		this.rows.flush();
	}

}
