package org.backwise.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.followup.By;
import org.backwise.followup.CheckInDecision;
import org.backwise.followup.Measures;
import org.backwise.followup.Measures.Course;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Assessment.KnowledgeVersion;

import static org.assertj.core.api.Assertions.assertThat;

class TrendViewTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final FollowUp followUp = Objects.requireNonNull(this.base.followUp());

	@Test
	void aClearChangeStaysClearWhenALaterCheckInAsksForNoPain() {
		TrendView view = of(at(0, Moment.START, 8, Course.SAME), at(28, Moment.REVIEW, 2, Course.BETTER),
				at(30, Moment.BETWEEN, null, Course.SAME));
		assertThat(view.pain()).isNotNull();
		assertThat(view.pain().course()).isEqualTo("better");
		assertThat(view.pain().to()).isEqualTo(2);
	}

	@Test
	void theLastOneThatAskedSaysWhichWayItGoes() {
		TrendView view = of(at(0, Moment.START, 8, Course.SAME), at(28, Moment.REVIEW, 2, Course.BETTER),
				at(56, Moment.REVIEW, 7, Course.SAME));
		assertThat(view.pain().course()).isEqualTo("same");
	}

	@Test
	void thePainThatTheFirstOneTookFromTheQuestionnaireCounts() {
		assertThat(of(at(0, Moment.START, null, Course.SAME)).pain().from()).isEqualTo(6);
	}

	@Test
	void aNameThatDoesNotFitIsLeftOut() {
		assertThat(new Chart.Stretch("Every two weeks", 0, 118).isNamed()).isFalse();
		assertThat(new Chart.Stretch("Every two weeks", 0, 119).isNamed()).isTrue();
	}

	private TrendView of(CheckIn... made) {
		return TrendView.of(List.of(made), List.of(), this.base, this.followUp);
	}

	/** A check-in on a day after the start; where it asks for no pain, it measures 6. */
	private CheckIn at(int days, Moment moment, Integer pain, Course course) {
		LocalDate day = START.plusDays(days);
		Map<String, Object> sheet = (pain != null) ? Map.of(this.followUp.roles().pain(), pain) : Map.of();
		Measures measures = new Measures(new Measures.Pain((pain != null) ? pain : 6, 8, 2, 3, course), null, course,
				Response.NONE, false, false);
		CheckInDecision decision = new CheckInDecision(Outcome.GO_ON, null, null, List.of(), List.of(), List.of(),
				List.of(), measures, null, null, List.of(), List.of(), new KnowledgeVersion("1", "0", null));
		return new CheckIn(new CaseId(new UUID(0, 1)), 2 + days, moment, By.CLIENT, Instant.EPOCH, day, sheet, Map.of(),
				List.of(), new CheckIn.Course("weekly", Map.of(), "", 0, List.of(), 1), List.of(), List.of(), decision);
	}

}
