package org.backwise.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/**
 * Which notes are still to be signed: those of sessions that took place, and drafts. An
 * index finds them, however many notes there are.
 */
@Service
public class UnsignedNotes {

	/** So many are listed, the oldest first. */
	static final int MOST = 200;

	private static final String KEPT = " from session_mark m left join soap_note n on n.case_id = m.case_id"
			+ " and n.number = m.number and n.strike = 0 ";

	private static final String KEPT_WHERE = " where m.note_signed = false and m.state = 'KEPT'";

	private static final String DRAFTS = " from soap_note n left join session_mark m on m.case_id = n.case_id"
			+ " and m.number = n.number ";

	private static final String DRAFTS_WHERE = " where n.strike = 0 and n.signed_at is null"
			+ " and (m.state is null or m.state <> 'KEPT')";

	private static final String KEPT_MINE = " and (m.marked_by = ? or n.author = ?)";

	private static final String DRAFTS_MINE = " and n.author = ?";

	private final JdbcClient jdbc;

	private final StaffAccounts staff;

	private final Clock clock;

	UnsignedNotes(JdbcClient jdbc, StaffAccounts staff, Clock clock) {
		this.jdbc = jdbc;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * How many notes are still to be signed.
	 * @param account whose: of those who said that a session took place, or began the
	 * draft; null for everybody's
	 * @return a number
	 */
	@Transactional(readOnly = true)
	public int count(@Nullable UUID account) {
		String mine = (account != null) ? KEPT_MINE : "";
		String drafts = (account != null) ? DRAFTS_MINE : "";
		JdbcClient.StatementSpec statement = this.jdbc.sql("select (select count(*)" + KEPT + KEPT_WHERE + mine
				+ ") + (select count(*)" + DRAFTS + DRAFTS_WHERE + drafts + ")");
		return ((account != null) ? statement.params(account, account, account) : statement).query(Integer.class)
			.single();
	}

	/**
	 * The notes that are still to be signed.
	 * @param account whose, null for everybody's
	 * @return the oldest first, and not more than some hundred
	 */
	@Transactional(readOnly = true)
	public List<UnsignedNote> of(@Nullable UUID account) {
		List<StaffMember> people = this.staff.all();
		String client = " join care_case c on c.id = %s.case_id left join case_contact p on p.case_id = c.id";
		List<UnsignedNote> found = new ArrayList<>(list(
				"select c.reference, p.name, m.number, m.live_day, m.marked_by, n.author, n.saved_at" + KEPT
						+ client.formatted("m") + KEPT_WHERE + ((account != null) ? KEPT_MINE : "")
						+ " order by m.live_day, c.reference, m.number limit " + MOST,
				(account != null) ? List.of(account, account) : List.of(), people));
		found.addAll(list(
				"select c.reference, p.name, n.number, null as live_day, null as marked_by, n.author, n.saved_at"
						+ DRAFTS + client.formatted("n") + DRAFTS_WHERE + ((account != null) ? DRAFTS_MINE : "")
						+ " order by n.saved_at, c.reference, n.number limit " + MOST,
				(account != null) ? List.of(account) : List.of(), people));
		return found.stream()
			.sorted(Comparator.comparing(UnsignedNote::day)
				.thenComparing(UnsignedNote::reference)
				.thenComparingInt(UnsignedNote::number))
			.limit(MOST)
			.toList();
	}

	private List<UnsignedNote> list(String sql, List<UUID> params, List<StaffMember> people) {
		return this.jdbc.sql(sql).params(params).query((row, index) -> row(row, people)).list();
	}

	private UnsignedNote row(ResultSet row, List<StaffMember> people) throws SQLException {
		LocalDate day = row.getObject(4, LocalDate.class);
		UUID author = row.getObject(6, UUID.class);
		UUID by = (day != null) ? row.getObject(5, UUID.class) : author;
		String name = row.getString(2);
		return new UnsignedNote(row.getString(1), (name != null) ? name : "–", row.getInt(3),
				(day != null) ? day
						: LocalDate.ofInstant(row.getObject(7, OffsetDateTime.class).toInstant(), this.clock.getZone()),
				day != null, author != null,
				people.stream()
					.filter((person) -> person.id().equals(by))
					.map(StaffMember::name)
					.findFirst()
					.orElse("–"));
	}

}
