package org.backwise.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.AgreedTime;
import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Act;
import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.Clearance;
import org.backwise.cases.Contact;
import org.backwise.cases.ContactWords;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.notes.Note;
import org.backwise.notes.Notes;
import org.backwise.staff.StaffAccounts;
import org.backwise.triage.Assessment;

/** What stands of one case in each file. */
@Component
class CaseTables {

	private static final Map<TakenOut, List<String>> HEADERS = Map.of(TakenOut.CASES,
			List.of("Reference", "Sent at", "Consent version", "Consented at", "Age band", "Guardian agreed at", "Name",
					"Contact", "Outcome", "Level", "Rules that referred", "Rules that limit", "Rules version", "State",
					"State since", "Plan technique", "Plan begins", "Plan sessions", "Plan minutes", "Cleared by",
					"Cleared on", "Limits of the clearance", "Therapist"),
			TakenOut.ANSWERS,
			List.of("Reference", "Round", "Kind", "Sent at", "Question id", "Question", "Answer ids", "Answer"),
			TakenOut.SESSIONS, List.of("Reference", "Session", "Phase", "Technique", "Planned day", "Day", "State",
					"Begins at", "Minutes", "Therapist", "Room", "Cancelled by", "Stopped by", "Reason"),
			TakenOut.NOTES,
			List.of("Reference", "Session", "Kind", "At", "Therapist", "Subjective", "Objective", "Assessment", "Plan",
					"Reason", "Text", "Areas", "Pressure", "Technique", "Minutes", "Why beyond the limits", "Note",
					"Counts"));

	/** No therapist has looked at its plan yet. */
	private static final String PROPOSED = "PROPOSED";

	/** A therapist decided against its plan. */
	private static final String DECLINED = "DECLINED";

	/** Its plan rests or is over. */
	private static final String STOPPED = "STOPPED";

	private final LifeCycle lifeCycle;

	private final Rounds rounds;

	private final CheckInRounds checkIns;

	private final CarePlans plans;

	private final Attendance sessions;

	private final SessionTimes times;

	private final Assignments assignments;

	private final Notes notes;

	private final StaffAccounts staff;

	private final ContactWords contacts;

	CaseTables(LifeCycle lifeCycle, Rounds rounds, CheckInRounds checkIns, CarePlans plans, Attendance sessions,
			SessionTimes times, Assignments assignments, Notes notes, StaffAccounts staff, ContactWords contacts) {
		this.lifeCycle = lifeCycle;
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.plans = plans;
		this.sessions = sessions;
		this.times = times;
		this.assignments = assignments;
		this.notes = notes;
		this.staff = staff;
		this.contacts = contacts;
	}

	static List<String> headers(TakenOut file) {
		return HEADERS.getOrDefault(file, List.of());
	}

	/** The rows of one case, in the order of the headers. */
	List<List<@Nullable Object>> rows(TakenOut file, Case theCase) {
		return switch (file) {
			case CASES -> List.of(theCase(theCase));
			case ANSWERS -> answers(theCase);
			case SESSIONS -> sessions(theCase);
			case NOTES -> notes(theCase);
			default -> throw new IllegalArgumentException("Not a table of cases: " + file);
		};
	}

	private List<@Nullable Object> theCase(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		Assessment first = this.rounds.first(theCase.id()).assessment();
		Optional<CarePlan> plan = this.plans.of(theCase.id());
		Optional<Clearance> clearance = this.lifeCycle.clearance(theCase.id());
		Optional<Contact> contact = theCase.contact();
		return row(theCase.reference(), theCase.sentAt(), theCase.consent().version(), theCase.consent().at(),
				theCase.consent().ageBand(), theCase.consent().guardianAt(), contact.map(Contact::name).orElse(null),
				contact.map(this.contacts::of).orElse(null), first.outcome(), standing.level(),
				ids(first.findings().stream().map((finding) -> finding.rule())),
				ids(first.cautions().stream().map((caution) -> caution.rule())), first.knowledge().version(),
				standing.state(), since(theCase, standing), plan.map(CarePlan::technique).orElse(null),
				plan.map(CarePlan::firstDay).orElse(null), plan.map((of) -> of.sessions().size()).orElse(null),
				plan.map(CarePlan::minutes).orElse(null), clearance.map(Clearance::by).orElse(null),
				clearance.map(Clearance::on).orElse(null), clearance.map(Clearance::limits).orElse(null),
				this.assignments.of(theCase.id()).flatMap(this.staff::nameOf).orElse(null));
	}

	/** The last step that led to where it stands; following up leads nowhere. */
	private static Instant since(Case theCase, Standing standing) {
		return standing.steps()
			.stream()
			.filter((step) -> step.act() != Act.FOLLOW_UP)
			.reduce((one, next) -> next)
			.map(CaseStep::at)
			.orElse(theCase.sentAt());
	}

	private static String ids(Stream<String> rules) {
		return rules.distinct().collect(Collectors.joining(" "));
	}

