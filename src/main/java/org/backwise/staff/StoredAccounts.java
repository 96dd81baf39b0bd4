package org.backwise.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.practice.FormText;
import org.backwise.storage.OncePerPage;

/** The accounts in the database. */
@Repository
class StoredAccounts {

	private final JdbcClient jdbc;

	StoredAccounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from staff_account").query(Long.class).single() == 0;
	}

	Optional<Account> find(UUID id) {
		return this.jdbc.sql("select * from staff_account where id = ?")
			.param(id)
			.query(StoredAccounts::account)
			.optional();
	}

	Optional<Account> bySignInName(String typed) {
		return this.jdbc.sql("select * from staff_account where sign_in_name = ?")
			.param(canonical(typed))
			.query(StoredAccounts::account)
			.optional();
	}

	/** Everybody: few enough to be read whole, and once for a page. */
	@OncePerPage
	List<Account> all() {
		return this.jdbc.sql("select * from staff_account order by created_at, id")
			.query(StoredAccounts::account)
			.list();
	}

	void add(Account account, Instant now) {
		this.jdbc
			.sql("insert into staff_account (id, name, sign_in_name, password, role, enabled, created_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?)")
			.params(account.id(), account.name(), account.signInName(), account.password(), account.role().name(),
					account.enabled(), now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Links back into the account were good for the old password only. */
	void password(UUID id, String hash) {
		this.jdbc.sql("update staff_account set password = ? where id = ?").params(hash, id).update();
		removeLinks(id);
	}

	private void removeLinks(UUID id) {
		this.jdbc.sql("delete from staff_link where account = ?").param(id).update();
	}

	/** Whether anything changed. */
	boolean enabled(UUID id, boolean enabled) {
		removeLinks(id);
		return this.jdbc.sql("update staff_account set enabled = ? where id = ? and enabled = ?")
			.params(enabled, id, !enabled)
			.update() == 1;
	}

	/** Upper and lower case and what nobody can see make no difference. */
	static String canonical(String typed) {
		return FormText.line(typed).text().toLowerCase(Locale.ROOT);
	}

	private static Account account(ResultSet row, int index) throws SQLException {
		return new Account(row.getObject("id", UUID.class), row.getString("name"), row.getString("sign_in_name"),
				row.getString("password"), Role.valueOf(row.getString("role")), row.getBoolean("enabled"));
	}

}
