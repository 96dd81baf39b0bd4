package org.backwise.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import org.backwise.practice.Words;

/**
 * When the practice is open, on which days it is closed and why, and its treatment rooms.
 */
@Service
public class OpeningHours {

	private static final String IN_REQUEST = OpeningHours.class.getName();

	private final HoursRows rows;

	private final PublicHolidays holidays;

	private final Words words;

	/** What was read last, by whichever request. */
	private volatile StoredHours last = StoredHours.UNSAID;

	/** Counts the changes that were made here. */
	private volatile int changes;

	OpeningHours(HoursRows rows, PublicHolidays holidays, Words words) {
		this.rows = rows;
		this.holidays = holidays;
		this.words = words;
	}

	/**
	 * A stretch of time in which sessions can be, in the practice's time zone.
	 *
	 * @param from its beginning
	 * @param until its end, later on the same day
	 */
	public record Open(LocalTime from, LocalTime until) {
	}

	/**
	 * A treatment room.
	 *
	 * @param id its id, kept for good
	 * @param name what it is called
	 */
	public record Room(String id, String name) {
	}

	/**
	 * When the practice is open on a day.
	 * @param day a day
	 * @return the stretches in order; none on a closed day. While nobody has said when
	 * the practice is open, every day is, from 08:00 to 20:00
	 */
	public List<Open> on(LocalDate day) {
		return days().on(day);
	}

	/**
	 * Why the practice is closed on a day.
	 * @param day a day
	 * @return the holiday's name, the owner's words, or the weekday on which it never
	 * opens; empty on an open day
	 */
	public Optional<String> whyClosed(LocalDate day) {
		return days().whyClosed(day);
	}

	/**
	 * The treatment rooms.
	 * @return in the owner's order, without those retired; none when nobody has named any
	 */
	public List<Room> rooms() {
		return stored().rooms().stream().filter((room) -> !room.retired()).map(StoredHours.Named::room).toList();
	}

	/**
	 * A treatment room of today or of the past.
	 * @param id its id
	 * @return empty when there never was one
	 */
	public Optional<Room> room(String id) {
		return stored().rooms().stream().map(StoredHours.Named::room).filter((room) -> room.id().equals(id)).findAny();
	}

	/**
	 * The usual lengths of a session.
	 * @return minutes, in order
	 */
	public List<Integer> lengths() {
		return stored().lengths();
	}

	/**
	 * The days as they stand now, for whoever asks about many of them. The words are in
	 * the language of the page.
	 * @return open and closed days
	 */
	public OpenDays days() {
		return new PracticeDays(stored(), this.holidays, this.words.language());
	}

	/** What is stored now: looked up once in a request, read only when it has changed. */
	StoredHours stored() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null && request.getAttribute(IN_REQUEST, RequestAttributes.SCOPE_REQUEST) instanceof Known known
				&& known.changes() == this.changes) {
			return known.hours();
		}
		int before = this.changes;
		@Nullable UUID edition = this.rows.edition().orElse(null);
		StoredHours hours = this.last;
		if (!hours.isOf(edition)) {
			hours = this.rows.read();
			this.last = hours;
		}
		if (request != null) {
			request.setAttribute(IN_REQUEST, new Known(hours, before), RequestAttributes.SCOPE_REQUEST);
		}
		return hours;
	}

	/** Lets the next one who asks look again. */
	synchronized void changed() {
		this.changes++;
	}

	/** What a request has looked up. */
	private record Known(StoredHours hours, int changes) {
	}

}
