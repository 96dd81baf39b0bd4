package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;
import org.backwise.knowledge.Level;

/** Raises the level. The safe direction needs no second look. */
@Component
class RaiseAct implements DeskAct {

	private final LifeCycle lifeCycle;

	RaiseAct(LifeCycle lifeCycle) {
		this.lifeCycle = lifeCycle;
	}

	@Override
	public Act act() {
		return Act.RAISE;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (level(typed).isEmpty()) {
			problems.put("level", "level");
		}
		DeskAct.reason(problems, typed, Act.RAISE.reasons());
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.lifeCycle.take(file.id(),
				new Decision(Act.RAISE, typed.version(), by, typed.reason(), level(typed).orElseThrow(), null));
	}

	private static Optional<Level> level(DeskForm typed) {
		return java.util.stream.Stream.of(Level.values())
			.filter((level) -> level.toString().equals(typed.text("level")))
			.findFirst();
	}

}
