package org.backwise.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows of notes, without the rest of the application. */
@DataJpaTest
class StoredNotesTests {

	private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

	private static final Soap SOAP = new Soap("Feels easier", "Moves freely", "Responding", "As planned");

	private final UUID care = UUID.randomUUID();

	@Autowired
	private StoredNotes notes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestEntityManager entities;

	@BeforeEach
	void aCase() {
		this.jdbc.sql("set referential_integrity false").update();
	}

	@Test
	void aSavedNoteIsNotASignedOne() {
		keep(note(1));
		assertThat(this.notes.isSigned(this.care, 1)).isFalse();
		assertThat(this.notes.countByCaseIdAndNumber(this.care, 1)).isOne();
	}

	@Test
	void aNoteOfAnotherSessionOrCaseIsNone() {
		keep(note(1));
		assertThat(this.notes.findByCaseIdAndNumberAndStrike(this.care, 2, 0)).isEmpty();
		assertThat(this.notes.findByCaseIdAndNumberAndStrike(UUID.randomUUID(), 1, 0)).isEmpty();
	}

	@Test
	void areListedInTheOrderOfTheSessions() {
		keep(note(3));
		keep(note(1));
		keep(note(2));
		assertThat(this.notes.findByCaseIdOrderByNumberAscStrikeAsc(this.care)).extracting("number")
			.containsExactly(1, 2, 3);
	}

	@Test
	void whatWasDoneIsKeptAsItWasSaid() {
		Treatment done = new Treatment(List.of("neck", "mid-back-left"), Treatment.Pressure.FIRM, "relaxation", 45,
				"The doctor agreed");
		StoredNote note = note(1);
		note.write(SOAP, done, UUID.randomUUID(), NOW);
		keep(note);
		assertThat(this.notes.findByCaseIdAndNumberAndStrike(this.care, 1, 0).orElseThrow().note().treatment())
			.isEqualTo(done);
	}

	@Test
	void aNoteOfWordsAloneTellsOfNoTreatment() {
		keep(note(1));
		assertThat(this.notes.findByCaseIdAndNumberAndStrike(this.care, 1, 0).orElseThrow().note().treatment())
			.isEqualTo(Treatment.NONE);
	}

	private StoredNote note(int number) {
		StoredNote note = new StoredNote(this.care, number, NOW);
		note.write(SOAP, Treatment.NONE, UUID.randomUUID(), NOW);
		return note;
	}

	private void keep(StoredNote note) {
		this.notes.saveAndFlush(note);
		this.entities.clear();
	}

}
