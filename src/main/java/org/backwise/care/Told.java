package org.backwise.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CheckIn;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Left;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * What check-ins say of the massage, all that count together: a calm one takes nothing
 * back of what another one left out.
 *
 * @param counting those that count, in order
 * @param choices the kinds of massage chosen, by the last one first, then by the plan
 * @param areas the areas they name, by the last one first; those of the plan where none
 * does
 */
record Told(List<CheckIn> counting, List<TechniqueChoice> choices, List<Areas> areas) {

	/**
	 * Brings together what counts.
	 * @param holding every check-in that holds, in order
	 * @param since all since the round that counts, in order. Where none holds, what the
	 * last one left out stays left out; where none that counts chose anew, the last one
	 * that did counts with them
	 * @param choice what the plan was made with, null for none
	 * @param areas the same of its areas
	 */
	static Told of(List<CheckIn> holding, List<CheckIn> since, @Nullable TechniqueChoice choice,
			@Nullable Areas areas) {
		List<CheckIn> counting = new ArrayList<>(
				(holding.isEmpty() && !since.isEmpty()) ? List.of(since.get(since.size() - 1)) : holding);
		if (counting.stream().allMatch((one) -> one.decision().technique() == null)) {
			since.stream()
				.filter((one) -> one.decision().technique() != null)
				.reduce((one, next) -> next)
				.ifPresent((last) -> counting.add(0, last));
		}
		List<CheckIn> lastFirst = new ArrayList<>(counting);
		Collections.reverse(lastFirst);
		List<Areas> named = lastFirst.stream()
			.map((one) -> one.decision().areas())
			.filter(Objects::nonNull)
			.<Areas>map(Objects::requireNonNull)
			.toList();
		return new Told(List.copyOf(counting),
				Stream.concat(lastFirst.stream().map((one) -> one.decision().technique()), Stream.ofNullable(choice))
					.filter(Objects::nonNull)
					.<TechniqueChoice>map(Objects::requireNonNull)
					.toList(),
				(named.isEmpty() && areas != null) ? List.of(areas) : named);
	}

	/**
	 * The kinds of massage that any of them leaves out; those of the plan where none
	 * chose anew.
	 */
	Set<String> leftOut() {
		Set<String> out = new LinkedHashSet<>();
		this.counting.stream()
			.flatMap((checkIn) -> checkIn.decision().cautions().stream())
			.forEach((caution) -> out.addAll(caution.excludes()));
		List<TechniqueChoice> told = this.counting.stream()
			.map((checkIn) -> checkIn.decision().technique())
			.filter(Objects::nonNull)
			.<TechniqueChoice>map(Objects::requireNonNull)
			.toList();
		(told.isEmpty() ? this.choices : told).forEach((choice) -> out.addAll(choice.excluded().keySet()));
		return out;
	}

	/**
	 * The same for what is laid anew: what is minded at one session only, such as to work
	 * lighter, does not count.
	 */
	String lasting(String meant, KnowledgeBase base) {
		Set<String> out = new LinkedHashSet<>();
		this.choices.stream()
			.limit(Math.max(1, this.counting.size()))
			.forEach((choice) -> out.addAll(choice.excluded().keySet()));
		return technique(meant, base, out);
	}

	/**
	 * The kind of massage that is meant, unless it is left out: then the first that is
	 * not, of what was chosen last, and the gentlest where all of that is.
	 */
	String technique(String meant, KnowledgeBase base) {
		return technique(meant, base, leftOut());
	}

	private String technique(String meant, KnowledgeBase base, Set<String> out) {
		return Stream
			.of(Stream.of(meant), this.choices.stream().map(TechniqueChoice::primary),
					this.choices.stream().map(TechniqueChoice::alternative).filter(Objects::nonNull),
					base.techniques().gentlerFirst().stream())
			.flatMap((ids) -> ids)
			.filter((id) -> !out.contains(id))
			.findFirst()
			.orElse(meant);
	}

	/**
	 * Where to work: as the last one says, and nowhere that another keeps off an injury.
	 */
	List<String> work(KnowledgeBase base) {
		if (this.areas.isEmpty()) {
			return List.of();
		}
		List<String> work = new ArrayList<>(this.areas.get(0).work());
		this.areas.stream().filter((one) -> keepsOff(one, base)).forEach((one) -> work.retainAll(one.work()));
		return work.isEmpty() ? List.of(Objects.requireNonNull(base.plan().areas()).elsewhere().id()) : work;
	}

	private static boolean keepsOff(Areas areas, KnowledgeBase base) {
		return areas.leave()
			.stream()
			.map(Left::rule)
			.anyMatch((rule) -> base.cautions()
				.stream()
				.filter((caution) -> caution.id().equals(rule))
				.anyMatch(Rules.Caution::keepsOffThePain));
	}

	/** The areas that any of them leaves alone. */
	List<Left> leave() {
		Map<String, Left> leave = new LinkedHashMap<>();
		this.areas.forEach((one) -> one.leave().forEach((left) -> leave.putIfAbsent(left.area(), left)));
		return List.copyOf(leave.values());
	}

	@Override
	public String toString() {
		return "what was told";
	}

}
