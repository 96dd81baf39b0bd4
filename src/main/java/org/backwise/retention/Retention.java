package org.backwise.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.PersonalData;
import org.backwise.cases.Rounds;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.cases.Withdrawals.Withdrawal;
import org.backwise.cases.Withdrawals;
import org.backwise.journal.Action;
import org.backwise.journal.Who;
import org.backwise.notes.Notes;
import org.backwise.practice.Settings;
import org.backwise.retention.DueRecord.Kind;

/** Finds the records whose time is over, and lets them go. */
@Service
public class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private static final int PAGE = 200;

	private static final int OF_AGE = 18;

	/** Months are not equally long: what might be due is looked for a little further. */
	private static final int DAYS_MORE = 3;

	private final Cases cases;

	private final Rounds rounds;

	private final Withdrawals withdrawals;

	private final CarePlans plans;

	private final Attendance sessions;

	private final Notes notes;

	private final List<PersonalData> held;

	private final Eraser eraser;

	private final Supplier<Periods> periods;

	private final Clock clock;

	Retention(Cases cases, Rounds rounds, Withdrawals withdrawals, CarePlans plans, Attendance sessions, Notes notes,
			List<PersonalData> held, Eraser eraser, Settings settings, Clock clock) {
		this.cases = cases;
		this.rounds = rounds;
		this.withdrawals = withdrawals;
		this.plans = plans;
		this.sessions = sessions;
		this.notes = notes;
		this.held = held;
		this.eraser = eraser;
		this.periods = settings.current(Periods.SETTINGS, Periods.class);
		this.clock = clock;
	}

	/**
	 * What will have gone by a day.
	 * @param day the day
	 * @param most how many to list
	 * @return at most so many
	 */
	public List<DueRecord> goingBy(LocalDate day, int most) {
		return goingBy(day, most, this.periods.get());
	}

	/**
	 * What would have gone by a day if other periods held.
	 * @param day the day
	 * @param most how many to list
	 * @param periods the periods
	 * @return at most so many
	 */
	public List<DueRecord> goingBy(LocalDate day, int most, Periods periods) {
		List<DueRecord> going = new ArrayList<>();
		walk(day, periods, (found) -> {
			going.add(found);
			return going.size() < most;
		});
		return List.copyOf(going);
	}

	/**
	 * Lets go what is due today. Each record goes in a transaction of its own; whoever
	 * comes second finds it gone.
	 * @return how many went
	 */
	public int removeDue() {
		LocalDate today = LocalDate.now(this.clock);
		List<DueRecord> due = new ArrayList<>();
		walk(today, this.periods.get(), (found) -> due.add(found));
		int gone = 0;
		for (DueRecord found : due) {
			try {
				gone += letGo(found) ? 1 : 0;
			}
			catch (RuntimeException ex) {
				logger.error("A record that is due could not be removed: {}", found.theCase().reference(), ex);
			}
		}
		return gone;
	}

	/** Unless it was used, erased or asked for since it was found. */
	boolean letGo(DueRecord found) {
		return this.cases.find(found.theCase().id())
			.map(this::of)
			.filter((going) -> !going.day().isAfter(LocalDate.now(this.clock)))
			.filter((going) -> this.eraser.erase(going.theCase().id(), Action.EXPIRED, new Who.System()))
			.isPresent();
	}

	/** The nightly run; one instance at a time. */
	@Scheduled(cron = "${backwise.keeping.every:0 30 3 * * *}")
	@SchedulerLock(name = "retention", lockAtLeastFor = "PT1M", lockAtMostFor = "PT6H")
	public void removeDueNightly() {
		int gone = removeDue();
		if (gone > 0) {
			logger.info("Let {} records go whose time was over", gone);
		}
	}

	/**
	 * The day on which a record goes when nothing more happens to it.
	 * @param theCase the case
	 * @return the record with its kind and day
	 */
	public DueRecord of(Case theCase) {
		return of(theCase, this.periods.get());
	}

	private DueRecord of(Case theCase, Periods periods) {
		Instant last = theCase.sentAt();
		for (PersonalData part : this.held) {
			Instant used = part.lastUsed(theCase.id()).orElse(Instant.MIN);
			last = used.isAfter(last) ? used : last;
		}
		Optional<Instant> withdrawn = this.withdrawals.of(theCase.id());
		if (withdrawn.isPresent() && !isTreated(theCase)) {
			return going(theCase, Kind.WITHDRAWN, withdrawn.get(), periods.withdrawn());
		}
		DueRecord going = this.plans.of(theCase.id()).isPresent() ? going(theCase, Kind.PLAN, last, periods.plans())
				: going(theCase, Kind.REFERRAL, last, periods.referrals());
		DueRecord grown = this.rounds.age(theCase.id())
			.filter((age) -> age < OF_AGE)
			.map((age) -> going(theCase, going.kind(), theCase.sentAt(), Period.ofYears(periods.minorsUntil() - age)))
			.orElse(going);
		return grown.day().isAfter(going.day()) ? grown : going;
	}

	private DueRecord going(Case theCase, Kind kind, Instant from, Period period) {
		return new DueRecord(theCase, kind, LocalDate.ofInstant(from, this.clock.getZone()).plus(period).plusDays(1));
	}

	private boolean isTreated(Case theCase) {
		return !this.notes.of(theCase.id()).isEmpty() || this.sessions.of(theCase.id())
			.stream()
			.anyMatch((session) -> session.state() == LiveSession.State.KEPT);
	}

	private void walk(LocalDate day, Periods periods, Predicate<DueRecord> more) {
		if (walkWithdrawn(day, periods, more) && walkSent(day, periods, Outcome.REFERRAL, more)) {
			walkSent(day, periods, Outcome.CARE_PLAN, more);
		}
	}

	private boolean walkWithdrawn(LocalDate day, Periods periods, Predicate<DueRecord> more) {
		@Nullable Withdrawal after = null;
		while (true) {
			List<Withdrawal> page = this.withdrawals.before(before(day, periods.withdrawn()), after, PAGE);
			boolean goOn = page.stream()
				.flatMap((withdrawal) -> this.cases.find(withdrawal.id()).stream())
				.map((theCase) -> of(theCase, periods))
				.filter((going) -> going.kind() == Kind.WITHDRAWN && !going.day().isAfter(day))
				.allMatch(more);
			if (!goOn || page.size() < PAGE) {
				return goOn;
			}
			after = page.get(PAGE - 1);
		}
	}

	private boolean walkSent(LocalDate day, Periods periods, Outcome outcome, Predicate<DueRecord> more) {
		Period period = (outcome == Outcome.REFERRAL) ? periods.referrals() : periods.plans();
		@Nullable Case after = null;
		while (true) {
			List<Case> page = this.cases.sentBefore(before(day, period), outcome, after, PAGE);
			boolean goOn = page.stream()
				.map((theCase) -> of(theCase, periods))
				.filter((going) -> going.kind() != Kind.WITHDRAWN && !going.day().isAfter(day))
				.allMatch(more);
			if (!goOn || page.size() < PAGE) {
				return goOn;
			}
			after = page.get(PAGE - 1);
		}
	}

	private Instant before(LocalDate day, Period period) {
		return day.minus(period).plusDays(DAYS_MORE).atStartOfDay(this.clock.getZone()).toInstant();
	}

}
