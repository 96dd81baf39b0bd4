package org.backwise.practice;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A country with the services that clients are sent to.
 *
 * @param code its code of two letters
 * @param zones its time zones, the one of most people first
 * @param words the services and what people call them, by the name of the setting
 * @param sources where each of them was read
 * @param note what an owner there has to know, null for nothing
 */
public record Country(String code, List<ZoneId> zones, Map<String, String> words, List<Source> sources,
		@Nullable String note) {

	/** How far a source can be trusted. */
	public enum Seen {

		OFFICIAL, OTHER, KNOWLEDGE

	}

	/**
	 * Where something was read.
	 *
	 * @param words the settings it is about
	 * @param seen how far it can be trusted
	 * @param page the page that was read, null for none
	 */
	public record Source(@JsonProperty("for") List<String> words, Seen seen, @Nullable String page) {
	}

	/**
	 * Where one of the words was read.
	 * @param word the name of the setting
	 * @return its source
	 * @throws IllegalArgumentException when the file names none
	 */
	public Source sourceOf(String word) {
		return this.sources.stream()
			.filter((source) -> source.words().contains(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(this.code + " has no source for " + word));
	}

}
