package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.journal.StaffNames;
import org.backwise.practice.Phone;
import org.backwise.triage.Assessment;

/** Who the client is, what they answered and what was decided. */
@Component
@Order(1)
class CasePersonalData implements PersonalData {

	private final CaseRows cases;

	private final Rounds rounds;

	private final CheckInRows checkIns;

	private final Clearances clearances;

	private final DoctorVisits visits;

	private final SuitingTimes suits;

	private final Assignments assignments;

	private final StaffNames names;

	private final RecordWords words;

	CasePersonalData(CaseRows cases, Rounds rounds, CheckInRows checkIns, Clearances clearances, DoctorVisits visits,
			SuitingTimes suits, Assignments assignments, StaffNames names, RecordWords words) {
		this.cases = cases;
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.clearances = clearances;
		this.visits = visits;
		this.suits = suits;
		this.assignments = assignments;
		this.names = names;
		this.words = words;
	}

	@Override
	public String part() {
		return "questionnaire";
	}

	@Override
	public @Nullable Object held(CaseId id) {
		return this.cases.find(id.value()).map(this::part).orElse(null);
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		return this.cases.find(id.value())
			.map((theCase) -> this.words.of(theCase, this.rounds.of(id), this.checkIns.of(id),
					this.clearances.of(id).orElse(null), this.visits.of(id), this.suits.of(id).orElse(null),
					therapist(id)));
	}

	/** Who looks after the client, null for nobody. */
	private @Nullable String therapist(CaseId id) {
		return this.assignments.of(id).flatMap(this.names::nameOf).orElse(null);
	}

	private Part part(Case theCase) {
		List<Round> all = this.rounds.of(theCase.id());
		Round first = all.get(0);
		Optional<Round> later = all.stream()
			.filter((round) -> round.kind() == Round.Kind.CLEARED)
			.reduce((one, next) -> next);
		Details details = theCase.contact()
			.map((contact) -> new Details(contact.name(), contact.phone(), contact.email(), contact.willCall(),
					contact.other(), first.firstDay(), this.suits.of(theCase.id()).map(Said::of).orElse(null)))
			.orElse(null);
		return new Part(theCase.reference(), theCase.sentAt(), theCase.openedAt().orElse(null), theCase.consent(),
				details, first.answers(), first.changes(), first.assessment(),
				this.clearances.of(theCase.id()).orElse(null), later.map(Round::answers).orElse(null),
				later.map(Round::assessment).orElse(null), this.checkIns.of(theCase.id()), this.visits.of(theCase.id()),
				therapist(theCase.id()));
	}

	/** When sessions suit them; an empty list for any. */
	record Said(List<String> days, List<String> partsOfTheDay) {

		static Said of(Suits suits) {
			return new Said(suits.days().stream().map((day) -> day.name().toLowerCase(Locale.ROOT)).toList(),
					suits.parts().stream().map(Object::toString).toList());
		}

		@Override
		public String toString() {
			return "what suits";
		}

	}

	/** Who the client is, when they would like to begin and when sessions suit them. */
	record Details(String name, @Nullable Phone phone, @Nullable String email, boolean willCall, @Nullable String reach,
			@Nullable LocalDate firstDay, @Nullable Said suits) {

		@Override
		public String toString() {
			return "details";
		}

	}

	/** What the download says. */
	record Part(String reference, Instant sentAt, @Nullable Instant firstOpenedAt, Consent consent,
			@Nullable Details details, List<AnsweredQuestion> answers, List<ChangedAnswer> changedAnswers,
			Assessment decision, @Nullable Clearance clearance, @Nullable List<AnsweredQuestion> answersAfterClearance,
			@Nullable Assessment decisionAfterClearance, List<CheckIn> checkIns, List<DoctorVisit> doctorVisits,
			@Nullable String therapist) {

		@Override
		public String toString() {
			return "a questionnaire";
		}

	}

}
