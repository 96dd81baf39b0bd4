package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;

/**
 * Keeps what a client who was referred told about their doctor, or closes the referral.
 */
@Component
class FollowUpAct implements DeskAct {

	private static final String CLOSE = "close-";

	private final LifeCycle lifeCycle;

	FollowUpAct(LifeCycle lifeCycle) {
		this.lifeCycle = lifeCycle;
	}

	@Override
	public Act act() {
		return Act.FOLLOW_UP;
	}

	@Override
	public Set<Act> takes() {
		return Set.of(Act.FOLLOW_UP, Act.CLOSE);
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		String code = typed.text("reason");
		boolean known = code.startsWith(CLOSE) ? Act.CLOSE.reasons().contains(code.substring(CLOSE.length()))
				: Act.FOLLOW_UP.reasons().contains(code);
		if (!known) {
			problems.put("reason", "reason");
		}
		else if (code.equals(CLOSE + "other") && typed.text("words").isEmpty()) {
			problems.put("words", "words");
		}
		DeskAct.tooLong(problems, typed, "words");
		return problems;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		String code = typed.text("reason");
		boolean close = code.startsWith(CLOSE);
		this.lifeCycle.take(file.id(), new Decision(close ? Act.CLOSE : Act.FOLLOW_UP, typed.version(), by,
				new Reason(close ? code.substring(CLOSE.length()) : code, typed.textOrNull("words"), null)));
	}

}
