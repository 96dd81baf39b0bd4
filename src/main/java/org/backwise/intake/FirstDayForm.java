package org.backwise.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.hours.OpenDays;
import org.backwise.practice.FormText;

/**
 * The day of the first session as it was chosen: one of the next open days, or another
 * one in three boxes.
 *
 * @param firstDay a day as yyyy-mm-dd, or {@code other}
 * @param dayOfMonth what stands in the first box
 * @param month what stands in the second
 * @param year what stands in the third
 */
record FirstDayForm(@Nullable String firstDay, @Nullable String dayOfMonth, @Nullable String month,
		@Nullable String year) {

	/** Another day than those that are offered. */
	static final String OTHER = "other";

	private static final int DAYS_OFFERED = 14;

	private static final int LONGEST = 20;

	/**
	 * The days to choose from: those of the next two weeks on which the practice opens.
	 */
	static List<LocalDate> offered(LocalDate today, OpenDays days) {
		return today.plusDays(1)
			.datesUntil(today.plusDays(DAYS_OFFERED + 1))
			.filter((day) -> days.whyClosed(day).isEmpty())
			.toList();
	}

	/**
	 * As the page shows it again.
	 * @param typed the day as it stands in the form
	 * @param offered the days to choose from
	 * @return with what is not offered in the boxes, whatever it is
	 */
	FirstDayForm shown(@Nullable String typed, List<LocalDate> offered) {
		if (OTHER.equals(this.firstDay) || !boxes().isEmpty()) {
			return isOffered(offered) ? this : new FirstDayForm(OTHER, this.dayOfMonth, this.month, this.year);
		}
		FormText text = FormText.line(typed);
		LocalDate day = text.day().orElse(null);
		if (text.isEmpty() || (day != null && offered.contains(day))) {
			return new FirstDayForm(text.text(), null, null, null);
		}
		return (day != null) ? new FirstDayForm(OTHER, Integer.toString(day.getDayOfMonth()),
				Integer.toString(day.getMonthValue()), Integer.toString(day.getYear()))
				: new FirstDayForm(OTHER, text.text(), null, null);
	}

	private boolean isOffered(List<LocalDate> offered) {
		return FormText.line(this.firstDay).day().filter(offered::contains).isPresent();
	}

	/**
	 * What was chosen, in one piece.
	 * @return empty when nothing was
	 */
	String typed() {
		FormText chosen = FormText.line(this.firstDay);
		if (!chosen.isEmpty() && !chosen.text().equals(OTHER)) {
			return chosen.text();
		}
		return boxes();
	}

	private String boxes() {
		List<String> boxes = Stream.of(this.dayOfMonth, this.month, this.year)
			.map((box) -> FormText.line(box).text())
			.toList();
		if (boxes.stream().allMatch(String::isEmpty)) {
			return "";
		}
		return boxes.stream()
			.map((box) -> box.substring(0, Math.min(box.length(), LONGEST)))
			.collect(Collectors.joining("/"));
	}

	/** Whether the boxes count. */
	public boolean isOther() {
		return OTHER.equals(this.firstDay);
	}

	/** Whether a day is the one that was chosen. */
	public boolean is(LocalDate day) {
		return day.toString().equals(this.firstDay);
	}

}
