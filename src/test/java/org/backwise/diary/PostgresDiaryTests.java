package org.backwise.diary;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.PostgresTest;
import org.backwise.cases.Case;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/** A day of the diary on a real PostgreSQL. */
@PostgresTest
class PostgresDiaryTests extends DiaryScenario {

	@Autowired
	private DiaryRows rows;

	@Test
	void sessionsGetTimesMoveAndClash() {
		Case there = inCare("there");
		Case client = inCare("client");
		usual(there, "10:00", "Theo Therapist");
		send(there, Moment.START, java.util.Map.of());
		keep(there, 1);
		assertThat(post(client, 2, form(client, 2, "10:30", "Theo Therapist", "scope", "later"))).hasStatus(422)
			.bodyText()
			.contains("has another session 10:00–11:00");
		assertThat(post(client, 1, form(client, 1, "12:30", null, "scope", "later", "day", "2027-03-02")))
			.hasStatus3xxRedirection();
		assertThat(session(client, 2).day()).isEqualTo("2027-03-09");
		assertThat(get("/desk/today")).hasStatusOk().bodyText().contains("10:00–11:00", "Note to sign");
		assertThat(get("/desk/diary?view=week")).hasStatusOk().bodyText().contains("12:30–13:30", "Nobody yet");
		assertThat(get("/desk/cases/" + client.reference() + "/time")).hasStatusOk();
		assertThat(this.rows.clashes(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 12, 31))).isEmpty();
		assertThat(this.rows.next(LocalDate.of(2027, 3, 2))).containsExactly(LocalDate.of(2027, 3, 8));
		assertThat(this.rows.left(LocalDate.of(2027, 3, 3))).extracting(DiaryRow::reference)
			.containsExactly(client.reference());
	}

}
