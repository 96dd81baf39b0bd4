package org.backwise.staff;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The accounts as passkeys see them: the account's id is the handle. They are made by
 * invitation and never deleted, so Spring Security's ways to do either are refused like
 * any other forbidden request.
 */
@Component
class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {

	private final StoredAccounts accounts;

	PasskeyPeople(StoredAccounts accounts) {
		this.accounts = accounts;
	}

	static Bytes handle(UUID account) {
		return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(account.getMostSignificantBits())
			.putLong(account.getLeastSignificantBits())
			.array());
	}

	static UUID account(Bytes handle) {
		ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
		return new UUID(bytes.getLong(), bytes.getLong());
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		return entity(this.accounts.find(account(handle)));
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String signInName) {
		return entity(this.accounts.bySignInName(signInName));
	}

	private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Account> account) {
		return account
			.map((found) -> ImmutablePublicKeyCredentialUserEntity.builder()
				.id(handle(found.id()))
				.name(found.signInName())
				.displayName(found.name())
				.build())
			.orElse(null);
	}

	@Override
	public void save(PublicKeyCredentialUserEntity entity) {
		throw new AccessDeniedException("Accounts are made by invitation");
	}

	@Override
	public void delete(Bytes handle) {
		throw new AccessDeniedException("Accounts are disabled, not deleted");
	}

}
