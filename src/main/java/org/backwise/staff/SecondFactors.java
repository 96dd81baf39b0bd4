package org.backwise.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.jspecify.annotations.Nullable;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;

/**
 * Passkeys as an optional second step after the password, and recovery codes (Spring
 * Security's one-time tokens) as the way back when the device is lost. Both are made and
 * removed on the account page only; Spring Security's other ways to do so are refused.
 */
@Service
class SecondFactors implements UserCredentialRepository, OneTimeTokenService {

	private static final int CODES = 8;

	private final JdbcClient jdbc;

	private final UserCredentialRepository passkeys;

	private final StoredAccounts accounts;

	private final Journal journal;

	private final Clock clock;

	SecondFactors(JdbcClient jdbc, JdbcOperations operations, StoredAccounts accounts, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.passkeys = new JdbcUserCredentialRepository(operations);
		this.accounts = accounts;
		this.journal = journal;
		this.clock = clock;
	}

	/** Whether the password alone is not enough. */
	boolean isAskedOf(UUID account) {
		return this.jdbc.sql("select count(*) from user_credentials where user_entity_user_id = ?")
			.param(PasskeyPeople.handle(account).toBase64UrlString())
			.query(Long.class)
			.single() > 0;
	}

	List<CredentialRecord> passkeysOf(UUID account) {
		return findByUserId(PasskeyPeople.handle(account));
	}

	long codesLeft(UUID account) {
		return this.jdbc.sql("select count(*) from staff_recovery_code where account = ?")
			.param(account)
			.query(Long.class)
			.single();
	}

	/** New recovery codes in place of the old ones; they are shown once. */
	@Transactional
	List<String> newCodes(Account account) {
		this.jdbc.sql("delete from staff_recovery_code where account = ?").param(account.id()).update();
		List<String> codes = Stream.generate(SecretLink::code).limit(CODES).toList();
		codes.forEach((code) -> this.jdbc.sql("insert into staff_recovery_code (hash, account) values (?, ?)")
			.params(SecretLink.hash(code), account.id())
			.update());
		this.journal.note(Action.RECOVERY_CODES_MADE, new Who.Staff(account.id()), account.id());
		return codes;
	}

	/**
	 * Removes one of their own passkeys.
	 * @throws Refused when it is not theirs, or gone already
	 */
	@Transactional
	void remove(Account account, String passkey) {
		remove(account,
				passkeysOf(account.id()).stream()
					.filter((record) -> record.getCredentialId().toBase64UrlString().equals(passkey))
					.findFirst()
					.orElseThrow(() -> new Refused("staff.account.second.gone")));
	}

	@Transactional
	void removeAll(Account account) {
		passkeysOf(account.id()).forEach((record) -> remove(account, record));
		this.jdbc.sql("delete from staff_recovery_code where account = ?").param(account.id()).update();
	}

	private void remove(Account account, CredentialRecord record) {
		this.passkeys.delete(record.getCredentialId());
		this.journal.note(Action.SECOND_FACTOR_REMOVED, new Who.Staff(account.id()), account.id());
	}

	/** Keeps a new passkey, or that a known one was used. */
	@Override
	@Transactional
	public void save(CredentialRecord record) {
		boolean known = this.passkeys.findByCredentialId(record.getCredentialId()) != null;
		this.passkeys.save(record);
		if (!known) {
			UUID account = PasskeyPeople.account(record.getUserEntityUserId());
			this.journal.note(Action.SECOND_FACTOR_ADDED, new Who.Staff(account), account);
		}
	}

	@Override
	public void delete(Bytes credential) {
		throw new AccessDeniedException("Passkeys are removed on the account page");
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
		return this.passkeys.findByCredentialId(credential);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes user) {
		return this.passkeys.findByUserId(user);
	}

	@Override
	public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
		throw new AccessDeniedException("Recovery codes are made on the account page");
	}

	/** Uses a recovery code up, for whoever has given their password just before. */
	@Override
	@Transactional
	public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken typed) {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		String code = String.valueOf(typed.getTokenValue()).strip().toLowerCase(Locale.ROOT);
		Account account = (current != null) ? this.accounts.bySignInName(current.getName()).orElse(null) : null;
		if (account == null || this.jdbc.sql("delete from staff_recovery_code where hash = ? and account = ?")
			.params(SecretLink.hash(code), account.id())
			.update() == 0) {
			return null;
		}
		Instant now = this.clock.instant();
		return new DefaultOneTimeToken(code, account.signInName(), now);
	}

}
