package org.backwise.exports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.backwise.exports.DmnElement.Literal;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;

/** The phases of a plan as decisions of a DMN model. */
class DmnPhases {

	static final String PHASES = "tPhases";

	private final DmnModel model;

	private final KnowledgeBase base;

	DmnPhases(DmnModel model, KnowledgeBase base) {
		this.model = model;
		this.base = base;
	}

	void add() {
		this.base.plan().phases().forEach(this::sessions);
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("phase", "string");
		parts.put("sessions", "number");
		parts.put("every_days", "number");
		String type = this.model.type("tPhase", parts);
		this.model.decide("plan_phases", "Phases", this.model.listType(PHASES, type),
				"The phases of the plan in their order, with the days between two sessions.",
				new Literal("if level != null then []\nelse " + this.base.plan()
					.phases()
					.stream()
					.map(this::phase)
					.collect(Collectors.joining(",\n", "[\n", "\n][item != null]"))));
	}

	private static String name(Phase phase) {
		return "sessions_" + DmnConditions.name(phase.id());
	}

	private void sessions(Phase phase) {
		StringBuilder sessions = new StringBuilder();
		for (Count count : phase.sessions()) {
			if (count.when() == null) {
				sessions.append(count.sessions());
				break;
			}
			sessions.append(
					"if " + this.model.conditions().expression(count.when()) + " then " + count.sessions() + "\nelse ");
		}
		this.model.decide(name(phase), "Sessions: " + phase.name(), "number",
				"How many sessions the phase has, before any extra ones.", new Literal(sessions.toString()));
	}

	private String phase(Phase phase) {
		Extra extra = phase.extra();
		String sessions = (extra != null) ? "if " + this.model.conditions().expression(extra.when()) + " then min("
				+ extra.atMost() + ", " + name(phase) + " + " + extra.sessions() + ") else " + name(phase)
				: name(phase);
		String made = "{ phase: " + DmnConditions.text(phase.id()) + ", sessions: " + sessions + ", every_days: "
				+ phase.everyDays() + " }";
		return "\t" + ((phase.when() == null) ? made
				: "if " + this.model.conditions().expression(phase.when()) + " then " + made + " else null");
	}

}
