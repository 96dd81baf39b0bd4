package org.backwise.followup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment;
import org.backwise.triage.Conditions;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** What the therapist minds at the next session, and the technique chosen again. */
class NextSession {

	private final Triage triage;

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final Conditions conditions;

	/** Each as it is reported; null for one that is about new limits. */
	private final @Nullable FiredCaution[] cautions;

	NextSession(Triage triage, FollowUp followUp, Triage checkIns, Situation situation) {
		this.triage = triage;
		this.base = triage.knowledge();
		this.followUp = followUp;
		this.conditions = checkIns
			.compile(followUp.cautions().stream().<Condition>map(CareRules.Caution::when).toList());
		this.cautions = followUp.cautions()
			.stream()
			.map((caution) -> situation.isAboutLimits(caution) ? null : fired(caution, List.of()))
			.toArray(FiredCaution[]::new);
	}

	List<FiredCaution> cautions(Answers answers, List<String> newLimits) {
		BitSet holds = this.conditions.holding(answers);
		if (holds.isEmpty()) {
			return List.of();
		}
		List<FiredCaution> cautions = new ArrayList<>(holds.cardinality());
		for (int i = holds.nextSetBit(0); i >= 0; i = holds.nextSetBit(i + 1)) {
			FiredCaution always = this.cautions[i];
			cautions.add((always != null) ? always : fired(this.followUp.cautions().get(i), newLimits));
		}
		return List.copyOf(cautions);
	}

	private FiredCaution fired(CareRules.Caution caution, List<String> limits) {
		List<String> excludes = Stream
			.of(caution.excludes(),
					(caution.as() != null) ? this.base.caution(caution.as()).excludes() : List.<String>of(),
					limits.stream().flatMap((rule) -> this.base.caution(rule).excludes().stream()).toList())
			.flatMap(List::stream)
			.distinct()
			.toList();
		return new FiredCaution(caution.id(), caution.isConfirmed(), excludes, limits);
	}

	/** Rules that limit a plan on today's answers and did not when it began. */
	List<String> newLimits(Reading today, Episode episode) {
		Set<String> limits = new LinkedHashSet<>(this.triage.limiting(today));
		if (!limits.isEmpty()) {
			limits.removeAll(this.triage.limiting(this.triage.readCleared(episode.intake())));
		}
		return List.copyOf(limits);
	}

	/** Today's safety answers with what was said of the massage, as it was said. */
	Map<String, Object> withMassage(CheckInReading read) {
		Map<String, Object> whole = new LinkedHashMap<>(read.episode().intake());
		whole.putAll(read.merged());
		Object movement = read.episode().intake().get(this.followUp.roles().movement());
		if (movement != null) {
			whole.put(this.followUp.roles().movement(), movement);
		}
		return whole;
	}

	/**
	 * The technique chosen again: what a clearance lifted and what happened today leave
	 * out what they leave out. Null where the answers about the massage do not go with
	 * what has changed; the therapist then asks them again.
	 */
	@Nullable Assessment plan(Episode episode, Reading massage, List<FiredCaution> cautions) {
		if (!massage.isComplete() || massage.isReferral()) {
			return null;
		}
		Map<String, List<String>> leftOut = new LinkedHashMap<>();
		for (FiredCaution caution : cautions) {
			add(leftOut, caution.excludes(), caution.caution());
		}
		for (Episode.ClearedFinding cleared : episode.cleared()) {
			var lifted = this.base.referral(cleared.rule()).cleared();
			add(leftOut, (lifted != null) ? lifted.excludes() : List.of(), cleared.rule());
		}
		return this.triage.assess(massage, leftOut, as(cautions));
	}

	/** The cautions of the questionnaire whose areas are left alone, too. */
	private Set<String> as(List<FiredCaution> fired) {
		if (fired.isEmpty()) {
			return Set.of();
		}
		Set<String> ids = new LinkedHashSet<>();
		for (CareRules.Caution caution : this.followUp.cautions()) {
			if (caution.as() != null && fired.stream().anyMatch((one) -> one.caution().equals(caution.id()))) {
				ids.add(caution.as());
			}
		}
		return ids;
	}

	private static void add(Map<String, List<String>> leftOut, List<String> techniques, String rule) {
		for (String technique : techniques) {
			leftOut.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(rule);
		}
	}

}
