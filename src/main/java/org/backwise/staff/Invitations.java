package org.backwise.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.staff.Invitation.Kind;

/** One-time links that make an account or lead back into one. */
@Service
class Invitations {

	private static final Duration SHORT = Duration.ofHours(24);

	private static final Duration LONG = Duration.ofDays(3);

	private final JdbcClient jdbc;

	private final StaffAccounts accounts;

	private final Journal journal;

	private final Clock clock;

	Invitations(JdbcClient jdbc, StaffAccounts accounts, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.journal = journal;
		this.clock = clock;
	}

	/** The secret of a link to the owner's account. */
	@Transactional
	String setUp() {
		return make(Kind.SET_UP, null, SHORT);
	}

	@Transactional
	String invite(StaffMember by) {
		this.journal.note(Action.ACCOUNT_INVITED, new Who.Staff(by.id()), null);
		return make(Kind.INVITE, null, LONG);
	}

	@Transactional
	String startAgain(UUID account, Who by) {
		this.accounts.find(account).orElseThrow();
		this.journal.note(Action.WAY_BACK_OFFERED, by, account);
		return make(Kind.START_AGAIN, account, SHORT);
	}

	private String make(Kind kind, @Nullable UUID account, Duration life) {
		this.jdbc.sql("delete from staff_link where expires_at < ?").param(now()).update();
		String secret = SecretLink.random();
		this.jdbc.sql("insert into staff_link (hash, kind, account, expires_at) values (?, ?, ?, ?)")
			.params(SecretLink.hash(secret), kind.name(), account, now().plus(life))
			.update();
		return secret;
	}

	/** What a link is good for now; empty for a used, expired or made-up one. */
	@Transactional(readOnly = true)
	Optional<Invitation> behind(String secret) {
		return this.jdbc.sql("select kind, account from staff_link where hash = ? and expires_at > ?")
			.params(SecretLink.hash(secret), now())
			.query(Invitations::invitation)
			.optional()
			.filter((invitation) -> invitation.kind() != Kind.SET_UP || this.accounts.isEmpty());
	}

	/**
	 * Uses a link up.
	 * @param secret the link's secret
	 * @param form who they are and their password, checked before
	 * @param andFirst what else is done with the owner's account
	 * @return false if the link is not good any more
	 */
	@Transactional
	boolean accept(String secret, JoinForm form, Consumer<UUID> andFirst) {
		Invitation invitation = behind(secret).orElse(null);
		if (invitation == null || !useUp(secret, invitation.kind())) {
			return false;
		}
		UUID account = invitation.account();
		if (account != null) {
			this.accounts.startAgain(account, form.passwordText());
			return true;
		}
		boolean first = invitation.kind() == Kind.SET_UP;
		StaffMember member = this.accounts.add(form.nameText(), form.signInNameText(), form.passwordText(),
				first ? Role.OWNER : Role.THERAPIST);
		this.journal.note(first ? Action.ACCOUNT_SET_UP : Action.ACCOUNT_CREATED, new Who.Staff(member.id()),
				member.id());
		if (first) {
			andFirst.accept(member.id());
		}
		return true;
	}

	/**
	 * With one link to the owner's account go all of them: whoever comes second waits
	 * here and finds none.
	 */
	private boolean useUp(String secret, Kind kind) {
		JdbcClient.StatementSpec links = (kind == Kind.SET_UP)
				? this.jdbc.sql("delete from staff_link where kind = ?").param(kind.name())
				: this.jdbc.sql("delete from staff_link where hash = ?").param(SecretLink.hash(secret));
		return links.update() > 0;
	}

	private java.time.OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Invitation invitation(ResultSet row, int index) throws SQLException {
		return new Invitation(Kind.valueOf(row.getString("kind")), row.getObject("account", UUID.class));
	}

}
