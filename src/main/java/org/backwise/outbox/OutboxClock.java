package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.DueCheckIns;
import org.backwise.care.LiveSession;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.outbox.ClientChoices.Wanted;
import org.backwise.outbox.Kind.Choice;

/**
 * Puts into the outbox what is to be told because time passes: check-ins that are open or
 * missing, and sessions of tomorrow. Each once, however often it looks.
 */
@Component
class OutboxClock {

	private static final Logger logger = LoggerFactory.getLogger(OutboxClock.class);

	/** Nobody is reminded before this. */
	private static final LocalTime MORNING = LocalTime.of(10, 0);

	/** What is missing for longer was missing before anybody asked for messages. */
	private static final Duration NEWS = Duration.ofHours(36);

	/** A link out of a mail ends messages for so long. */
	private static final Duration LINKS = Duration.ofDays(400);

	private final Offered offered;

	private final ClientChoices clients;

	private final StaffChoices staff;

	private final StaffNews staffNews;

	private final Outbox outbox;

	private final OutboxRows rows;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final CarePlans plans;

	private final Attendance sessions;

	private final CheckInNews checkInNews;

	private final DueCheckIns due;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OutboxClock(Offered offered, ClientChoices clients, StaffChoices staff, StaffNews staffNews, Outbox outbox,
			OutboxRows rows, Cases cases, LifeCycle lifeCycle, CarePlans plans, Attendance sessions,
			CheckInNews checkInNews, DueCheckIns due, TransactionTemplate transaction, Clock clock) {
		this.offered = offered;
		this.clients = clients;
		this.staff = staff;
		this.staffNews = staffNews;
		this.outbox = outbox;
		this.rows = rows;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.plans = plans;
		this.sessions = sessions;
		this.checkInNews = checkInNews;
		this.due = due;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT10M")
	@SchedulerLock(name = "outbox-clock", lockAtLeastFor = "PT1M", lockAtMostFor = "PT30M")
	public void look() {
		lookNow();
	}

	/** The same, whoever else does so: what is told is told once. */
	public void lookNow() {
		if (this.offered.any()) {
			this.clients.all().forEach((wanted) -> each(wanted.id(), (theCase) -> tell(theCase, wanted)));
		}
		if (this.offered.byMail() && !this.staff.who(Choice.MISSING).isEmpty()) {
			this.due.near().forEach((id) -> each(id, this::tellMissing));
		}
	}

	/** Nothing stays longer than it is of use. */
	@Scheduled(cron = "0 40 3 * * *")
	@SchedulerLock(name = "outbox-prune", lockAtLeastFor = "PT1M", lockAtMostFor = "PT30M")
	public void prune() {
		pruneNow();
	}

	/** The same, whoever else does so. */
	public void pruneNow() {
		Instant now = this.clock.instant();
		this.rows.prune(now.minus(Duration.ofDays(this.offered.mail().keepDays())), now.minus(LINKS));
	}

	/** One that cannot be told of must not stand in the way of the others. */
	private void each(CaseId id, Consumer<Case> told) {
		try {
			this.transaction.executeWithoutResult((status) -> this.cases.lock(id).ifPresent(told));
		}
		catch (RuntimeException ex) {
			logger.error("Nothing could be told of a case: {}", id.value(), ex);
		}
	}

	private void tell(Case theCase, Wanted wanted) {
		if (wanted.has(Choice.CHECK_IN)) {
			ask(theCase);
		}
		if (!this.lifeCycle.standing(theCase).state().isChecked()) {
			return;
		}
		CaseId id = wanted.id();
		List<Message> messages = new ArrayList<>();
		if (wanted.has(Choice.REMINDER) && this.offered.mail().reminder()) {
			LocalDate today = LocalDate.now(this.clock);
			this.sessions.of(id)
				.stream()
				.filter(LiveSession::isOpen)
				.filter((session) -> session.day().equals(today.plusDays(1)))
				.filter((session) -> this.plans.of(id).filter((plan) -> plan.isFirm(session.number())).isPresent())
				.forEach((session) -> messages.add(Message.of(Kind.REMINDER, id, null,
						session.number() + " " + session.day(), later(today), session.number(), session.day())));
		}
		this.outbox.put(messages);
	}

	/** Nobody is asked more than once a day: what else there is waits for another one. */
	private void ask(Case theCase) {
		List<Message> news = this.checkInNews.now(theCase);
		if (news.isEmpty()) {
			return;
		}
		List<OutboxRows.Asked> asked = this.rows.asked(theCase.id());
		if (asked.stream().noneMatch((one) -> one.isSince(LocalDate.now(this.clock), this.clock.getZone()))) {
			news.stream()
				.filter((message) -> asked.stream().noneMatch((one) -> one.once().equals(message.once())))
				.findFirst()
				.ifPresent((message) -> this.outbox.put(List.of(message)));
		}
	}

	/** On a day in the morning, or now when that is over. */
	private Instant later(LocalDate day) {
		Instant morning = day.atTime(MORNING).atZone(this.clock.getZone()).toInstant();
		return morning.isAfter(this.clock.instant()) ? morning : this.clock.instant();
	}

	private void tellMissing(Case theCase) {
		Instant now = this.clock.instant();
		this.due.missingSince(theCase)
			.filter((since) -> since.isAfter(now.minus(NEWS)))
			.ifPresent((since) -> this.staffNews.tell(Kind.CHECK_IN_MISSING, theCase.id(),
					LocalDate.ofInstant(since, this.clock.getZone()).toString(), now));
	}

}
