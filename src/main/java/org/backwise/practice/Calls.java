package org.backwise.practice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds the telephone numbers of the practice and its services in what a page says, so
 * that each of them can be tapped. {@code fragments/call.html} is the one place that
 * shows them.
 */
@Component
public class Calls {

	/** What stands in a name with its number, such as "the line (808 24 24 24)". */
	private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]*[0-9]{2}");

	/** A zero that is left out from abroad, as in +44 (0)1632 960123. */
	private static final Pattern TRUNK = Pattern.compile("^(\\s*\\+[0-9 ]*)\\(0\\)");

	private static final Pattern NO_DIGIT = Pattern.compile("[^0-9+]");

	private final PracticeNow practice;

	private volatile @Nullable Known known;

	Calls(PracticeNow practice) {
		this.practice = practice;
	}

	/** The numbers of a practice and what finds them. */
	private record Known(Practice practice, @Nullable Pattern numbers) {
	}

	/**
	 * A piece of a text.
	 *
	 * @param text its words
	 * @param call the number as a telephone takes it, null for plain words
	 */
	public record Piece(String text, @Nullable String call) {
	}

	/**
	 * A text in pieces.
	 * @param text what the page says
	 * @return its pieces in order; together they are the text
	 */
	public List<Piece> in(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return List.of();
		}
		Pattern numbers = numbers();
		if (numbers == null) {
			return List.of(new Piece(text, null));
		}
		List<Piece> pieces = new ArrayList<>();
		Matcher found = numbers.matcher(text);
		int at = 0;
		while (found.find()) {
			if (found.start() > at) {
				pieces.add(new Piece(text.substring(at, found.start()), null));
			}
			pieces.add(new Piece(found.group(), call(found.group())));
			at = found.end();
		}
		if (at < text.length()) {
			pieces.add(new Piece(text.substring(at), null));
		}
		return pieces;
	}

	/**
	 * The first number in a name of a service.
	 * @param text a name, perhaps with its number
	 * @return the number as it stands there, null when there is none
	 */
	public @Nullable String first(@Nullable String text) {
		return in(text).stream().filter((piece) -> piece.call() != null).map(Piece::text).findFirst().orElse(null);
	}

	/**
	 * A number as a telephone takes it.
	 * @param number a number as people write it
	 * @return its digits, with a leading plus where there is one
	 */
	public String call(String number) {
		return NO_DIGIT.matcher(TRUNK.matcher(number).replaceFirst("$1")).replaceAll("");
	}

	private @Nullable Pattern numbers() {
		Practice now = this.practice.now();
		Known last = this.known;
		if (last == null || !last.practice().equals(now)) {
			last = new Known(now, numbers(now));
			this.known = last;
		}
		return last.numbers();
	}

	/** The longest first, so that none is cut short; never a part of a longer number. */
	private static @Nullable Pattern numbers(Practice practice) {
		Set<String> all = new LinkedHashSet<>();
		Stream
			.of(practice.emergencyNumber(), practice.urgentNumber(), practice.crisisLine(), practice.phone(),
					practice.maternityNumber())
			.filter((number) -> !number.isBlank())
			.map(String::strip)
			.forEach(all::add);
		Stream
			.of(practice.urgentService(), practice.maternityService(), practice.crisisService(), practice.textRelay(),
					practice.signLanguage(), practice.interpreter())
			.forEach((name) -> NUMBER.matcher(name).results().forEach((number) -> all.add(number.group())));
		if (all.isEmpty()) {
			return null;
		}
		return Pattern.compile(all.stream()
			.sorted((one, other) -> Integer.compare(other.length(), one.length()))
			.map(Pattern::quote)
			.collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}+-]|\\p{N}[.,:])(?:",
					")(?![\\p{L}\\p{N}]|[.,:-]\\p{N})")));
	}

}
