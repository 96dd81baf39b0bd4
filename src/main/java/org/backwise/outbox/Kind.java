package org.backwise.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a message is about. The names are stored. */
enum Kind {

	/** A new case, for the practice. */
	NEW_CASE(Choice.NEW),
	/** The same where somebody should look today. */
	NEW_CASE_TODAY(Choice.NEW),
	/** A client said something new, for the practice. */
	CASE_CHANGED(Choice.CHANGED),
	/** The same where somebody should look today. */
	CASE_CHANGED_TODAY(Choice.CHANGED),
	/** A session is near and its check-in is missing, for the practice. */
	CHECK_IN_MISSING(Choice.MISSING),
	/** The private link, because the client asked for it just now. */
	LINK,
	/** A therapist stands behind the plan. */
	PLAN(Choice.PLAN),
	/** A check-in can be made. */
	CHECK_IN(Choice.CHECK_IN),
	/** It can still be made, and its session is near. */
	CHECK_IN_AGAIN(Choice.CHECK_IN),
	/** Questions lead back after a stop. */
	COME_BACK(Choice.CHECK_IN),
	/** Questions some weeks after the end; nobody has to answer them. */
	AFTERWARDS(Choice.CHECK_IN),
	/** Nothing was heard of the client for two sessions in a row. */
	SILENT(Choice.CHECK_IN),
	/** A session is tomorrow. */
	REMINDER(Choice.REMINDER),
	/** Sessions were moved or cancelled. */
	CHANGE(Choice.CHANGE),
	/** A therapist decided something that their page says and no other message does. */
	PAGE_NEWS(Choice.CHANGE, Choice.PLAN),
	/** The same where they should look now. */
	PAGE_NEWS_NOW(Choice.CHANGE, Choice.PLAN);

	private final List<Choice> choices;

	Kind(Choice... choices) {
		this.choices = List.of(choices);
	}

	/** What somebody ticks to get it. The names are stored. */
	enum Choice {

		NEW(true), CHANGED(true), MISSING(true), PLAN(false), CHECK_IN(false), REMINDER(false), CHANGE(false);

		private final boolean ofStaff;

		Choice(boolean ofStaff) {
			this.ofStaff = ofStaff;
		}

		/** Whether the practice is told, not the client. */
		boolean isOfStaff() {
			return this.ofStaff;
		}

		static Stream<Choice> of(boolean staff) {
			return Stream.of(values()).filter((choice) -> choice.ofStaff == staff);
		}

		static Optional<Choice> parse(String id) {
			return Stream.of(values()).filter((choice) -> choice.toString().equals(id)).findFirst();
		}

		/** The id used in forms, messages and columns. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What is ticked for it; empty for what was asked for by name. */
	Optional<Choice> choice() {
		return this.choices.stream().findFirst();
	}

	/** Whether somebody who ticked these wants it. */
	boolean isWantedBy(Set<Choice> ticked) {
		return this.choices.stream().anyMatch(ticked::contains);
	}

	boolean isForStaff() {
		return this.choices.stream().anyMatch(Choice::isOfStaff);
	}

	/** Whether it asks a client to answer something. */
	boolean asks() {
		return this.choices.contains(Choice.CHECK_IN);
	}

	/** Whether it says that the page shows something new. */
	boolean isOfPage() {
		return this == PAGE_NEWS || this == PAGE_NEWS_NOW;
	}

	/** These do not wait for the morning: somebody asked just now, or should look. */
	boolean isSentAtNight() {
		return this == LINK || this == NEW_CASE_TODAY || this == CASE_CHANGED_TODAY || this == PAGE_NEWS_NOW;
	}

	/**
	 * Whether it is of no use days later, and nobody misses it: a session has been, and
	 * what is asked is asked again as long as it is open.
	 */
	boolean passes() {
		return this == REMINDER || asks();
	}

	/** The id used in messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
