package org.backwise.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.backwise.hours.OpenDays;
import org.backwise.hours.OpeningHours.Open;

import static org.assertj.core.api.Assertions.assertThat;

/** A day that was chosen or typed is kept, right or wrong. */
class FirstDayFormTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	private static final LocalDate OFFERED = LocalDate.of(2027, 3, 4);

	private static final List<LocalDate> OPEN = List.of(OFFERED, OFFERED.plusDays(1));

	@Test
	void offersTheOpenDaysOfTwoWeeks() {
		assertThat(FirstDayForm.offered(TODAY, OpenDays.ALWAYS)).hasSize(14)
			.startsWith(TODAY.plusDays(1))
			.endsWith(TODAY.plusDays(14));
		assertThat(FirstDayForm.offered(TODAY, new NoSundays())).hasSize(12)
			.noneMatch((day) -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
	}

	@Test
	void aChosenDayIsOneOfThoseOffered() {
		FirstDayForm form = new FirstDayForm("2027-03-04", "30", "2", "2027");
		assertThat(form.typed()).isEqualTo("2027-03-04");
		assertThat(form.shown(form.typed(), OPEN)).returns(true, (shown) -> shown.is(OFFERED))
			.returns(false, FirstDayForm::isOther);
	}

	@Test
	void theBoxesCountForAnotherDayAndWithoutAChoice() {
		assertThat(new FirstDayForm("other", " 30 ", "2", "2027").typed()).isEqualTo("30/2/2027");
		FirstDayForm without = new FirstDayForm(null, "5", "4", "2027");
		assertThat(without.typed()).isEqualTo("5/4/2027");
		assertThat(without.shown(without.typed(), OPEN)).isEqualTo(new FirstDayForm("other", "5", "4", "2027"));
		assertThat(new FirstDayForm("other", "", null, " ").typed()).isEmpty();
	}

	@Test
	void whatIsKeptStandsInTheBoxesWhenItIsNotOffered() {
		FirstDayForm blank = new FirstDayForm(null, null, null, null);
		assertThat(blank.shown("2027-09-20", OPEN)).isEqualTo(new FirstDayForm("other", "20", "9", "2027"));
		assertThat(blank.shown("tomorrow", OPEN)).isEqualTo(new FirstDayForm("other", "tomorrow", null, null));
		assertThat(blank.shown(null, OPEN).isOther()).isFalse();
	}

	/** A practice that rests on Sundays. */
	private static final class NoSundays implements OpenDays {

		@Override
		public List<Open> on(LocalDate day) {
			return isFreeWeekday(day) ? List.of() : List.of(new Open(LocalTime.of(9, 0), LocalTime.of(17, 0)));
		}

		@Override
		public Optional<String> whyClosed(LocalDate day) {
			return isFreeWeekday(day) ? Optional.of("Sunday") : Optional.empty();
		}

		@Override
		public boolean isFreeWeekday(LocalDate day) {
			return day.getDayOfWeek() == DayOfWeek.SUNDAY;
		}

	}

}
