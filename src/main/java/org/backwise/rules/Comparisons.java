package org.backwise.rules;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Refused;
import org.backwise.rules.Change.Direction;
import org.backwise.rules.ComparedRows.Found;
import org.backwise.rules.ComparedRows.Listed;
import org.backwise.staff.SignedIn;
import org.backwise.triage.Triage;

/**
 * Compares the running rules with the candidate, over all stored intakes and by meaning.
 */
@Service
public class Comparisons {

	private static final Logger logger = LoggerFactory.getLogger(Comparisons.class);

	private static final int PAGE = 500;

	/** Where in the list the other check-ins begin, and where the rounds after them. */
	private static final long AFTER_PAUSED = 1_000_000_000L;

	private static final long AFTER_CHECK_INS = 2_000_000_000L;

	private static final Duration STUCK = Duration.ofMinutes(10);

	private final Candidate candidate;

	private final Triage running;

	private final Replay replay;

	private final CheckInReplay checkInReplay;

	private final DecidedCheckIns checkIns;

	private final DecidedRounds rounds;

	private final ComparedRows rows;

	private final SignedIn signedIn;

	private final Journal journal;

	private final TaskExecutor executor;

	private final Clock clock;

	/**
	 * By the fingerprints of both: it takes seconds, and comes out alike however often.
	 */
	private final Cache<List<String>, Meaning> meanings = Caffeine.newBuilder().maximumSize(4).build();

	Comparisons(Candidate candidate, Triage running, Replay replay, CheckInReplay checkInReplay,
			DecidedCheckIns checkIns, DecidedRounds rounds, ComparedRows rows, SignedIn signedIn, Journal journal,
			TaskExecutor applicationTaskExecutor, Clock clock) {
		this.candidate = candidate;
		this.running = running;
		this.replay = replay;
		this.checkInReplay = checkInReplay;
		this.checkIns = checkIns;
		this.rounds = rounds;
		this.rows = rows;
		this.signedIn = signedIn;
		this.journal = journal;
		this.executor = applicationTaskExecutor;
		this.clock = clock;
	}

	/**
	 * Begins a comparison in the background, unless one of the same two is under way.
	 * @throws Refused when there is nothing to compare with
	 * @throws org.backwise.knowledge.KnowledgeException when the candidate cannot be used
	 */
	@Transactional
	public void begin() {
		Triage rules = this.candidate.rules().orElseThrow(() -> new Refused("rules.compare.nothing"));
		if (current(rules).filter(this::isUnderWay).isPresent()) {
			return;
		}
		UUID comparison = this.rows.begin(rules.knowledge().sha256(), this.running.knowledge().sha256(),
				this.clock.instant());
		this.journal.note(Action.CANDIDATE_COMPARED, new Who.Staff(this.signedIn.member().id()), null);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Comparisons.this.executor.execute(() -> run(comparison, rules));
			}

		});
	}

	boolean isUnderWay(Compared compared) {
		return !compared.isFinished() && compared.progressedAt().plus(STUCK).isAfter(this.clock.instant());
	}

	Optional<Compared> current(Triage rules) {
		return this.rows.find(rules.knowledge().sha256(), this.running.knowledge().sha256());
	}

	List<Listed> page(Compared compared, Direction direction, long after, int most) {
		return this.rows.page(compared.id(), direction, after, most);
	}

	private void run(UUID comparison, Triage rules) {
		try {
			Map<Direction, Long> counts = new EnumMap<>(Direction.class);
			long seen = checkIns(comparison, rules, counts);
			UUID last = null;
			while (seen >= 0) {
				List<DecidedSheet> page = this.rounds.after(last, PAGE);
				this.rows.add(comparison, found(page, rules, AFTER_CHECK_INS + seen, counts));
				seen += page.size();
				if (!this.rows.progress(comparison, seen, counts, this.clock.instant())) {
					return;
				}
				if (page.isEmpty()) {
					break;
				}
				last = page.get(page.size() - 1).caseId();
			}
			this.rows.finish(comparison, meaning(this.running.knowledge(), rules.knowledge()), this.clock.instant());
		}
		catch (RuntimeException ex) {
			logger.error("The comparison of the rules with the candidate stopped", ex);
		}
	}

	private Meaning meaning(KnowledgeBase running, KnowledgeBase other) {
		return this.meanings.get(
				List.of(running.sha256(), running.language().sha256(), other.sha256(), other.language().sha256()),
				(fingerprints) -> Meaning.of(running, other));
	}

	/**
	 * First the check-ins, and of those first the ones whose paused plan would go on; how
	 * many there were, or -1 when a newer comparison took the place of this one.
	 */
	private long checkIns(UUID comparison, Triage rules, Map<Direction, Long> counts) {
		long seen = 0;
		List<UUID> page = this.checkIns.cases(null, PAGE);
		while (!page.isEmpty()) {
			List<Found> found = new ArrayList<>();
			for (UUID caseId : page) {
				for (DecidedCheckIn one : this.checkIns.of(caseId)) {
					seen++;
					Change change = this.checkInReplay.under(rules, one);
					if (!change.isNone()) {
						counts.merge(change.direction(), 1L, Long::sum);
						found.add(new Found(CheckInReplay.letsGoOn(change) ? seen : AFTER_PAUSED + seen, caseId,
								one.reference(), change));
					}
				}
			}
			this.rows.add(comparison, found);
			if (!this.rows.progress(comparison, seen, counts, this.clock.instant())) {
				return -1;
			}
			page = this.checkIns.cases(page.get(page.size() - 1), PAGE);
		}
		return seen;
	}

	private List<Found> found(List<DecidedSheet> page, Triage rules, long before, Map<Direction, Long> counts) {
		List<Found> found = new ArrayList<>();
		long position = before;
		for (DecidedSheet sheet : page) {
			position++;
			Change change = this.replay.under(rules, sheet);
			if (!change.isNone()) {
				counts.merge(change.direction(), 1L, Long::sum);
				found.add(new Found(position, sheet.caseId(), sheet.reference(), change));
			}
		}
		return found;
	}

}
