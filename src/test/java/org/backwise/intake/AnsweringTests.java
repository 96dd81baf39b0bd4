package org.backwise.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.JoinedCases;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.LinkToken;
import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** A page that was sent is read once as it lay there and once with the page laid over. */
class AnsweringTests {

	private static final LinkToken TOKEN = new LinkToken("a-draft-of-somebody");

	private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Triage triage = spy(new Triage(this.base));

	private final StoredDrafts stored = mock();

	private final Cases cases = mock();

	private final InForce rules = new InForce(this.triage, Map.of(), () -> "en");

	private final JsonMapper json = new JsonMapper();

	private final DraftReader reader = new DraftReader(this.rules, this.cases, this.json);

	private final Drafts drafts = new Drafts(this.stored, this.reader, this.rules, mock(Rounds.class), this.cases,
			this.json, Clock.fixed(NOW, ZoneOffset.UTC), () -> Duration.ofDays(7));

	private final Sending sending = new Sending(this.drafts, this.reader, this.cases, mock(Rounds.class),
			mock(JoinedCases.class));

	private final StoredDraft row = new StoredDraft(UUID.randomUUID(), TOKEN.hash(), new Consent("test", NOW),
			NOW.plusSeconds(60));

	@Test
	void pageThatIsKeptIsReadTwice() {
		lies();
		Answered answered = this.sending.answer(TOKEN, page("nerve-signs"), Map.of("nerve-signs", List.of("none")),
				false);
		assertThat(answered).isInstanceOf(Answered.Kept.class);
		assertThat(this.row.answers()).isEqualTo("{\"nerve-signs\":[\"none\"]}");
		verify(this.triage, times(2)).read(any());
		verify(this.stored, times(1)).lockOpen(any(), any());
	}

	@Test
	void emergencyIsSentWithoutAnotherReading() {
		lies();
		Answered answered = this.sending.answer(TOKEN, page("nerve-signs"),
				Map.of("nerve-signs", List.of("saddle-numbness")), false);
		assertThat(answered).isEqualTo(new Answered.Sent(TOKEN.result(), true));
		verify(this.triage, times(2)).read(any());
		verify(this.cases, times(1)).open(any(), any(), any(), any());
		verify(this.stored, times(1)).lockOpen(any(), any());
		verify(this.stored, times(1)).delete(this.row);
	}

	@Test
	void pageWithoutAnAnswerIsNotKept() {
		lies();
		assertThat(this.sending.answer(TOKEN, page("nerve-signs"), Map.of(), false))
			.isInstanceOf(Answered.Problems.class);
		assertThat(this.row.answers()).isEqualTo("{}");
	}

	@Test
	void laterPageIsEarlyAndReadOnce() {
		lies();
		assertThat(this.sending.answer(TOKEN, page("age"), Map.of("age", 41), false))
			.isInstanceOf(Answered.Early.class);
		verify(this.triage, times(1)).read(any());
	}

	@Test
	void alteredAnswerIsNoted() {
		lies();
		this.sending.answer(TOKEN, page("nerve-signs"), Map.of("nerve-signs", List.of("none")), false);
		clearInvocations(this.triage);
		this.sending.answer(TOKEN, page("nerve-signs"), Map.of("nerve-signs", List.of("both-legs")), false);
		assertThat(this.row.changes()).contains("nerve-signs");
		verify(this.triage, times(2)).read(any());
	}

	@Test
	void withoutADraftNothingIsRead() {
		when(this.stored.lockOpen(any(), any())).thenReturn(Optional.empty());
		assertThat(this.sending.answer(TOKEN, page("age"), Map.of(), false)).isEqualTo(new Answered.Gone());
		assertThat(this.drafts.answerDetails(TOKEN, null, "")).isEqualTo(new Answered.Gone());
		verify(this.triage, times(0)).read(any());
	}

	@Test
	void detailsBeforeTheQuestionsAreEarly() {
		lies();
		assertThat(this.drafts.answerDetails(TOKEN, null, "")).isInstanceOf(Answered.Early.class);
		verify(this.triage, times(1)).read(any());
	}

	@Test
	void unfinishedDraftIsNotSent() {
		lies();
		assertThat(this.sending.send(TOKEN)).isInstanceOf(Answered.Early.class);
		verify(this.triage, times(1)).read(any());
	}

	private void lies() {
		when(this.stored.lockOpen(any(), any())).thenReturn(Optional.of(this.row));
	}

	private String page(String question) {
		return this.base.question(question).page();
	}

}
