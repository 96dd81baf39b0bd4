package org.backwise.outbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.outbox.Kind.Choice;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** Where people of the practice want to be told what; nothing until they say so. */
@Service
class StaffChoices {

	private final JdbcClient jdbc;

	private final StaffAccounts accounts;

	private final Journal journal;

	StaffChoices(JdbcClient jdbc, StaffAccounts accounts, Journal journal) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.journal = journal;
	}

	/**
	 * What one of them wants.
	 *
	 * @param account who
	 * @param address where to
	 * @param kinds what they ticked
	 */
	record Wanted(UUID account, String address, Set<Choice> kinds) {

		/** Says nothing of the address. */
		@Override
		public String toString() {
			return "what " + this.account + " wants";
		}

	}

	@Transactional(readOnly = true)
	public Optional<Wanted> of(UUID account) {
		return this.jdbc.sql("select * from outbox_staff where account = ?")
			.param(account)
			.query((row, index) -> new Wanted(account, row.getString("address"),
					ClientChoices.read(row.getString("kinds"))))
			.optional();
	}

	/** Who can sign in and wants to be told something. */
	@Transactional(readOnly = true)
	public List<UUID> who(Choice choice) {
		Set<UUID> here = this.accounts.active().stream().map(StaffMember::id).collect(Collectors.toSet());
		return this.jdbc.sql("select account, kinds from outbox_staff order by account")
			.query((row, index) -> new Wanted(row.getObject("account", UUID.class), "",
					ClientChoices.read(row.getString("kinds"))))
			.list()
			.stream()
			.filter((wanted) -> wanted.kinds().contains(choice) && here.contains(wanted.account()))
			.map(Wanted::account)
			.toList();
	}

	/**
	 * Where to tell somebody something; empty when they want it no more or work no more.
	 */
	@Transactional(readOnly = true)
	public Optional<String> address(UUID account, Choice choice) {
		return of(account).filter((wanted) -> wanted.kinds().contains(choice))
			.filter((wanted) -> this.accounts.active().stream().anyMatch((one) -> one.id().equals(account)))
			.map(Wanted::address);
	}

	/** Keeps what somebody wants; without an address nothing. */
	@Transactional
	public void choose(UUID account, String address, Set<Choice> kinds) {
		Wanted next = new Wanted(account, address, address.isEmpty() ? EnumSet.noneOf(Choice.class) : kinds);
		if (of(account).filter(next::equals).isPresent()) {
			return;
		}
		this.jdbc.sql("delete from outbox_staff where account = ?").param(account).update();
		if (!address.isEmpty()) {
			this.jdbc.sql("insert into outbox_staff (account, address, kinds) values (?, ?, ?)")
				.params(account, address, ClientChoices.text(next.kinds()))
				.update();
		}
		this.journal.note(Action.MESSAGES_CHOSEN, new Who.Staff(account), null);
	}

}
