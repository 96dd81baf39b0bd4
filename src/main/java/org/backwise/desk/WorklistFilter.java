package org.backwise.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import org.backwise.desk.WorklistItem.Place;

/**
 * What of the lists is shown: everything in its address.
 *
 * @param list which list
 * @param whose only the cases of some, null for everybody's
 * @param words the beginning of a name, a reference, a number or an address, empty for
 * none; the search goes through all lists
 * @param need only this need, null for all that wait
 * @param level only this level or plan, null for all
 */
record WorklistFilter(CaseList list, @Nullable Whose whose, String words, @Nullable Need need, @Nullable String level) {

	/** Where the lists are. */
	static final String PATH = "/desk/cases";

	private static final Pattern ADDRESS = Pattern.compile(PATH + "(\\?[!-z~]{1,2000})?");

	/** Of whom cases are shown. */
	enum Whose {

		/** Of whoever is looking. */
		MINE,
		/** Of nobody yet. */
		NOBODYS;

		static @Nullable Whose parse(@Nullable String text) {
			return Stream.of(values()).filter((whose) -> whose.toString().equals(text)).findFirst().orElse(null);
		}

		/** The id used in addresses and messages. */
		@Override
		public String toString() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/** What is no longer there shows everything. */
	static WorklistFilter of(@Nullable String list, @Nullable String whose, @Nullable String q, @Nullable String need,
			@Nullable String level) {
		Need needed = Need.parse(need).orElse(null);
		CaseList shown = CaseList.parse(list).orElse((needed == Need.DONE) ? CaseList.IN_CARE : CaseList.TO_DECIDE);
		boolean waits = shown == CaseList.TO_DECIDE;
		return new WorklistFilter(shown, Whose.parse(whose), (q != null) ? q.strip() : "", waits ? needed : null,
				(waits && Ranks.LEVELS.contains(level)) ? level : null);
	}

	/** The same words and people in another list. */
	public WorklistFilter in(CaseList other) {
		return new WorklistFilter(other, this.whose, "", null, null);
	}

	/** The same list of some. */
	public WorklistFilter of(@Nullable Whose others) {
		return new WorklistFilter(this.list, others, "", this.need, this.level);
	}

	/** The same list and people, and nothing else. */
	public WorklistFilter plain() {
		return in(this.list);
	}

	public boolean isSearch() {
		return !SearchWords.key(this.words).isEmpty();
	}

	public boolean isAll() {
		return this.words.isEmpty() && this.need == null && this.level == null;
	}

	/** Whose cases are shown, null for everybody's. */
	@Nullable UUID account(UUID me) {
		return (this.whose == null) ? null : (this.whose == Whose.MINE) ? me : WorklistRows.NOBODY;
	}

	public String address() {
		return address(null);
	}

	/** Where the list shows this. */
	String address(@Nullable Place place) {
		Map<String, Object> values = new LinkedHashMap<>();
		if (this.list != CaseList.TO_DECIDE) {
			values.put("list", this.list);
		}
		if (this.whose != null) {
			values.put("whose", this.whose);
		}
		if (!this.words.isEmpty()) {
			values.put("q", this.words);
		}
		if (this.need != null) {
			values.put("need", this.need);
		}
		if (this.level != null) {
			values.put("level", this.level);
		}
		if (place != null) {
			values.put("after", place.text());
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	/** An address of a list that came along with a request, null for any other one. */
	static @Nullable String known(@Nullable String address) {
		return (address != null && ADDRESS.matcher(address).matches()) ? address : null;
	}

}
