package org.backwise.hours;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;

/**
 * The usual lengths of a session, as typed.
 *
 * @param lengths minutes with commas between
 * @param seen the edition that was looked at
 */
record LengthsForm(@Nullable String lengths, @Nullable String seen) {

	/** The shortest and the longest session, and how many lengths there can be. */
	static final int SHORTEST = 15;

	static final int LONGEST = 120;

	static final int MOST = 8;

	static LengthsForm of(StoredHours hours) {
		return new LengthsForm(
				hours.lengths().stream().map((one) -> Integer.toString(one)).collect(Collectors.joining(", ")),
				hours.seen());
	}

	String typed() {
		return FormText.line(this.lengths).text();
	}

	/** The minutes in order, empty when something is wrong with them. */
	Optional<List<Integer>> read() {
		List<String> parts = Stream.of(typed().split("[,;\\s]+")).filter((part) -> !part.isEmpty()).toList();
		if (parts.isEmpty() || !parts.stream().allMatch((part) -> part.matches("\\d{1,3}"))) {
			return Optional.empty();
		}
		List<Integer> minutes = parts.stream().map(Integer::valueOf).distinct().sorted().toList();
		boolean fits = minutes.size() <= MOST && minutes.get(0) >= SHORTEST
				&& minutes.get(minutes.size() - 1) <= LONGEST;
		return fits ? Optional.of(minutes) : Optional.empty();
	}

	String edition() {
		return Objects.requireNonNullElse(this.seen, "");
	}

}
