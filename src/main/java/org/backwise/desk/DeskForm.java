package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import org.backwise.cases.Reason;
import org.backwise.practice.FormText;

/**
 * What somebody typed into a form of the desk, right or wrong.
 *
 * @param values name of the field to what stands in it
 */
record DeskForm(Map<String, String> values) {

	/** The longest text that can be kept, in characters. */
	static final int LONGEST_TEXT = 2_000;

	/** The longest second thought, kept together with other words. */
	static final int LONGEST_WHY = 1_000;

	/** The box of a second look. */
	static final String SURE = "sure";

	/** The mark of the clashes that a second look shows. */
	static final String CLASHES = "clashes";

	static DeskForm of(MultiValueMap<String, String> sent) {
		Map<String, String> values = new LinkedHashMap<>();
		sent.forEach((name, list) -> {
			if (name.length() <= 40 && !list.isEmpty() && !name.startsWith("_")) {
				values.put(name, list.get(0));
			}
		});
		return new DeskForm(values);
	}

	private FormText typed(String field) {
		return FormText.lines(this.values.get(field));
	}

	String text(String field) {
		return typed(field).text();
	}

	@Nullable String textOrNull(String field) {
		return typed(field).orNull();
	}

	boolean isName(String field) {
		return typed(field).isName();
	}

	boolean isTooLong(String field, int most) {
		return typed(field).isLongerThan(most);
	}

	Optional<Integer> number(String field) {
		return text(field).matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text(field))) : Optional.empty();
	}

	Optional<LocalDate> date(String field) {
		return typed(field).day();
	}

	boolean isSure() {
		return doubts().isEmpty();
	}

	/** Whether the box of a second look is ticked. */
	boolean isTicked() {
		return "true".equals(text(SURE));
	}

	/** The mark of the clashes that were looked at, null when no box says so. */
	@Nullable String clashesSeen() {
		return isTicked() ? textOrNull(CLASHES) : null;
	}

	/** Whether a second look was asked for and came back. */
	boolean isSecondLook() {
		return this.values.containsKey("why") || this.values.containsKey(CLASHES);
	}

	/** What is missing from a second look: field to message key. */
	Map<String, String> doubts() {
		Map<String, String> doubts = new LinkedHashMap<>();
		if (text("why").isEmpty()) {
			doubts.put("why", "why");
		}
		else if (isTooLong("why", LONGEST_WHY)) {
			doubts.put("why", "why-long");
		}
		if (!isTicked()) {
			doubts.put(SURE, SURE);
		}
		return doubts;
	}

	/** The version of the case that was looked at; never a version when it is garbled. */
	int version() {
		return number("version").orElse(-1);
	}

	/** The coded reason with everything written beside it. */
	Reason reason() {
		String words = text("words");
		String why = text("why");
		String both = words.isEmpty() ? why : why.isEmpty() ? words : words + "\n" + why;
		return new Reason(text("reason"), both.isEmpty() ? null : both, textOrNull("note"));
	}

	/** The same without what a second look added, and with a newer version. */
	DeskForm at(int version) {
		Map<String, String> values = new LinkedHashMap<>(this.values);
		values.put("version", Integer.toString(version));
		values.remove(SURE);
		return new DeskForm(values);
	}

	/** What a page that asks for a second look carries along. */
	Map<String, String> carried() {
		Map<String, String> carried = new LinkedHashMap<>(this.values);
		carried.keySet().removeAll(java.util.Set.of(SURE, "why", CLASHES, "_csrf"));
		return carried;
	}

	/** Says nothing of what was typed. */
	@Override
	public String toString() {
		return "a form of the desk";
	}

}
