package org.backwise.intake;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.cases.Suits;
import org.backwise.hours.OpenDays;
import org.backwise.hours.OpeningHours;

/** The days and times that a client may tick. */
@Component
class SuitingChoices {

	private final OpeningHours hours;

	private final Clock clock;

	SuitingChoices(OpeningHours hours, Clock clock) {
		this.hours = hours;
		this.clock = clock;
	}

	void show(Model model) {
		model.addAttribute("weekdays", weekdays());
		model.addAttribute("parts", Suits.Part.values());
	}

	/** The days of the week on which the practice opens. */
	private List<DayOfWeek> weekdays() {
		OpenDays days = this.hours.days();
		return Stream.of(DayOfWeek.values())
			.filter((day) -> !days.isFreeWeekday(LocalDate.now(this.clock).with(TemporalAdjusters.nextOrSame(day))))
			.toList();
	}

}
