package org.backwise.staff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;

import org.springframework.stereotype.Component;

import org.backwise.origin.Origin;
import org.backwise.practice.PracticeNow;

/**
 * Which passwords are good enough. Common ones, names, dates and patterns on the keyboard
 * are found by zxcvbn's bundled lists; nothing is sent anywhere.
 */
@Component
class PasswordRules {

	private static final int SHORTEST = 12;

	/** What bcrypt looks at. */
	private static final int MOST_BYTES = 72;

	private static final int GOOD_ENOUGH = 3;

	private final Zxcvbn guesser = new Zxcvbn();

	private final PracticeNow practice;

	private final Origin origin;

	PasswordRules(PracticeNow practice, Origin origin) {
		this.practice = practice;
		this.origin = origin;
	}

	/**
	 * What is wrong with a password.
	 * @param password the password
	 * @param known words that others know about its owner; those of the practice and its
	 * address are known besides
	 * @return a message key, or empty when it is good enough
	 */
	Optional<String> problem(String password, List<String> known) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("staff.password.short");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Optional.of("staff.password.long");
		}
		return isEasyToGuess(password, known) ? Optional.of("staff.password.common") : Optional.empty();
	}

	private boolean isEasyToGuess(String password, List<String> known) {
		List<String> words = new ArrayList<>(known);
		words.addAll(List.of("backwise", this.practice.now().name(), this.origin.site().getHost()));
		known.stream().flatMap((word) -> Stream.of(word.split("\\W+"))).forEach(words::add);
		words.addAll(List.of(this.practice.now().name().split("\\s+")));
		words.addAll(List.of(this.origin.site().getHost().split("\\.")));
		return this.guesser.measure(password, words.stream().filter((word) -> !word.isBlank()).toList())
			.getScore() < GOOD_ENOUGH;
	}

}
