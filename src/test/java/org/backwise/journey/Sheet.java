package org.backwise.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a made-up client answers: question id to option ids, or to one number.
 *
 * @param answers the answers
 */
record Sheet(Map<String, List<String>> answers) {

	/** An office worker with tight shoulders: nothing speaks against a plan. */
	static Sheet ordinaryBackAche() {
		return new Sheet(Map.of()).with("nerve-signs", "none")
			.with("body-signs", "none")
			.with("age", "41")
			.with("location", "upper-back-left", "upper-back-right")
			.with("duration", "6-to-12-weeks")
			.with("onset", "posture-or-sitting")
			.with("pain", "5")
			.with("pain-pattern", "comes-and-goes")
			.with("pain-trend", "same")
			.with("temple-jaw-vision", "no")
			.with("stiff-where", "upper-back")
			.with("limb-signs", "none")
			.with("disc-diagnosis", "no")
			.with("general-signs", "none")
			.with("history", "none")
			.with("health-today", "none")
			.with("health-ongoing", "none")
			.with("skin-and-medicines", "none")
			.with("movement", "free")
			.with("complaints", "tension")
			.with("contributors", "long-sitting", "poor-posture")
			.with("preference", "no-preference")
			.with("habit", "choose-for-me");
	}

	static Sheet emergency() {
		return ordinaryBackAche().with("nerve-signs", "saddle-numbness").with("nerve-signs-course", "new-or-worse");
	}

	static Sheet urgent() {
		return ordinaryBackAche().with("general-signs", "fever");
	}

	static Sheet seeDoctor() {
		return ordinaryBackAche().with("limb-signs", "pain-into-leg", "numbness-or-tingling").with("pain", "6");
	}

	static Sheet waiting() {
		return ordinaryBackAche().with("health-today", "infectious-today");
	}

	static Sheet sensitised() {
		return ordinaryBackAche().with("duration", "over-12-weeks")
			.with("inflammatory-signs", "none")
			.with("sensitivity", "spreads-or-moves", "light-touch-hurts", "poor-sleep", "on-edge-most-days")
			.with("contributors", "stress", "always-alert");
	}

	static Sheet noPain() {
		return ordinaryBackAche().with("location", "no-pain").with("complaints", "none").with("contributors", "none");
	}

	/** As many cautions as one plan can carry, and every kind of advice. */
	static Sheet everyCaution() {
		return ordinaryBackAche().with("age", "52")
			.with("duration", "under-2-weeks")
			.with("onset", "exercise")
			.with("injury-age", "under-3-days")
			.with("pain", "8")
			.with("movement", "a-little-less")
			.with("location", "between-shoulder-blades", "neck")
			.with("health-ongoing", "pregnant", "blood-pressure-controlled", "heart-or-circulation", "diabetes",
					"reduced-skin-sensation", "not-sure")
			.with("skin-and-medicines", "skin-broken-or-infected", "skin-condition-or-sunburn",
					"strong-painkillers-or-sedatives", "heat-sensitive-medicine", "implant-or-metalwork",
					"varicose-scar-or-bruise", "cannot-report-heat", "oil-allergy", "touch-is-difficult", "not-sure")
			.with("complaints", "tension", "stiffness", "stress-pain", "heaviness", "trigger-points")
			.with("main-complaint", "stiffness")
			.with("contributors", "poor-posture", "long-sitting", "continuous-stress", "restricted-areas",
					"repetitive-movement", "stress", "anxiety")
			.with("main-cause", "muscle-tension")
			.with("preference", "firm");
	}

	Sheet with(String question, String... options) {
		Map<String, List<String>> answers = new LinkedHashMap<>(this.answers);
		answers.put(question, List.of(options));
		return new Sheet(answers);
	}

	List<String> to(String question) {
		return this.answers.getOrDefault(question, List.of());
	}

}
