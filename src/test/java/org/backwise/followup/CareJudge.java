package org.backwise.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backwise.followup.CareCases.CareCase;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Triage;

/** Says which made-up person in care would be decided otherwise by other rules. */
public final class CareJudge {

	private final List<CareCase> people = Stream.concat(CareCases.people().stream(), CareCases.ofRules().stream())
		.toList();

	private final List<CareCase> nearMisses = this.people.stream()
		.flatMap((person) -> person.nearMisses().stream())
		.toList();

	private final Map<CareCase, String> right = new HashMap<>();

	/** Decides everybody by the rules that come with Backwise. */
	public CareJudge() {
		Stream.concat(this.people.stream(), this.nearMisses.stream())
			.forEach((person) -> this.right.put(person, opinion(CareCourse.RULES, person)));
	}

	/**
	 * Who is decided otherwise.
	 * @param base other rules
	 * @return one of the people
	 */
	public Optional<String> amongPeople(KnowledgeBase base) {
		return among(this.people, base);
	}

	/**
	 * Who of those who only just meet or miss a rule is decided otherwise.
	 * @param base other rules
	 * @return one of the near misses
	 */
	public Optional<String> amongNearMisses(KnowledgeBase base) {
		return among(this.nearMisses, base);
	}

	private Optional<String> among(List<CareCase> people, KnowledgeBase base) {
		CheckInTriage rules;
		try {
			rules = new CheckInTriage(new Triage(base));
		}
		catch (RuntimeException ex) {
			return Optional.of("cannot be read");
		}
		return people.stream()
			.filter((person) -> !opinion(rules, person).equals(this.right.get(person)))
			.findFirst()
			.map(CareCase::toString);
	}

	private static String opinion(CheckInTriage rules, CareCase person) {
		try {
			return CareCase.opinion(person.decide(rules));
		}
		catch (RuntimeException | AssertionError ex) {
			return "cannot be decided";
		}
	}

}
