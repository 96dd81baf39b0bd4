package org.backwise.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.PersonalData;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;

/**
 * A client's calendar link in what is held about them. What calendars were told is drawn
 * from the sessions, which stand there already.
 */
@Component
@Order(6)
class CalendarPersonalData implements PersonalData {

	private final FeedRows feeds;

	private final HandedRows handed;

	private final Words words;

	private final Dates dates;

	CalendarPersonalData(FeedRows feeds, HandedRows handed, Words words, Dates dates) {
		this.feeds = feeds;
		this.handed = handed;
		this.words = words;
		this.dates = dates;
	}

	@Override
	public String part() {
		return "calendar-link";
	}

	@Override
	public @Nullable Object held(CaseId id) {
		return feed(id).orElse(null);
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		return feed(id).map((held) -> new Line(this.words.of("calendar.record"),
				(held.lastRead() == null) ? this.words.of("calendar.record.made", this.dates.day(held.madeAt()))
						: this.words.of("calendar.record.read", this.dates.day(held.madeAt()),
								this.dates.day(held.lastRead()))));
	}

	private Optional<Held> feed(CaseId id) {
		return this.feeds.ofCase(id.value()).map((feed) -> new Held(feed.madeAt(), feed.lastRead()));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(CaseEvent.Erased erased) {
		this.feeds.forget(erased.id().value());
		this.handed.forget(erased.id());
	}

	/** What the download says. */
	record Held(Instant madeAt, @Nullable LocalDate lastRead) {

		@Override
		public String toString() {
			return "a calendar link";
		}

	}

}
