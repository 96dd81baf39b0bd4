package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.plan.Cases;
import org.backwise.plan.Reason;
import org.backwise.plan.Standing.Act;
import org.backwise.plan.Therapist;

/**
 * Keeps what a client who was referred told about their doctor, or closes the referral.
 */
@Component
class FollowUpAct implements DeskAct {

	private static final String CLOSE = "close-";

	private final Cases cases;

	FollowUpAct(Cases cases) {
		this.cases = cases;
	}

	@Override
	public Act act() {
		return Act.FOLLOW_UP;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		String code = typed.text("reason");
		boolean known = code.startsWith(CLOSE) ? Reason.CLOSE.contains(code.substring(CLOSE.length()))
				: Reason.DOCTOR_SEEN.contains(code);
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
		this.cases.followUp(file.sent().id(), typed.version(), by,
				new Reason(close ? code.substring(CLOSE.length()) : code, typed.textOrNull("words"), null), close);
	}

}
