package org.backwise.cases;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.backwise.practice.Dates;
import org.backwise.practice.Words;

/** When sessions suit a client, in words, on pages ({@code @suitsWords}) and in Java. */
@Component
public class SuitsWords {

	private final SuitingTimes times;

	private final Words words;

	private final Dates dates;

	SuitsWords(SuitingTimes times, Words words, Dates dates) {
		this.times = times;
		this.words = words;
		this.dates = dates;
	}

	/**
	 * What suits.
	 * @param suits what the client said
	 * @return such as "Monday, Thursday; evening"
	 */
	public String of(Suits suits) {
		String days = suits.days().isEmpty() ? this.words.of("cases.suits.any-day")
				: joined(suits.days().stream().map(this.dates::name));
		String parts = suits.parts().isEmpty() ? this.words.of("cases.suits.any-part")
				: joined(suits.parts().stream().map((part) -> this.words.of("cases.suits.part." + part)));
		return days + "; " + parts;
	}

	/**
	 * What suits the client of a case.
	 * @param id the case
	 * @return the same, empty when they did not say
	 */
	public String said(CaseId id) {
		return this.times.of(id).map(this::of).orElse("");
	}

	private static String joined(Stream<String> words) {
		return words.collect(Collectors.joining(", "));
	}

}
