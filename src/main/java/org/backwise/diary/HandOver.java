package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.desk.OthersSessions;
import org.backwise.diary.StoredAppointments.Said;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * Gives the sessions to come of a case to another therapist, at the times they have.
 * Whether somebody else is there then is asked by whoever gives them.
 */
@Service
class HandOver implements OthersSessions {

	private final StoredAppointments stored;

	private final DiaryRows rows;

	private final Attendance sessions;

	private final Cases cases;

	private final SignedIn signedIn;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	HandOver(StoredAppointments stored, DiaryRows rows, Attendance sessions, Cases cases, SignedIn signedIn,
			Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.stored = stored;
		this.rows = rows;
		this.sessions = sessions;
		this.cases = cases;
		this.signedIn = signedIn;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<ToCome> notWith(CaseId id, UUID therapist) {
		LocalDate today = LocalDate.now(this.clock);
		return this.rows.of(id.value())
			.stream()
			.filter((row) -> row.pending() && !row.day().isBefore(today))
			.filter((row) -> !therapist.equals(row.at().therapist()))
			.map((row) -> new ToCome(row.number(), row.day(), row.at().start(), row.at().therapist()))
			.sorted(Comparator.comparing(ToCome::day).thenComparing(ToCome::number))
			.toList();
	}

	@Override
	@Transactional
	public void give(CaseId id, UUID therapist, String seen) {
		this.cases.lock(id).orElseThrow(() -> new Refused("care.unknown"));
		this.stored.lock();
		List<ToCome> given = notWith(id, therapist);
		if (given.isEmpty()) {
			return;
		}
		if (!OthersSessions.seen(given).equals(seen)) {
			throw new Refused("diary.hand-over.stale");
		}
		Set<Integer> numbers = given.stream().map(ToCome::number).collect(Collectors.toSet());
		UUID by = this.signedIn.member().id();
		next(this.stored.of(id), this.sessions.of(id), numbers, therapist)
			.forEach((said) -> this.stored.put(id, said, by, this.clock.instant()));
		this.journal.note(Action.SESSION_TIMED, new Who.Staff(by), id.value());
		this.events.publishEvent(new Appointments.Changed(id));
	}

	/**
	 * What is to be said from the first session on that is given: first what holds for
	 * later ones too, for that ends all that was said before, then each that differs.
	 */
	private static List<Said> next(List<Said> said, List<LiveSession> live, Set<Integer> given, UUID to) {
		int first = given.stream().min(Comparator.naturalOrder()).orElseThrow();
		Stream<Said> usual = Stream.concat(rule(said, first).map((one) -> at(one, first, true, to)).stream(),
				said.stream()
					.filter((one) -> one.later() && one.number() > first)
					.map((one) -> at(one, one.number(), true, to)));
		Stream<Said> single = said.stream()
			.filter((one) -> !one.later() && one.number() >= first)
			.map((one) -> given.contains(one.number()) ? at(one, one.number(), false, to) : one);
		Stream<Said> kept = live.stream()
			.map(LiveSession::number)
			.filter((number) -> number >= first && !given.contains(number))
			.filter((number) -> said.stream().noneMatch((one) -> !one.later() && one.number() == number))
			.flatMap((number) -> rule(said, number).map((one) -> at(one, number, false, one.therapist())).stream());
		return Stream.of(usual, single, kept).flatMap((some) -> some).toList();
	}

	/** What was said last of a session and those before it. */
	private static Optional<Said> rule(List<Said> said, int number) {
		return said.stream().filter((one) -> one.later() && one.number() <= number).reduce((one, next) -> next);
	}

	private static Said at(Said said, int number, boolean later, @Nullable UUID therapist) {
		return new Said(number, later, said.start(), said.minutes(), therapist, said.room());
	}

}
