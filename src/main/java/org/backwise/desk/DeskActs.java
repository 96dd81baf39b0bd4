package org.backwise.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.Clashes;
import org.backwise.care.Clashes.Met;
import org.backwise.cases.Act;
import org.backwise.cases.Act.By;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;

/**
 * What a therapist can do with a case: one act of the desk for each of the life cycle.
 */
@Component
class DeskActs {

	private final Map<Act, DeskAct> acts;

	private final Clashes clashes;

	private final SignedIn signedIn;

	DeskActs(List<DeskAct> acts, LifeCycle lifeCycle, Clashes clashes, SignedIn signedIn) {
		Set<Act> taken = acts.stream().flatMap((act) -> act.takes().stream()).collect(Collectors.toSet());
		Stream<DeskAct> others = Stream.of(Act.values())
			.filter((act) -> act.isFor(By.THERAPIST) && !taken.contains(act))
			.map((act) -> new ReasonAct(act, lifeCycle));
		this.acts = Stream.concat(acts.stream(), others).collect(Collectors.toMap(DeskAct::act, Function.identity()));
		this.clashes = clashes;
		this.signedIn = signedIn;
	}

	/** The act with an id; empty for what is none of the desk's. */
	Optional<DeskAct> of(@Nullable String id) {
		return Act.parse(id).map(this.acts::get);
	}

	/** The ids of what can be done with a case now. */
	List<String> offered(CaseFile file) {
		return file.acts().stream().filter(this.acts::containsKey).map(Act::toString).toList();
	}

	/** Takes an act unless something is to be looked at first, and says whom it meets. */
	Met take(DeskAct act, DeskForm typed, CaseFile file, boolean doubted) {
		StaffMember member = this.signedIn.member();
		Runnable take = () -> act.take(typed, file, new Therapist(member.id(), member.name()));
		if (doubted) {
			return act.laysSessions() ? wouldMeet(file, take) : Met.NOTHING;
		}
		if (act.laysSessions()) {
			return this.clashes.take(file.id(), typed.clashesSeen(), take);
		}
		take.run();
		return Met.NOTHING;
	}

	private Met wouldMeet(CaseFile file, Runnable take) {
		try {
			return this.clashes.wouldMeet(file.id(), take);
		}
		catch (Refused ex) {
			// It is said when it is meant.
			return Met.NOTHING;
		}
	}

}
