package org.backwise.desk;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import org.backwise.desk.WorklistItem.Place;

/**
 * What of the worklist is shown: everything in its address.
 *
 * @param words the beginning of a name or reference, empty for none
 * @param need only this need, null for all that wait
 * @param level only this level or plan, null for all
 */
record WorklistFilter(String words, @Nullable Need need, @Nullable String level) {

	static WorklistFilter of(@Nullable String q, @Nullable String need, @Nullable String level) {
		return new WorklistFilter((q != null) ? q.strip() : "", Need.parse(need).orElse(null),
				Ranks.LEVELS.contains(level) ? level : null);
	}

	public boolean isSearch() {
		return !SearchWords.key(this.words).isEmpty();
	}

	public boolean isAll() {
		return this.words.isEmpty() && this.need == null && this.level == null;
	}

	/** Where the worklist shows this. */
	String address(@Nullable Place place) {
		return UriComponentsBuilder.fromPath("/desk")
			.queryParamIfPresent("q", Optional.of(this.words).filter((typed) -> !typed.isEmpty()))
			.queryParamIfPresent("need", Optional.ofNullable(this.need))
			.queryParamIfPresent("level", Optional.ofNullable(this.level))
			.queryParamIfPresent("after", Optional.ofNullable(place).map(Place::text))
			.encode()
			.build()
			.toUriString();
	}

	/** The ranks of the levels it shows, from one on. */
	List<Integer> ranks(int from) {
		return Ranks.from(from, this.level);
	}

}
