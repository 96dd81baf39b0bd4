package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.outbox.Message.State;

/**
 * Sends what is due. A row is leased in one transaction, sent outside of any, and settled
 * in another. Two instances never send the same row: of two who lease it one gets it. A
 * message is sent a second time only when this process dies between the server's OK and
 * the settling; both then carry the same Message-ID. Where the server's answer is lost,
 * somebody at the desk says whether it is sent again.
 */
@Component
class Drain {

	private static final Logger logger = LoggerFactory.getLogger(Drain.class);

	/** After each failure so long; the last one again and again. */
	static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(2), Duration.ofHours(8));

	/** Until somebody at the desk has to look. */
	static final Duration LONGEST = Duration.ofDays(2);

	/** A round ends, so that settings of now count in the next. */
	private static final int MOST = 500;

	private static final Duration ROUND = Duration.ofMinutes(4);

	private static final int PAGE = 20;

	private final OutboxRows rows;

	private final MailWriter writer;

	private final Carriers carriers;

	private final Offered offered;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile Instant pausedUntil = Instant.MIN;

	private volatile Carriers.@Nullable Round going;

	Drain(OutboxRows rows, MailWriter writer, Carriers carriers, Offered offered, TransactionTemplate transaction,
			Clock clock) {
		this.rows = rows;
		this.writer = writer;
		this.carriers = carriers;
		this.offered = offered;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Whether a round would find something to do; one look at an index. */
	boolean hasWork() {
		Instant now = this.clock.instant();
		return this.offered.any() && !isPaused(now) && !this.rows.due(now, 1).isEmpty();
	}

	/**
	 * A pause that ends later than any pause does was begun by a clock that ran ahead.
	 */
	private boolean isPaused(Instant now) {
		Instant until = this.pausedUntil;
		return now.isBefore(until) && !until.isAfter(now.plus(AGAIN.get(0)));
	}

	/**
	 * One round.
	 * @return how many were sent
	 */
	int round() {
		long begun = System.nanoTime();
		int sent = 0;
		int seen = 0;
		try (Carriers.Round round = this.carriers.round()) {
			this.going = round;
			while (seen < MOST && System.nanoTime() - begun < ROUND.toNanos() && !isStopped()) {
				List<UUID> due = this.rows.due(this.clock.instant(), PAGE);
				if (due.isEmpty()) {
					return sent;
				}
				for (UUID id : due) {
					seen++;
					Result result = one(id, round);
					sent += (result == Result.SENT) ? 1 : 0;
					if (result == Result.SERVER || isStopped()) {
						return sent;
					}
				}
			}
		}
		return sent;
	}

	/** What is on its way is settled; nothing else is begun. */
	private static boolean isStopped() {
		return Thread.currentThread().isInterrupted();
	}

	/** Longer than any round takes. */
	Duration longest() {
		return ROUND.plus(this.offered.mail().longest());
	}

	private enum Result {

		SENT, NOT_SENT, SERVER

	}

	/** A row that is leased, with its letter; null when it was settled already. */
	private record Leased(Message message, Letter letter) {
	}

	private Result one(UUID id, Carriers.Round round) {
		UUID lease = UUID.randomUUID();
		Leased leased;
		try {
			leased = this.transaction.execute((status) -> lease(id, lease));
		}
		catch (RuntimeException ex) {
			// One that cannot be made must not stand in the way of the others.
			logger.error("A message could not be made: {}", id, ex);
			Instant now = this.clock.instant();
			this.rows.broken(id, now, now.plus(AGAIN.get(2)), now.minus(LONGEST));
			return Result.NOT_SENT;
		}
		if (leased == null) {
			return Result.NOT_SENT;
		}
		try {
			round.carry(leased.letter());
		}
		catch (NotSentException ex) {
			boolean server = ex.trouble().isOfServer() && leased.letter().by() == Letter.By.MAIL;
			failed(leased.message(), lease, ex.trouble(), server);
			return server ? Result.SERVER : Result.NOT_SENT;
		}
		settle(leased.message(), lease, State.SENT, leased.message().due(), null, true);
		return Result.SENT;
	}

	private @Nullable Leased lease(UUID id, UUID lease) {
		Instant now = this.clock.instant();
		if (!this.rows.lease(id, lease, now, this.offered.mail().longest())) {
			return null;
		}
		Message message = this.rows.find(id).orElseThrow();
		if (message.attempts() == 0 && message.from().isBefore(now.minus(LONGEST))) {
			// Nobody sent anything for days: what somebody waits for is seen at the desk.
			if (message.kind().passes() || !this.writer.stands(message)) {
				this.rows.drop(message, lease);
			}
			else {
				this.rows.settle(message, lease, State.FAILED, message.due(), Trouble.TOO_OLD, false);
			}
			return null;
		}
		ZonedDateTime here = now.atZone(this.clock.getZone());
		if (!message.kind().isSentAtNight() && this.offered.mail().isQuiet(here.toLocalTime())) {
			this.rows.settle(message, lease, State.WAITING, morning(here), message.trouble(), false);
			return null;
		}
		try {
			Letter letter = this.writer.write(message).orElse(null);
			if (letter != null) {
				return new Leased(message, letter);
			}
			this.rows.drop(message, lease);
		}
		catch (NotSentException ex) {
			this.rows.settle(message, lease, State.FAILED, message.due(), ex.trouble(), true);
		}
		return null;
	}

	private Instant morning(ZonedDateTime now) {
		LocalTime until = this.offered.mail().quietUntil();
		ZonedDateTime today = now.with(until);
		return (today.isAfter(now) ? today : now.plusDays(1).with(until)).toInstant();
	}

	/** A mail server that does not answer would hit every other mail as well. */
	private void failed(Message message, UUID lease, Trouble trouble, boolean server) {
		Instant now = this.clock.instant();
		Instant next = now.plus(AGAIN.get(Math.min(message.attempts(), AGAIN.size() - 1)));
		Instant end = message.from().plus(LONGEST);
		boolean over = trouble.isForGood() || !now.isBefore(end);
		settle(message, lease, over ? State.FAILED : State.WAITING, next.isBefore(end) ? next : end, trouble, true);
		if (server) {
			this.pausedUntil = now.plus(AGAIN.get(0));
			Trouble others = (trouble == Trouble.MAY_HAVE_ARRIVED) ? Trouble.SILENT : trouble;
			this.transaction.executeWithoutResult((status) -> this.rows.trouble(others, now, now.minus(LONGEST)));
			logger.warn("Messages wait: {}", trouble);
		}
	}

	private void settle(Message message, UUID lease, State state, Instant due, @Nullable Trouble trouble,
			boolean tried) {
		this.transaction.executeWithoutResult((status) -> this.rows.settle(message, lease, state, due, trouble, tried));
	}

	/** Waits for no answer any more; what may have arrived is settled as such. */
	void hangUp() {
		Carriers.Round round = this.going;
		if (round != null) {
			round.hangUp();
		}
	}

	/** Tries at once, whatever was found before. */
	void goOn() {
		this.pausedUntil = Instant.MIN;
	}

}
