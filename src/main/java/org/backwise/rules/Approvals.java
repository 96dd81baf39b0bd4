package org.backwise.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
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
	 */
	@Transactional
	public void ask(Triage candidate) {
		Optional<Approval> before = of(candidate);
		if (!isReady(candidate) || before.filter(Approval::isGiven).isPresent()) {
			return;
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
	 * @return false when that is not possible now
	 */
	@Transactional
	public boolean approve(Triage candidate) {
		if (whyNot(candidate) != null) {
			return false;
		}
		int approved = this.jdbc
			.sql("update rules_approval set approved_by = ?, approved_at = ? where candidate = ? and running = ? "
					+ "and approved_at is null")
			.params(this.signedIn.member().id(), this.clock.instant().atOffset(ZoneOffset.UTC),
					candidate.knowledge().sha256(), this.running.knowledge().sha256())
			.update();
		if (approved == 1) {
			this.journal.note(Action.CANDIDATE_APPROVED, new Who.Staff(this.signedIn.member().id()), null);
		}
		return approved == 1;
	}

	/** Key of the words that say why whoever is signed in cannot approve now, or null. */
	@Nullable String whyNot(Triage candidate) {
		Optional<Approval> asked = of(candidate);
		StaffMember member = this.signedIn.member();
		if (!isReady(candidate) || asked.isEmpty() || asked.get().isGiven()) {
			return "rules.approve.nothing";
		}
		if (member.role() != Role.OWNER) {
			return "rules.approve.owner";
		}
		if (!asked.get().askedBy().equals(member.id())) {
			return null;
		}
		boolean alone = this.accounts.active().stream().allMatch((other) -> other.id().equals(member.id()));
		if (!alone) {
			return "rules.approve.other";
		}
		return isAfterANight(asked.get().askedAt()) ? null : "rules.approve.night";
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
