package org.backwise.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Complete answer sheets of made-up people, to be changed by a sentence or two. */
public final class AnswerSheets {

	private static final List<String> NONE = List.of("none");

	private AnswerSheets() {
	}

	/**
	 * A woman of 41 whose lower back has ached now and then for a month of long days at a
	 * desk. Nothing stands against massage and nothing limits it.
	 * @return a complete sheet that leads to a plan
	 */
	public static AnswerSheet ordinaryBackAche() {
		Map<String, Object> answers = new LinkedHashMap<>();
		answers.put("nerve-signs", NONE);
		answers.put("body-signs", NONE);
		answers.put("age", 41);
		answers.put("location", List.of("lower-back-centre"));
		answers.put("duration", "2-to-6-weeks");
		answers.put("onset", "posture-or-sitting");
		answers.put("pain", 4);
		answers.put("pain-pattern", "comes-and-goes");
		answers.put("pain-trend", "same");
		answers.put("limb-signs", NONE);
		answers.put("disc-diagnosis", "no");
		answers.put("general-signs", NONE);
		answers.put("history", NONE);
		answers.put("health-today", NONE);
		answers.put("health-ongoing", NONE);
		answers.put("skin-and-medicines", NONE);
		answers.put("movement", "free");
		answers.put("complaints", List.of("tension"));
		answers.put("contributors", List.of("long-sitting"));
		answers.put("preference", "no-preference");
		return new AnswerSheet(answers);
	}

	/**
	 * The same ache for longer than 12 weeks, at 52: young enough not to be asked whether
	 * a doctor has looked, and without any sign of inflammation.
	 * @return a complete sheet that leads to a plan
	 */
	public static AnswerSheet longBackAche() {
		return ordinaryBackAche().with("age", 52)
			.with("duration", "over-12-weeks")
			.with("temple-jaw-vision", "no")
			.with("inflammatory-signs", NONE)
			.with("sensitivity", NONE);
	}

	/**
	 * The same ache for longer than 12 weeks, at 31: it began young.
	 * @return a complete sheet that leads to a plan
	 */
	public static AnswerSheet longBackAcheWhileYoung() {
		return longBackAche().with("age", 31).without("temple-jaw-vision");
	}

	/**
	 * The same ache for 9 weeks, at 67, looked at by a doctor.
	 * @return a complete sheet that leads to a plan
	 */
	public static AnswerSheet backAcheInOldAge() {
		return ordinaryBackAche().with("age", 67)
			.with("duration", "6-to-12-weeks")
			.with("temple-jaw-vision", "no")
			.with("doctor-seen", "yes");
	}

	/**
	 * No pain at all, only tight muscles after long days at a desk.
	 * @return a complete sheet that leads to a plan
	 */
	public static AnswerSheet noPain() {
		return ordinaryBackAche().with("location", List.of("no-pain"))
			.without("duration", "onset", "pain", "pain-pattern", "pain-trend");
	}

	/**
	 * The sheet of a name used in the vignettes.
	 * @param name such as {@code ordinary-back-ache}
	 * @return the sheet
	 */
	static AnswerSheet named(String name) {
		return switch (name) {
			case "ordinary-back-ache" -> ordinaryBackAche();
			case "long-back-ache" -> longBackAche();
			case "long-back-ache-while-young" -> longBackAcheWhileYoung();
			case "back-ache-in-old-age" -> backAcheInOldAge();
			case "no-pain" -> noPain();
			default -> throw new IllegalArgumentException("There is no base sheet named " + name);
		};
	}

}
