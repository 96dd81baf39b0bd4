package org.backwise.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** Decides stored intakes again. */
@Service
public class Replay {

	private final DecidedRounds rounds;

	private final CheckInReplay checkIns;

	private final KnowledgeArchive archive;

	private final Triage running;

	Replay(DecidedRounds rounds, CheckInReplay checkIns, KnowledgeArchive archive, Triage running) {
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.archive = archive;
		this.running = running;
	}

	/**
	 * A case decided again, under its own rules and under those that run now.
	 * @param reference the reference of the case, as it came
	 * @param account who looks
	 * @return every round of it, empty when there is no such case
	 */
	public Optional<List<Replayed>> of(String reference, UUID account) {
		return whole(reference, account).map(Whole::rounds);
	}

	/** The rounds of a case and its check-ins, decided again. */
	record Whole(List<Replayed> rounds, List<CheckInReplay.Replayed> checkIns) {
	}

	Optional<Whole> whole(String reference, UUID account) {
		return this.rounds.read(reference, account)
			.map((sheets) -> new Whole(sheets.stream().map(this::replayed).toList(),
					this.checkIns.of(sheets.get(0).caseId())));
	}

	private Replayed replayed(DecidedSheet sheet) {
		Triage own = this.archive.of(sheet.assessment().knowledge());
		return new Replayed(sheet.cleared(), sheet.assessment().knowledge(), change(sheet, sheet.assessment(), own),
				change(sheet, sheet.assessment(), this.running));
	}

	/**
	 * What a candidate would change against the rules that run now; where those could not
	 * decide either, against what was decided then.
	 */
	Change under(Triage candidate, DecidedSheet sheet) {
		Reading now = read(this.running, sheet);
		Assessment before = now.isComplete() ? this.running.assess(now) : sheet.assessment();
		return change(sheet, before, candidate);
	}

	private static Change change(DecidedSheet sheet, Assessment before, Triage rules) {
		Reading reading = read(rules, sheet);
		if (reading.isComplete()) {
			return Comparison.between(before, rules.assess(reading));
		}
		if (isFreeOfReferral(reading, rules) && before.level() != null) {
			return Comparison.noLongerReferred(before);
		}
		return reading.isReferral() ? Comparison.undecided(before, reading, rules.findings(reading))
				: Comparison.undecided(reading);
	}

	/**
	 * All safety questions are answered and none refers; only those about massage are
	 * missing.
	 */
	private static boolean isFreeOfReferral(Reading reading, Triage rules) {
		return reading.level() == null && reading.problems().isEmpty()
				&& reading.missing()
					.stream()
					.allMatch((question) -> rules.knowledge().isAboutMassage(rules.knowledge().question(question)));
	}

	private static Reading read(Triage rules, DecidedSheet sheet) {
		return sheet.cleared() ? rules.readCleared(sheet.sheet()) : rules.read(sheet.sheet());
	}

	/**
	 * A decision made again.
	 *
	 * @param cleared whether it is the one after a clearance
	 * @param decidedBy the rules that decided then
	 * @param then what differs under those same rules; anything but nothing is a fault
	 * @param now what differs under the rules that run now
	 */
	public record Replayed(boolean cleared, Assessment.KnowledgeVersion decidedBy, Change then, Change now) {
	}

}
