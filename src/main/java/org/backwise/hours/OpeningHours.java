package org.backwise.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * When the practice is open, on which days it is closed and why, and its treatment rooms.
 */
@Service
public class OpeningHours {

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
		return List.of(new Open(LocalTime.of(8, 0), LocalTime.of(20, 0)));
	}

	/**
	 * Why the practice is closed on a day.
	 * @param day a day
	 * @return the holiday's name, the owner's words, or the weekday on which it never
	 * opens; empty on an open day
	 */
	public Optional<String> whyClosed(LocalDate day) {
		return Optional.empty();
	}

	/**
	 * The treatment rooms.
	 * @return in the owner's order; none when nobody has named any
	 */
	public List<Room> rooms() {
		return List.of();
	}

	/**
	 * The usual lengths of a session.
	 * @return minutes, in order
	 */
	public List<Integer> lengths() {
		return List.of(30, 45, 60, 90);
	}

}
