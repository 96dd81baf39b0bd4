package org.backwise.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What can be brought in, each kind from a file of its own. */
enum Incoming {

	/** One line for each client. */
	CLIENTS(List.of(Column.NAME, Column.PHONE, Column.EMAIL, Column.REMARK)),
	/** One line for each past session of a client who was brought in before. */
	SESSIONS(List.of(Column.NAME, Column.PHONE, Column.EMAIL, Column.DATE, Column.MINUTES, Column.REMARK));

	/** A column, by the name at its head. */
	enum Column {

		/** What the client is called. */
		NAME("Name", true, 100),
		/** Their telephone number. */
		PHONE("Phone", false, 40),
		/** Their e-mail address. */
		EMAIL("E-mail", false, 100),
		/** The day of the session. */
		DATE("Date", true, 40),
		/** How long it was. */
		MINUTES("Minutes", false, 10),
		/** Anything more. */
		REMARK("Remark", false, 2_000);

		private final String header;

		private final boolean needed;

		private final int longest;

		Column(String header, boolean needed, int longest) {
			this.header = header;
			this.needed = needed;
			this.longest = longest;
		}

		/** The name at its head. */
		public String header() {
			return this.header;
		}

		/** Whether every line has it. */
		public boolean isNeeded() {
			return this.needed;
		}

		/** How many characters it may have. */
		public int longest() {
			return this.longest;
		}

		boolean isCalled(String header) {
			return plain(this.header).equals(plain(header));
		}

		private static String plain(String header) {
			return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
		}

	}

	/** How days are written in a file. */
	enum Days {

		/** 2027-03-08. */
		ISO("uuuu-MM-dd"),
		/** 8/3/2027, day first. */
		DAY_FIRST("d/M/uuuu"),
		/** 3/8/2027, month first. */
		MONTH_FIRST("M/d/uuuu"),
		/** 8.3.2027. */
		DOTS("d.M.uuuu");

		private final String pattern;

		Days(String pattern) {
			this.pattern = pattern;
		}

		String pattern() {
			return this.pattern;
		}

		static Days parse(@Nullable String typed) {
			return Stream.of(values()).filter((one) -> one.name().equals(typed)).findFirst().orElse(ISO);
		}

	}

	private final List<Column> columns;

	Incoming(List<Column> columns) {
		this.columns = columns;
	}

	/** The columns of its file. */
	public List<Column> columns() {
		return this.columns;
	}

	/** A small file to begin with. */
	String sample() {
		return (this == CLIENTS) ? """
				Name,Phone,E-mail,Remark
				Sam Sample,020 7946 0018,sam@example.org,Likes the early morning
				"Example, Erin",,erin@example.org,
				""".replace("\n", "\r\n") : """
				Name,Phone,E-mail,Date,Minutes,Remark
				Sam Sample,020 7946 0018,,2026-11-03,60,Shoulders
				"Example, Erin",,erin@example.org,2026-11-05,45,
				""".replace("\n", "\r\n");
	}

	static Optional<Incoming> parse(@Nullable String id) {
		return Stream.of(values()).filter((one) -> one.toString().equals(id)).findFirst();
	}

	/** Its name in addresses and messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
