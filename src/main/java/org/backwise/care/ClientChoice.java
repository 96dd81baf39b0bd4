package org.backwise.care;

import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.practice.Refused;

/**
 * What a client chooses when a check-in says that they are well: to finish, which ends
 * the care at once, or to go on, which a therapist confirms.
 */
@Service
public class ClientChoice {

	private static final Set<String> CHOICES = Set.of(Reason.FINISH, Reason.GO_ON);

	private final Episodes episodes;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	ClientChoice(Episodes episodes, Cases cases, LifeCycle lifeCycle) {
		this.episodes = episodes;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
	}

	/**
	 * Keeps what the client chose; the same said twice stands once.
	 * @param id the case
	 * @param number number of the check-in that asked
	 * @param choice what they chose
	 * @throws Refused when it is not to be chosen any more
	 */
	@Transactional
	public void choose(CaseId id, int number, String choice) {
		Case theCase = this.cases.lock(id).orElseThrow(() -> new Refused("care.no-plan"));
		CareSoFar soFar = this.episodes.soFar(theCase);
		CheckIn asks = soFar.made()
			.stream()
			.filter((checkIn) -> checkIn.number() == number)
			.findFirst()
			.orElseThrow(() -> new Refused("care.choice.over"));
		if (soFar.chosen(asks).filter(choice::equals).isPresent()) {
			return;
		}
		boolean stands = soFar.toChoose().filter((now) -> now.number() == number).isPresent();
		if (!stands || !CHOICES.contains(choice)) {
			throw new Refused("care.choice.over");
		}
		if (choice.equals(Reason.GO_ON) && soFar.isFull()) {
			throw new Refused("care.step.most", soFar.followUp().timing().mostMonthly());
		}
		int seen = soFar.standing().version();
		this.lifeCycle.take(id, Decision.ofClient(Act.CHOOSE, seen, choice));
		if (choice.equals(Reason.FINISH)) {
			this.lifeCycle.take(id, Decision.ofRules(Act.END, seen + 1, null, null));
		}
	}

}