	private List<List<@Nullable Object>> answers(Case theCase) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (Round round : this.rounds.of(theCase.id())) {
			round.answers()
				.forEach((answer) -> rows
					.add(answer(theCase, round.number(), round.kind().name(), round.sentAt(), answer)));
		}
		this.checkIns.of(theCase.id())
			.forEach((checkIn) -> checkIn.answers()
				.forEach((answer) -> rows
					.add(answer(theCase, checkIn.number(), Round.Kind.CHECK_IN.name(), checkIn.sentAt(), answer))));
		return rows;
	}

	private static List<@Nullable Object> answer(Case theCase, int round, String kind, Instant at,
			AnsweredQuestion answer) {
		return row(theCase.reference(), round, kind, at, answer.question(), answer.asked(),
				String.join(" ", answer.options()),
				(answer.number() != null) ? answer.number() : String.join("; ", answer.words()));
	}

	private List<List<@Nullable Object>> sessions(Case theCase) {
		List<LiveSession> sessions = this.sessions.of(theCase.id());
		Map<Integer, AgreedTime> times = sessions.isEmpty() ? Map.of() : this.times.of(theCase.id());
		Standing standing = this.lifeCycle.standing(theCase);
		return sessions.stream()
			.map((session) -> session(theCase, standing, session, Optional.ofNullable(times.get(session.number()))))
			.toList();
	}

	private List<@Nullable Object> session(Case theCase, Standing standing, LiveSession session,
			Optional<AgreedTime> at) {
		String state = state(standing, session);
		Optional<CaseStep> stop = state.equals(STOPPED) || state.equals(DECLINED) ? standing.stop() : Optional.empty();
		return row(theCase.reference(), session.number(), session.session().phase(), session.session().technique(),
				session.planned(), session.day(), state, at.map(AgreedTime::start).orElse(null),
				at.map(AgreedTime::minutes).orElse(null), at.map(AgreedTime::therapist).orElse(null),
				at.map(AgreedTime::room).orElse(null), session.cancelledBy(), stop.map(CaseStep::act).orElse(null),
				stop.map(CaseStep::reason).orElse(null));
	}

	/** What became of it; of one still open, whether its plan lets it come at all. */
	private String state(Standing standing, LiveSession session) {
		if (!session.isOpen() || this.sessions.whyNothing(standing, session).isEmpty()) {
			return session.state().name();
		}
		return (standing.state() == CaseState.DECLINED) ? DECLINED : standing.stop().isPresent() ? STOPPED : PROPOSED;
	}

	/**
	 * A session may have several notes: those that were struck, and the one that counts.
	 * All that belongs to one has the same place among them.
	 */
	private List<List<@Nullable Object>> notes(Case theCase) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		Map<UUID, String> names = new HashMap<>();
		List<Note> notes = this.notes.of(theCase.id());
		Map<Integer, Integer> struckSoFar = new HashMap<>();
		for (Note note : notes) {
			Note.Amendment struck = note.struck();
			int place = (struck != null) ? struckSoFar.merge(note.number(), 1, Integer::sum)
					: 1 + (int) notes.stream()
						.filter((one) -> one.number() == note.number() && one.struck() != null)
						.count();
			rows.add(note(theCase, note, place, names));
			note.amendments().forEach((added) -> rows.add(added(theCase, note, place, "ADDED", added, names)));
			if (struck != null) {
				rows.add(added(theCase, note, place, "ENTERED_IN_ERROR", struck, names));
			}
		}
		return rows;
	}

	private List<@Nullable Object> note(Case theCase, Note note, int place, Map<UUID, String> names) {
		return row(theCase.reference(), note.number(), kind(note), note.isSigned() ? note.signedAt() : note.savedAt(),
				name(note.author(), names), note.soap().subjective(), note.soap().objective(), note.soap().assessment(),
				note.soap().plan(), null, null, String.join(" ", note.treatment().areas()), note.treatment().pressure(),
				note.treatment().technique(), note.treatment().minutes(), note.treatment().beyond(), place,
				counts(note));
	}

	/** One that was struck was signed too, and counts no more. */
	private static String kind(Note note) {
		return (note.struck() != null) ? "STRUCK" : note.isSigned() ? "SIGNED" : "DRAFT";
	}

	private static String counts(Note note) {
		return (note.struck() != null) ? "NO" : note.isSigned() ? "YES" : "NOT_YET";
	}

	private List<@Nullable Object> added(Case theCase, Note note, int place, String kind, Note.Amendment added,
			Map<UUID, String> names) {
		return row(theCase.reference(), note.number(), kind, added.at(), name(added.author(), names), null, null, null,
				null, added.reason(), added.text(), null, null, null, null, null, place, counts(note));
	}

	private String name(UUID account, Map<UUID, String> names) {
		return names.computeIfAbsent(account, (id) -> this.staff.nameOf(id).orElse(""));
	}

	private static List<@Nullable Object> row(@Nullable Object... cells) {
		return Arrays.asList(cells);
	}

}
