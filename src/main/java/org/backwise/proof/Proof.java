package org.backwise.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.ProofReport.RuleProof;
import org.backwise.proof.ProofReport.StillPlanned;
import org.backwise.proof.ProofReport.Witness;
import org.jspecify.annotations.Nullable;

/**
 * Settles what is true of a knowledge base for every answer sheet that exists. Built from
 * the same files as the decisions, by code that shares nothing with them. Numbers are
 * those that the build made, for the rules it made them of.
 */
public final class Proof {

	private static final Duration NO_LIMIT = Duration.ofDays(1);

	private final KnowledgeBase base;

	private final ProofWork work;

	private final long end;

	private final long begin = System.nanoTime();

	private final List<Property> properties = new ArrayList<>();

	private final List<Witness> witnesses = new ArrayList<>();

	private final List<String> leftOut = new ArrayList<>();

	private List<RuleProof> rules = List.of();

	private List<Witness> care = List.of();

	private List<StillPlanned> stillPlanned = List.of();

	private Proof(KnowledgeBase base, Duration budget) {
		this.end = this.begin + budget.toNanos();
		this.base = base;
		this.work = new ProofWork(base);
	}

	/**
	 * Proves everything.
	 * @param base the knowledge base
	 * @return the whole report
	 */
	public static ProofReport of(KnowledgeBase base) {
		return within(base, NO_LIMIT);
	}

	/**
	 * Proves all that may hurt somebody, however long it takes, and of the rest what can
	 * be done in a time. What was not begun in time is named in the report.
	 * @param base the knowledge base
	 * @param budget after how long nothing more is begun that could hurt nobody
	 * @return the report
	 */
	public static ProofReport within(KnowledgeBase base, Duration budget) {
		Proof proof = new Proof(base, budget);
		CareProofs care = new CareProofs(base, proof.end);
		CompletableFuture<Void> beside = CompletableFuture.runAsync(care::work);
		SignProofs signs = new SignProofs(proof.work);
		ReachProofs reach = new ReachProofs(proof.work);
		proof.safety(signs, reach);
		FollowUp followUp = base.followUp();
		if (followUp != null) {
			Property claim = Promises.kept().care().claim("F-pain-level");
			proof.prove(claim, () -> signs.higher(followUp.roles().pain()));
		}
		proof.step("which signs still allow a plan", () -> proof.stillPlanned = signs.stillPlanned());
		proof.step("which outcomes and phases can be reached", () -> {
			proof.witnesses.addAll(reach.outcomes());
			proof.witnesses.addAll(reach.phases());
		});
		care.work();
		beside.join();
		proof.take(care.made());
		proof.courses();
		return proof.made(proof.leftOut.isEmpty() ? BuildNumbers.of(base.sha256()).orElse(null) : null);
	}

	/** The safety properties of the questionnaire alone. */
	static ProofReport safetyOf(KnowledgeBase base) {
		Proof proof = new Proof(base, NO_LIMIT);
		proof.safety(new SignProofs(proof.work), new ReachProofs(proof.work));
		return proof.made(null);
	}

	private void take(CareProof care) {
		this.properties.addAll(care.properties());
		this.leftOut.addAll(care.leftOut());
		this.care = care.witnesses();
	}

	/** What the build proved of whole courses. */
	private void courses() {
		CourseNumbers.of(this.base.sha256())
			.ifPresent((found) -> found.proved()
				.forEach((claim) -> this.properties.add(Promises.kept().care().claim(claim))));
	}

	private ProofReport made(@Nullable BuildNumbers numbers) {
		if (numbers != null) {
			numbers.proved().forEach((claim) -> this.properties.add(Promises.kept().claim(claim)));
			this.witnesses.addAll(numbers.witnesses());
		}
		return new ProofReport(this.base.about().version(), this.base.sha256(), List.copyOf(this.properties),
				(numbers != null) ? numbers.counts() : null, this.rules, List.copyOf(this.witnesses), this.care,
				this.stillPlanned, List.copyOf(this.leftOut), Duration.ofNanos(System.nanoTime() - this.begin));
	}

	/** What may hurt most comes first. */
	private void safety(SignProofs signs, ReachProofs reach) {
		PromiseProofs promises = new PromiseProofs(this.work);
		OutcomeProofs outcomes = new OutcomeProofs(this.work);
		prove(Promises.ASKED, new AskedProofs(this.work, this.base)::asked);
		Stream.concat(Promises.kept().situations().keySet().stream(), PromiseProofs.PLANS.stream())
			.forEach((id) -> prove(id, () -> promises.proof(id)));
		prove("S-more", () -> signs.more().or(promises::massageDecidesNothing));
		prove("one-outcome", outcomes::oneOutcome);
		prove("emergency-is-certain", outcomes::emergencyIsCertain);
		prove("danger-is-asked-first", outcomes::dangerIsNotAskedLate);
		prove("signs-are-heeded", signs::heededSigns);
		prove("exclusions-only-add-up", signs::addingASignToExclusions);
		prove("unsure-counts-as-stated", signs::unsureCountsAsStated);
		prove("every-rule-can-fire", () -> {
			this.rules = reach.rules();
			return reach.deadRule(this.rules);
		});
		prove("excluded-stays-out", outcomes::excludedIsOffered);
	}

	private void prove(String claim, Supplier<Optional<Failure>> proof) {
		prove(Promises.kept().claim(claim), proof);
	}

	/** Want of time is no reason to begin without a promise. */
	private void prove(Property property, Supplier<Optional<Failure>> proof) {
		Runnable work = () -> this.properties.add(proof.get().map(property::brokenBy).orElse(property));
		if (property.kind() == Property.Kind.SAFETY) {
			work.run();
		}
		else {
			step(property.title(), work);
		}
	}

	private void step(String what, Runnable work) {
		if (System.nanoTime() > this.end) {
			this.leftOut.add(what);
		}
		else {
			work.run();
		}
	}

}
