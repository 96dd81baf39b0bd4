package org.backwise.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.staff.Role;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Triage;

/**
 * A second pair of eyes for a loosening: one person puts it forward, the owner approves
 * it. Who works alone looks again after a night.
 */
@Service
public class Approvals {

	private static final Duration NIGHT = Duration.ofHours(8);

	private final Comparisons comparisons;

	private final Triage running;

	private final SignedIn signedIn;

	private final StaffAccounts accounts;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final Clock clock;

	Approvals(Comparisons comparisons, Triage running, SignedIn signedIn, StaffAccounts accounts, Journal journal,
			JdbcClient jdbc, Clock clock) {
		this.comparisons = comparisons;
		this.running = running;
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Puts a candidate forward. A later person takes the place of an earlier one, as long
	 * as nobody has approved.
	 * @param candidate the candidate's rules
	 * @throws Refused when they are not compared yet, need no second look, or are
	 * approved
	 */
	@Transactional
	public void ask(Triage candidate) {
		if (!isReady(candidate)) {
			throw new Refused("rules.ask.not-ready");
		}
		if (of(candidate).filter(Approval::isGiven).isPresent()) {
			throw new Refused("rules.ask.given");
		}
		this.jdbc.sql("delete from rules_approval where candidate = ? and running = ? and approved_at is null")
			.params(candidate.knowledge().sha256(), this.running.knowledge().sha256())
			.update();
		this.jdbc.sql("insert into rules_approval (candidate, running, asked_by, asked_at) values (?, ?, ?, ?)")
			.params(candidate.knowledge().sha256(), this.running.knowledge().sha256(), this.signedIn.member().id(),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.journal.note(Action.CANDIDATE_PUT_FORWARD, new Who.Staff(this.signedIn.member().id()), null);
	}

	/**
	 * Approves a candidate that was put forward.
	 * @param candidate the candidate's rules
	 * @throws Refused when that is not possible now
	 */
	@Transactional
	public void approve(Triage candidate) {
		Refused.because(whyNot(candidate));
		int approved = this.jdbc
			.sql("update rules_approval set approved_by = ?, approved_at = ? where candidate = ? and running = ? "
					+ "and approved_at is null")
			.params(this.signedIn.member().id(), this.clock.instant().atOffset(ZoneOffset.UTC),
					candidate.knowledge().sha256(), this.running.knowledge().sha256())
			.update();
		if (approved == 0) {
			throw new Refused("rules.ask.given");
		}
		this.journal.note(Action.CANDIDATE_APPROVED, new Who.Staff(this.signedIn.member().id()), null);
	}

	/** Why whoever is signed in cannot approve now; empty when they can. */
	Optional<Refusal> whyNot(Triage candidate) {
		Optional<Approval> asked = of(candidate);
		StaffMember member = this.signedIn.member();
		if (!isReady(candidate) || asked.isEmpty() || asked.get().isGiven()) {
			return Optional.of(Refusal.of("rules.approve.nothing"));
		}
		if (member.role() != Role.OWNER) {
			return Optional.of(Refusal.of("rules.approve.owner"));
		}
		if (!asked.get().askedBy().equals(member.id())) {
			return Optional.empty();
		}
		boolean alone = this.accounts.active().stream().allMatch((other) -> other.id().equals(member.id()));
		if (!alone) {
			return Optional.of(Refusal.of("rules.approve.other"));
		}
		return isAfterANight(asked.get().askedAt()) ? Optional.empty() : Optional.of(Refusal.of("rules.approve.night"));
	}

	Optional<Approval> of(Triage candidate) {
		return find(candidate.knowledge().sha256(), this.running.knowledge().sha256());
	}

	Optional<Approval> find(String candidate, String running) {
		return this.jdbc
			.sql("select asked_by, asked_at, approved_by, approved_at from rules_approval "
					+ "where candidate = ? and running = ?")
			.params(candidate, running)
			.query((row, index) -> {
				OffsetDateTime approvedAt = row.getObject(4, OffsetDateTime.class);
				return new Approval(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(),
						row.getObject(3, UUID.class), (approvedAt != null) ? approvedAt.toInstant() : null);
			})
			.optional();
	}

	private boolean isReady(Triage candidate) {
		return this.comparisons.current(candidate)
			.filter(Compared::isFinished)
			.filter(Compared::needsSecondLook)
			.isPresent();
	}

	private boolean isAfterANight(Instant asked) {
		return LocalDate.now(this.clock).isAfter(LocalDate.ofInstant(asked, this.clock.getZone()))
				&& !this.clock.instant().isBefore(asked.plus(NIGHT));
	}

}
