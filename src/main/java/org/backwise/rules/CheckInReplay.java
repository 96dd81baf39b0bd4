package org.backwise.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.followup.CheckInDecision;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.followup.CheckInReading;
import org.backwise.followup.CheckInTriage;
import org.backwise.followup.CheckInsInForce;
import org.backwise.rules.Change.Direction;
import org.backwise.rules.Change.Point;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Triage;

/**
 * Decides stored check-ins again, and lays two decisions on the same answers side by
 * side.
 */
@Component
class CheckInReplay {

	private final DecidedCheckIns checkIns;

	private final KnowledgeArchive archive;

	private final CheckInsInForce running;

	private final Map<Triage, CheckInTriage> compiled = new ConcurrentHashMap<>();

	CheckInReplay(DecidedCheckIns checkIns, KnowledgeArchive archive, CheckInsInForce running) {
		this.checkIns = checkIns;
		this.archive = archive;
		this.running = running;
	}

	/**
	 * A check-in decided again.
	 *
	 * @param day its day
	 * @param decidedBy the rules that decided then
	 * @param then what differs under those same rules; anything but nothing is a fault
	 * @param now what differs under the rules that run now
	 */
	record Replayed(LocalDate day, KnowledgeVersion decidedBy, Change then, Change now) {
	}

	/** The check-ins of a case, under their own rules and under those that run now. */
	List<Replayed> of(UUID caseId) {
		return this.checkIns.of(caseId)
			.stream()
			.map((one) -> new Replayed(one.sheet().day(), one.decision().knowledge(),
					change(one, one.decision(), rules(this.archive.of(one.decision().knowledge()))),
					change(one, one.decision(), this.running.triage())))
			.toList();
	}

	/**
	 * What a candidate would change against the rules that run now; where those could not
	 * decide either, against what was decided then.
	 */
	Change under(Triage candidate, DecidedCheckIn one) {
		CheckInReading now = this.running.triage().read(one.episode(), one.sheet());
		CheckInDecision before = now.isComplete() ? this.running.triage().decide(now) : one.decision();
		return change(one, before, rules(candidate));
	}

	/** Whether a plan that is paused would go on. */
	static boolean letsGoOn(Change change) {
		return change.points().stream().anyMatch((point) -> point.kind().equals("goes-on"));
	}

	private @Nullable CheckInTriage rules(Triage triage) {
		return (triage.knowledge().followUp() != null) ? this.compiled.computeIfAbsent(triage, CheckInTriage::new)
				: null;
	}

	private static Change change(DecidedCheckIn one, CheckInDecision before, @Nullable CheckInTriage rules) {
		if (rules == null) {
			return new Change(Direction.UNDECIDED, List.of(new Point("asks", "", "")));
		}
		CheckInReading reading = rules.read(one.episode(), one.sheet());
		if (reading.isComplete()) {
			return between(before, rules.decide(reading));
		}
		Set<String> asks = new TreeSet<>(reading.missing());
		return new Change(Direction.UNDECIDED, List.of(new Point("asks", "", String.join(", ", asks))));
	}

	/** The milder outcome protects less; so do fewer cautions under the same one. */
	static Change between(CheckInDecision before, CheckInDecision after) {
		List<Point> points = new ArrayList<>();
		boolean looser = before.outcome().isStricterThan(after.outcome());
		boolean tighter = after.outcome().isStricterThan(before.outcome());
		if (looser && before.outcome().pauses() && !after.outcome().pauses()) {
			points.add(new Point("goes-on", before.outcome().toString(), after.outcome().toString()));
		}
		else if (looser || tighter) {
			points.add(new Point("check-in", before.outcome().toString(), after.outcome().toString()));
		}
		Set<String> gone = new TreeSet<>(cautions(before));
		Set<String> added = new TreeSet<>(cautions(after));
		gone.removeAll(cautions(after));
		added.removeAll(cautions(before));
		if (!gone.isEmpty() || !added.isEmpty()) {
			points.add(new Point("cautions", String.join(", ", gone), String.join(", ", added)));
			looser |= !gone.isEmpty();
			tighter |= !added.isEmpty();
		}
		Set<String> fell = new TreeSet<>(rules(before));
		Set<String> fired = new TreeSet<>(rules(after));
		fell.removeAll(rules(after));
		fired.removeAll(rules(before));
		if (!fell.isEmpty() || !fired.isEmpty()) {
			points.add(new Point("rules", String.join(", ", fell), String.join(", ", fired)));
		}
		if (points.isEmpty()) {
			return new Change(Direction.SAME, List.of());
		}
		return new Change(looser ? Direction.LOOSER : tighter ? Direction.TIGHTER : Direction.OTHER,
				List.copyOf(points));
	}

	private static Set<String> cautions(CheckInDecision decided) {
		return decided.cautions().stream().map((caution) -> caution.caution()).collect(Collectors.toSet());
	}

	/** That nothing else held is no difference. */
	private static Set<String> rules(CheckInDecision decided) {
		return decided.rules()
			.stream()
			.filter((rule) -> rule.outcome() != Outcome.GO_ON)
			.map((rule) -> rule.rule())
			.collect(Collectors.toSet());
	}

}
