package org.backwise.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the contract promises about whole lists of questions, whatever the single rules
 * say. Ids of the contract never change meaning, so a practice's own files are held to it
 * as well.
 */
final class Promises {

	/** A sign in these lists never leads to a plan. */
	static final List<String> WARNING_LISTS = List.of("nerve-signs", "body-signs", "limb-signs", "general-signs",
			"health-today");

	/** Every sign in these lists is an emergency. */
	static final List<String> EMERGENCY_LISTS = List.of("body-signs");

	/** A sign in these lists never leads to a plan that does not mind it. */
	static final List<String> HEEDED_LISTS = List.of("health-ongoing", "skin-and-medicines");

	/** Being unsure here leaves out these techniques, and is a caution. */
	static final List<String> UNSURE_LIMITS = List.of("health-ongoing", "skin-and-medicines");

	/** The techniques left out then. */
	static final List<String> UNSURE_EXCLUDES = List.of("deep-therapeutic", "heat");

	/** Being unsure here is a caution. */
	static final List<String> UNSURE_CAUTIONS = List.of("inflammatory-signs");

	private Promises() {
	}

	/** The least level of being unsure about a question. */
	static Map<String, Level> unsure() {
		Map<String, Level> levels = new LinkedHashMap<>();
		List.of("nerve-signs", "body-signs").forEach((question) -> levels.put(question, Level.URGENT));
		List.of("limb-signs", "disc-diagnosis", "general-signs", "history", "health-today")
			.forEach((question) -> levels.put(question, Level.SEE_DOCTOR));
		return levels;
	}

	/** The highest level of a rule, told by its id. */
	static @Nullable Level level(String rule) {
		if (rule.matches("[EUDW]-\\d\\d")) {
			return switch (rule.charAt(0)) {
				case 'E' -> Level.EMERGENCY;
				case 'U' -> Level.URGENT;
				case 'D' -> Level.SEE_DOCTOR;
				default -> Level.WAIT;
			};
		}
		return switch (rule) {
			case "N-01" -> Level.URGENT;
			case "N-02" -> Level.SEE_DOCTOR;
			default -> null;
		};
	}

}
