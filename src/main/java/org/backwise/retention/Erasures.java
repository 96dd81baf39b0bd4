package org.backwise.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.PersonalData;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Dates;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;

/** The wishes of clients to be forgotten, and the practice's answers. */
@Service
public class Erasures implements PersonalData {

	private static final int MOST = 200;

	private final StoredRequests stored;

	private final Cases cases;

	private final Eraser eraser;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Words words;

	private final Dates dates;

	private final Clock clock;

	Erasures(StoredRequests stored, Cases cases, Eraser eraser, SignedIn signedIn, Journal journal, Words words,
			Dates dates, Clock clock) {
		this.stored = stored;
		this.cases = cases;
		this.eraser = eraser;
		this.signedIn = signedIn;
		this.journal = journal;
		this.words = words;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * A client asks to be forgotten. Asked twice, the first time counts, unless the
	 * practice has said no since.
	 * @param intake the intake
	 */
	@Transactional
	public void ask(CaseId intake) {
		this.cases.lock(intake);
		Optional<StoredRequest> before = this.stored.findById(intake.value());
		if (before.isPresent() && before.get().request().isOpen()) {
			return;
		}
		StoredRequest request = before.orElseGet(() -> new StoredRequest(intake.value(), this.clock.instant()));
		request.askAgain(this.clock.instant());
		this.stored.saveAndFlush(request);
		this.journal.note(Action.ERASURE_ASKED, new Who.Client(intake.value()), intake.value());
	}

	/**
	 * The wish of a client.
	 * @param intake the intake
	 * @return empty when they did not ask
	 */
	@Transactional(readOnly = true)
	public Optional<ErasureRequest> of(CaseId intake) {
		return this.stored.findById(intake.value()).map(StoredRequest::request);
	}

	/**
	 * The wishes that wait for an answer.
	 * @return the oldest first
	 */
	@Transactional(readOnly = true)
	public List<ErasureRequest> open() {
		return this.stored.findByRefusedAtIsNullOrderByAskedAt(Limit.of(MOST))
			.stream()
			.map(StoredRequest::request)
			.toList();
	}

	/**
	 * Forgets a client who asked for it. For the owner only.
	 * @param intake the intake
	 * @throws Refused when nobody asked, or it is answered already
	 */
	@Transactional
	public void erase(CaseId intake) {
		StaffMember owner = this.signedIn.owner();
		if (of(intake).filter(ErasureRequest::isOpen).isEmpty()
				|| !this.eraser.erase(intake, Action.ERASED, new Who.Staff(owner.id()))) {
			throw new Refused("retention.answer.not-open");
		}
	}

	/**
	 * Says no for now. For the owner only.
	 * @param intake the intake
	 * @param reason why
	 * @param explanation the same in own words, for the client
	 * @throws Refused when nobody asked, or it is answered already
	 */
	@Transactional
	public void refuse(CaseId intake, ErasureRequest.Reason reason, String explanation) {
		StaffMember owner = this.signedIn.owner();
		this.cases.lock(intake);
		StoredRequest request = this.stored.findById(intake.value())
			.filter((row) -> row.request().isOpen())
			.orElseThrow(() -> new Refused("retention.answer.not-open"));
		request.refuse(owner.id(), this.clock.instant(), reason, explanation);
		this.stored.saveAndFlush(request);
		this.journal.note(Action.ERASURE_REFUSED, new Who.Staff(owner.id()), intake.value());
	}

	@Override
	public String part() {
		return "erasure-request";
	}

	@Override
	public @Nullable Object held(CaseId intake) {
		return of(intake)
			.map((request) -> new Part(request.askedAt(), request.refusedAt(), request.reason(), request.explanation()))
			.orElse(null);
	}

	@Override
	public Optional<Line> printed(CaseId intake) {
		return of(intake).map((request) -> {
			List<Line> lines = new ArrayList<>();
			lines.add(new Line(this.words.of("retention.record.asked"), this.dates.moment(request.askedAt())));
			if (request.refusedAt() != null && request.reason() != null) {
				lines.add(new Line(this.words.of("retention.record.refused"), this.dates.moment(request.refusedAt())));
				lines.add(new Line(this.words.of("retention.record.reason"),
						this.words.of("retention.reason." + request.reason())));
			}
			if (request.explanation() != null && !request.explanation().isBlank()) {
				lines.add(new Line(this.words.of("retention.record.explanation"), request.explanation()));
			}
			return new Line(this.words.of("retention.record.title"), lines);
		});
	}

	/** What is needed for a claim is used until the practice says so. */
	@Override
	public Optional<Instant> lastUsed(CaseId intake) {
		return of(intake).filter((request) -> request.reason() == ErasureRequest.Reason.CLAIM)
			.map(ErasureRequest::refusedAt);
	}

	/** What the download says. */
	record Part(Instant askedAt, @Nullable Instant refusedAt, ErasureRequest.@Nullable Reason reason,
			@Nullable String explanation) {
	}

}
