package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.backwise.knowledge.Level;
import org.backwise.plan.Cases;
import org.backwise.plan.Reason;
import org.backwise.plan.Standing.Act;
import org.backwise.plan.Therapist;

/** Raises the level. The safe direction needs no second look. */
@Component
class RaiseAct implements DeskAct {

	private final Cases cases;

	RaiseAct(Cases cases) {
		this.cases = cases;
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
		DeskAct.reason(problems, typed, Reason.RAISE);
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.cases.raise(file.sent().id(), typed.version(), by, level(typed).orElseThrow(), typed.reason());
	}

	private static Optional<Level> level(DeskForm typed) {
		return java.util.stream.Stream.of(Level.values())
			.filter((level) -> level.toString().equals(typed.text("level")))
			.findFirst();
	}

}
