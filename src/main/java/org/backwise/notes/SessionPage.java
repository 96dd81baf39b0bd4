package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckInView;
import org.backwise.care.CheckIns;
import org.backwise.care.CheckInViews;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanSteps;
import org.backwise.care.SessionBases;
import org.backwise.care.SessionGate;
import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Standing;
import org.backwise.practice.Refusal;
import org.backwise.practice.Words;

/** Everything that a therapist has to know in front of one session, for its page. */
@Component
class SessionPage {

	private final CaseFinder cases;

	private final Attendance sessions;

	private final SessionGate gate;

	private final CarePlans plans;

	private final PlanSteps steps;

	private final CheckIns checkIns;

	private final CheckInViews views;

	private final SessionBases bases;

	private final Notes notes;

	private final AskAloud aloud;

	private final Words words;

	private final Clock clock;

	SessionPage(CaseFinder cases, Attendance sessions, SessionGate gate, CarePlans plans, PlanSteps steps,
			CheckIns checkIns, CheckInViews views, SessionBases bases, Notes notes, AskAloud aloud, Words words,
			Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.gate = gate;
		this.plans = plans;
		this.steps = steps;
		this.checkIns = checkIns;
		this.views = views;
		this.bases = bases;
		this.notes = notes;
		this.aloud = aloud;
		this.words = words;
		this.clock = clock;
	}

	/** The day on which a session took place, as long as nobody says otherwise. */
	LocalDate day(CaseId id, LiveSession session) {
		LocalDate today = LocalDate.now(this.clock);
		boolean isHeld = !session.day().isAfter(today) && this.checkIns.holding(id, session.day()).isPresent();
		return (isHeld || (session.day().isBefore(today) && this.checkIns.holding(id, today).isEmpty())) ? session.day()
				: today;
	}

	void fill(CaseId id, LiveSession session, Model model) {
		LocalDate day = day(id, session);
		Standing standing = this.cases.standing(id);
		CheckIn holds = this.checkIns.holding(id, day).orElse(null);
		Optional<Refusal> nothing = this.sessions.whyNothing(id, session);
		boolean firm = this.plans.of(id).orElseThrow().isFirm(session.number());
		boolean due = isDue(id, session);
		boolean open = session.isOpen() && nothing.isEmpty() && firm && standing.stop().isEmpty();
		Optional<Refusal> whyNot = open ? this.gate.whyNot(id, session.number(), day) : Optional.empty();
		model.addAttribute("visit", session);
		model.addAttribute("seen", session.seen());
		model.addAttribute("markedBy",
				Optional.ofNullable(this.sessions.markedBy(id).get(session.number()))
					.map(this.cases::name)
					.orElse(null));
		model.addAttribute("stop", standing.stop().orElse(null));
		model.addAttribute("nothing", nothing.map((no) -> no.in(this.words)).orElse(null));
		model.addAttribute("forecast", !firm);
		model.addAttribute("open", open);
		model.addAttribute("whyNot", whyNot.map((no) -> no.in(this.words)).orElse(null));
		model.addAttribute("due", due);
		model.addAttribute("ask", due && firm && holds == null && this.aloud.isPossible(id));
		model.addAttribute("view", view(id, standing, due ? holds : null));
		model.addAttribute("toConfirm", toConfirm(id, day));
		model.addAttribute("step", this.steps.waiting(id).orElse(null));
		model.addAttribute("basis", this.bases.of(id, session, holds));
		model.addAttribute("lastNote", lastNote(id, session));
		model.addAttribute("noted", this.notes.find(id, session.number()).orElse(null));
		model.addAttribute("today", LocalDate.now(this.clock));
	}

	/** What every check-in that holds asks to be ticked, each once. */
	private Collection<CheckInView.Limit> toConfirm(CaseId id, LocalDate day) {
		Map<String, CheckInView.Limit> limits = new LinkedHashMap<>();
		this.checkIns.allHolding(id, day)
			.stream()
			.flatMap((checkIn) -> this.views.of(checkIn).cautions().stream())
			.filter(CheckInView.Limit::confirm)
			.forEach((limit) -> limits.put(limit.id(), limit));
		return limits.values();
	}

	/** Its day has come, or it is the next one; what is later is not asked about yet. */
	private boolean isDue(CaseId id, LiveSession session) {
		boolean next = this.sessions.of(id)
			.stream()
			.filter(LiveSession::isOpen)
			.findFirst()
			.filter((first) -> first.number() == session.number())
			.isPresent();
		return session.isOpen() && (next || !session.day().isAfter(LocalDate.now(this.clock)));
	}

	/** The check-in that holds; where the care stands still, the one that stopped it. */
	private @Nullable CheckInView view(CaseId id, Standing standing, @Nullable CheckIn holds) {
		if (holds != null) {
			return this.views.of(holds);
		}
		List<CheckInView> all = this.views.of(id);
		return standing.state().refers() && !all.isEmpty() && all.get(0).outcome().pauses() ? all.get(0) : null;
	}

	private @Nullable Note lastNote(CaseId id, LiveSession session) {
		return this.notes.of(id)
			.stream()
			.filter((note) -> note.isSigned() && note.struck() == null && note.number() < session.number())
			.reduce((one, next) -> Objects.requireNonNull(next))
			.orElse(null);
	}

}
