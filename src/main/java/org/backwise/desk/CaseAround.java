package org.backwise.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.DoctorVisit;
import org.backwise.cases.DoctorVisits;
import org.backwise.cases.JoinedCases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.transfer.BroughtIn;

/**
 * What stands around a case: other cases of the same person, and what they say of a
 * doctor.
 */
@Component
class CaseAround {

	private final JoinedCases joined;

	private final DoctorVisits visits;

	private final LifeCycle lifeCycle;

	private final Rounds rounds;

	private final BroughtIn broughtIn;

	CaseAround(JoinedCases joined, DoctorVisits visits, LifeCycle lifeCycle, Rounds rounds, BroughtIn broughtIn) {
		this.joined = joined;
		this.visits = visits;
		this.lifeCycle = lifeCycle;
		this.rounds = rounds;
		this.broughtIn = broughtIn;
	}

	/**
	 * Another case of the same person.
	 *
	 * @param reference its reference
	 * @param state where it stands
	 * @param sent when each of its rounds was sent
	 * @param last the last step taken
	 */
	record Other(String reference, CaseState state, List<Instant> sent, Optional<CaseStep> last) {
	}

	/**
	 * All of it.
	 *
	 * @param others the other cases
	 * @param visits what the client said of a doctor
	 * @param askAgain when to ask again
	 * @param broughtIn who came from another system and was joined to it
	 */
	record Around(List<Other> others, List<DoctorVisit> visits, Optional<Instant> askAgain,
			List<BroughtIn.Client> broughtIn) {
	}

	Around of(CaseFile file) {
		return new Around(this.joined.of(file.id()).stream().map(this::other).toList(), this.visits.of(file.id()),
				this.visits.askAgain(file.theCase()), this.broughtIn.of(file.id()));
	}

	private Other other(Case other) {
		Standing standing = this.lifeCycle.standing(other);
		return new Other(other.reference(), standing.state(),
				this.rounds.of(other.id()).stream().map(Round::sentAt).toList(),
				standing.steps().stream().reduce((one, next) -> next));
	}

}
