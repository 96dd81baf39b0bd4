package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.hours.OpenDays;
import org.backwise.hours.SessionsToCome;
import org.backwise.hours.TimedToCome;

/** The sessions that shorter hours have left outside. */
@Component
class OutsideHours implements TimedToCome {

	private final DiaryRows rows;

	private final Visits visits;

	private final Clock clock;

	OutsideHours(DiaryRows rows, Visits visits, Clock clock) {
		this.rows = rows;
		this.visits = visits;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Timed> outside(OpenDays days, int most) {
		List<LocalDate> some = this.rows.stretches(LocalDate.now(this.clock))
			.stream()
			.filter((one) -> !days.on(one.day()).isEmpty() && !days.isOpen(one.day(), one.from(), one.until()))
			.map(DiaryRows.Stretch::day)
			.distinct()
			.limit(most)
			.toList();
		return this.rows.on(some)
			.stream()
			.filter((row) -> Visits.isOutside(row, days))
			.sorted(Visits.ORDER)
			.limit(most)
			.map((row) -> new Timed(
					new SessionsToCome.ToCome(row.day(), row.reference(),
							Objects.requireNonNullElse(row.client(), row.reference()), row.number()),
					Objects.requireNonNull(this.visits.plain(row, Map.of()).time())))
			.toList();
	}

}
