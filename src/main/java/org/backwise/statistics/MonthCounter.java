package org.backwise.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each month once, a week after its end, so that what was noted late is in it.
 * From then on its numbers stand, whatever is noted, erased or let go later: two readings
 * of the same month on two days never differ by one person.
 */
@Component
class MonthCounter {

	/** So long after its end a month is counted. */
	static final int DAYS_AFTER = 7;

	private static final Logger logger = LoggerFactory.getLogger(MonthCounter.class);

	private final Happened happened;

	private final MonthCounts counts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MonthCounter(Happened happened, MonthCounts counts, TransactionTemplate transaction, Clock clock) {
		this.happened = happened;
		this.counts = counts;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The nightly run; one instance at a time. */
	@Scheduled(cron = "${backwise.statistics.every:0 15 4 * * *}")
	@SchedulerLock(name = "statistics", lockAtLeastFor = "PT1M", lockAtMostFor = "PT6H")
	public void countNightly() {
		countDue();
	}

	/** After the first start with statistics, and when no night passed while it ran. */
	@EventListener(ApplicationReadyEvent.class)
	public void countAtStart() {
		countDue();
	}

	/**
	 * Counts every month that is over and was not counted yet.
	 * @return how many
	 */
	int countDue() {
		YearMonth last = YearMonth.from(LocalDate.now(this.clock).minusDays(DAYS_AFTER)).minusMonths(1);
		int counted = 0;
		Optional<YearMonth> next = next();
		while (next.isPresent() && !next.get().isAfter(last)) {
			counted += count(next.get()) ? 1 : 0;
			next = Optional.of(next.get().plusMonths(1));
		}
		if (counted > 0) {
			logger.info("Counted {} months for the statistics", counted);
		}
		return counted;
	}

	/** The day on which the month that runs now will be told. */
	LocalDate nextDay() {
		LocalDate day = YearMonth.now(this.clock).atDay(1).plusDays(DAYS_AFTER);
		return LocalDate.now(this.clock).isBefore(day) ? day
				: YearMonth.now(this.clock).plusMonths(1).atDay(1).plusDays(DAYS_AFTER);
	}

	private Optional<YearMonth> next() {
		return this.counts.last().map((month) -> month.plusMonths(1)).or(this.counts::firstSent);
	}

	/** Another instance may have been first; then its numbers stand. */
	private boolean count(YearMonth month) {
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.counts.add(month, this.happened.in(month), this.clock.instant()));
			return true;
		}
		catch (DuplicateKeyException ex) {
			logger.debug("Somebody else counted {}", month);
			return false;
		}
	}

}
