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
import org.backwise.care.CheckInView;
import org.backwise.care.CheckInViews;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionBases;
import org.backwise.care.SessionGate;
import org.backwise.care.SessionTimes;
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

	private final SessionTimes times;

	private final CheckInViews views;

	private final SessionBases bases;

	private final Notes notes;

	private final Words words;

	private final Clock clock;

	SessionPage(CaseFinder cases, Attendance sessions, SessionTimes times, CheckInViews views, SessionBases bases,
			Notes notes, Words words, Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.times = times;
		this.views = views;
		this.bases = bases;
		this.notes = notes;
		this.words = words;
		this.clock = clock;
	}

	void fill(CaseId id, LiveSession session, SessionGate.Asked asked, Model model) {
		Standing standing = asked.standing();
		CheckIn holds = asked.last();
		Optional<Refusal> nothing = this.sessions.whyNothing(standing, session);
		boolean firm = asked.plan().isFirm(session.number());
		boolean due = isDue(asked, session);
		boolean open = session.isOpen() && nothing.isEmpty() && firm && standing.stop().isEmpty();
		Refusal whyNot = open ? asked.whyNot() : null;
		List<Note> written = this.notes.of(id);
		model.addAttribute("visit", session);
		model.addAttribute("at", this.times.of(id).get(session.number()));
		model.addAttribute("seen", session.seen());
		model.addAttribute("markedBy",
				Optional.ofNullable(this.sessions.markedBy(id).get(session.number()))
					.map(this.cases::name)
					.orElse(null));
		model.addAttribute("stop", standing.stop().orElse(null));
		model.addAttribute("nothing", nothing.map((no) -> no.in(this.words)).orElse(null));
		model.addAttribute("forecast", !firm);
		model.addAttribute("open", open);
		model.addAttribute("whyNot", (whyNot != null) ? whyNot.in(this.words) : null);
		model.addAttribute("due", due);
		model.addAttribute("ask", due && firm && holds == null && asked.aloud() != null);
		model.addAttribute("views", views(id, standing, due ? asked.holding() : List.of()));
		model.addAttribute("toConfirm", toConfirm(asked));
		model.addAttribute("step", asked.step());
		model.addAttribute("basis", this.bases.of(id, session, asked.holding()));
		model.addAttribute("lastNote", lastNote(written, session));
		model.addAttribute("noted",
				written.stream()
					.filter((note) -> note.number() == session.number() && note.struck() == null)
					.findFirst()
					.orElse(null));
		model.addAttribute("today", LocalDate.now(this.clock));
	}

	/** What every check-in that holds asks to be ticked, each once. */
	private Collection<CheckInView.Limit> toConfirm(SessionGate.Asked asked) {
		Map<String, CheckInView.Limit> limits = new LinkedHashMap<>();
		asked.holding()
			.stream()
			.flatMap((checkIn) -> this.views.limits(checkIn).stream())
			.filter(CheckInView.Limit::confirm)
			.forEach((limit) -> limits.put(limit.id(), limit));
		return limits.values();
	}

	/** Its day has come, or it is the next one; what is later is not asked about yet. */
	private boolean isDue(SessionGate.Asked asked, LiveSession session) {
		boolean next = asked.plan()
			.coming(asked.live(), LocalDate.now(this.clock))
			.filter((first) -> first.number() == session.number())
			.isPresent();
		return session.isOpen() && (next || !session.day().isAfter(LocalDate.now(this.clock)));
	}

	/** The check-ins that hold; where the care stands still, the one that stopped it. */
	private List<CheckInView> views(CaseId id, Standing standing, List<CheckIn> holding) {
		if (!holding.isEmpty() || !standing.state().refers()) {
			return this.views.of(id, holding);
		}
		return this.views.of(id).stream().filter((view) -> view.outcome().pauses()).findFirst().stream().toList();
	}

	private static @Nullable Note lastNote(List<Note> written, LiveSession session) {
		return written.stream()
			.filter((note) -> note.isSigned() && note.struck() == null && note.number() < session.number())
			.reduce((one, next) -> Objects.requireNonNull(next))
			.orElse(null);
	}

}
