package org.backwise.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param database the kind of database
 * @param madeAt when it was made
 * @param counts how many rows each table has in it
 */
record Manifest(String database, Instant madeAt, SortedMap<String, Long> counts) {

	/** Its name inside the backup. */
	static final String NAME = "backup.properties";

	private static final String FORMAT = "1";

	private static final String ROWS = "rows.";

	Manifest {
		counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
	}

	long rows() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	void writeTo(OutputStream out) throws IOException {
		StringBuilder text = new StringBuilder("# A backup of Backwise; docs/operating.md says how to restore it.\n");
		text.append("format=").append(FORMAT).append("\ndatabase=").append(this.database);
		text.append("\nmade-at=").append(this.madeAt).append('\n');
		this.counts.forEach((table, rows) -> text.append(ROWS).append(table).append('=').append(rows).append('\n'));
		out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
	}

	static Manifest read(InputStream in) throws IOException {
		Properties read = new Properties();
		read.load(in);
		try {
			if (!FORMAT.equals(read.getProperty("format"))) {
				throw new BackupFailedException(Trouble.NOT_OURS);
			}
			SortedMap<String, Long> counts = new TreeMap<>();
			read.stringPropertyNames()
				.stream()
				.filter((name) -> name.startsWith(ROWS))
				.forEach((name) -> counts.put(name.substring(ROWS.length()), Long.valueOf(read.getProperty(name))));
			return new Manifest(read.getProperty("database", ""), Instant.parse(read.getProperty("made-at", "")),
					counts);
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new BackupFailedException(Trouble.NOT_OURS, "", ex);
		}
	}

}
