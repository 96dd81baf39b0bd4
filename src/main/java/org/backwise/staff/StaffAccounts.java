package org.backwise.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.StaffNames;
import org.backwise.journal.Who;

/** The people with an account. */
@Service
public class StaffAccounts implements StaffNames {

	private final StoredAccounts stored;

	private final SecondFactors secondFactors;

	private final Sessions sessions;

	private final KnownBrowsers browsers;

	private final PasswordEncoder encoder;

	private final Journal journal;

	private final Clock clock;

	StaffAccounts(StoredAccounts stored, SecondFactors secondFactors, Sessions sessions, KnownBrowsers browsers,
			PasswordEncoder encoder, Journal journal, Clock clock) {
		this.browsers = browsers;
		this.stored = stored;
		this.secondFactors = secondFactors;
		this.sessions = sessions;
		this.encoder = encoder;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Somebody who has or had an account.
	 * @param id the account's id
	 * @return empty if there was never such an account
	 */
	@Transactional(readOnly = true)
	public Optional<StaffMember> find(UUID id) {
		return this.stored.find(id).map(Account::member);
	}

	/** Everybody with an account, disabled ones too, in the order they came. */
	@Transactional(readOnly = true)
	public List<StaffMember> all() {
		return this.stored.all().stream().map(Account::member).toList();
	}

	/** Everybody who can sign in now. */
	@Transactional(readOnly = true)
	public List<StaffMember> active() {
		return this.stored.all().stream().filter(Account::enabled).map(Account::member).toList();
	}

	/** Everybody who works here or did, in the order they came. */
	@Transactional(readOnly = true)
	public List<Colleague> colleagues() {
		return this.stored.all()
			.stream()
			.map((account) -> new Colleague(account.id(), account.name(), account.enabled()))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> nameOf(UUID account) {
		return this.stored.all().stream().filter((one) -> one.id().equals(account)).findFirst().map(Account::name);
	}

	/**
	 * Makes an account without an invitation, such as the demo's.
	 * @param name what people read
	 * @param signInName what is typed to sign in
	 * @param password the password; its strength is the caller's matter
	 * @param role what they may do
	 * @return who has the account
	 */
	@Transactional
	public StaffMember open(String name, String signInName, String password, Role role) {
		StaffMember member = add(name, signInName, password, role);
		this.journal.note(Action.ACCOUNT_CREATED, new Who.System(), member.id());
		return member;
	}

	/** Whether nobody has an account yet. */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.stored.isEmpty();
	}

	StaffMember add(String name, String signInName, String password, Role role) {
		Account account = new Account(UUID.randomUUID(), name, StoredAccounts.canonical(signInName), hash(password),
				role, true);
		this.stored.add(account, this.clock.instant());
		return account.member();
	}

	/** Ends every session of theirs at once. */
	@Transactional
	void disable(UUID id, StaffMember by) {
		Account account = this.stored.find(id).orElseThrow();
		if (this.stored.enabled(id, false)) {
			this.sessions.endAll(account.signInName(), null);
			this.browsers.forget(id);
			this.journal.note(Action.ACCOUNT_DISABLED, new Who.Staff(by.id()), id);
		}
	}

	@Transactional
	void enable(UUID id, StaffMember by) {
		if (this.stored.enabled(id, true)) {
			this.journal.note(Action.ACCOUNT_ENABLED, new Who.Staff(by.id()), id);
		}
	}

	/** Whoever changes the password stays signed in here and nowhere else. */
	@Transactional
	void changePassword(Account account, String password, @Nullable String thisSession) {
		this.stored.password(account.id(), hash(password));
		this.sessions.endAll(account.signInName(), thisSession);
		this.browsers.forget(account.id());
		this.journal.note(Action.PASSWORD_CHANGED, new Who.Staff(account.id()), account.id());
	}

	@Transactional
	void signOutEverywhere(Account account) {
		this.sessions.endAll(account.signInName(), null);
		this.browsers.forget(account.id());
		this.journal.note(Action.SIGNED_OUT, new Who.Staff(account.id()), null);
	}

	/** The way back after a lost password or device. */
	@Transactional
	void startAgain(UUID id, String password) {
		Account account = this.stored.find(id).orElseThrow();
		changePassword(account, password, null);
		this.secondFactors.removeAll(account);
	}

	private String hash(String password) {
		return java.util.Objects.requireNonNull(this.encoder.encode(password));
	}

}
