package org.backwise.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

import static org.backwise.knowledge.Level.EMERGENCY;
import static org.backwise.knowledge.Level.SEE_DOCTOR;
import static org.backwise.knowledge.Level.URGENT;
import static org.backwise.knowledge.Level.WAIT;

/**
 * The rules and the choice of technique once more, as plain {@code if}s written from the
 * contract and not from the knowledge files: a second opinion on every random sheet. Made
 * for one sheet that holds the answers to the asked questions and no others.
 */
final class ContractRules {

	static final List<String> TECHNIQUES = List.of("myofascial-release", "deep-therapeutic", "relaxation", "heat");

	private static final Map<String, int[]> POINTS = Map.of("muscle-tension", new int[] { 1, 3, 2, 2 }, "myofascial",
			new int[] { 3, 2, 0, 1 }, "overload", new int[] { 1, 3, 1, 2 }, "nervous-system", new int[] { 0, 0, 3, 2 },
			"tension", new int[] { 1, 3, 1, 2 }, "stiffness", new int[] { 3, 1, 1, 2 }, "stress-pain",
			new int[] { 0, 1, 3, 2 }, "heaviness", new int[] { 0, 1, 2, 3 }, "trigger-points", new int[] { 3, 2, 0, 1 },
			"movement", new int[] { 3, 1, 0, 1 });

	private static final Map<String, String> CAUSE_OF = new TreeMap<>(
			Map.ofEntries(Map.entry("poor-posture", "muscle-tension"), Map.entry("long-sitting", "muscle-tension"),
					Map.entry("continuous-stress", "muscle-tension"), Map.entry("restricted-areas", "myofascial"),
					Map.entry("pain-felt-elsewhere", "myofascial"), Map.entry("repetitive-movement", "overload"),
					Map.entry("unguided-exercise", "overload"), Map.entry("heavy-physical-work", "overload"),
					Map.entry("stress", "nervous-system"), Map.entry("anxiety", "nervous-system"),
					Map.entry("always-alert", "nervous-system")));

	private final AnswerSheet sheet;

	private final SortedMap<String, Level> referrals = new TreeMap<>();

	private final SortedMap<String, List<String>> cautions = new TreeMap<>();

	ContractRules(AnswerSheet sheet) {
		this.sheet = sheet;
	}

	private boolean chose(String question, String... options) {
		return this.sheet.chose(question, options);
	}

	private boolean anySign(String question) {
		return !this.sheet.signs(question).isEmpty();
	}

	private boolean pain() {
		return anySign("location");
	}

	private boolean cancer() {
		return chose("history", "cancer-ever", "cancer-treatment-now")
				|| chose("skin-and-medicines", "radiotherapy-recent");
	}

	private boolean bone() {
		return chose("history", "osteoporosis-or-long-steroids");
	}

	private boolean newPain() {
		return chose("duration", "under-2-weeks", "2-to-6-weeks");
	}

	private boolean constant() {
		return chose("pain-pattern", "constant");
	}

	private boolean onset(String... onsets) {
		return chose("onset", onsets);
	}

	/** The rules of the safety section that fire, each at its level. */
	SortedMap<String, Level> safety() {
		this.referrals.clear();
		nerveSigns();
		emergencies();
		urgent();
		doctor();
		notSure();
		return this.referrals;
	}

	/** All rules that stop or delay massage, each at its level. */
	SortedMap<String, Level> referrals() {
		safety();
		boolean functional = chose("movement", "a-little-less", "much-less") || anySign("complaints")
				|| anySign("contributors");
		when(this.referrals.isEmpty() && pain() && !functional, "D-12", SEE_DOCTOR);
		return this.referrals;
	}

	private void when(boolean holds, String rule, Level level) {
		if (holds) {
			this.referrals.put(rule, level);
		}
	}

	private boolean newCourse() {
		return chose("nerve-signs-course", "new-or-worse", "not-sure");
	}

	private void nerveSigns() {
		Map<String, String> rules = Map.of("E-01", "saddle-numbness", "E-02", "bladder", "E-03", "bowel", "E-04",
				"both-legs", "E-05", "legs-giving-way");
		boolean unchecked = chose("nerve-signs-course", "long-standing-unchecked");
		rules.forEach((rule, sign) -> when(chose("nerve-signs", sign), rule,
				newCourse() ? EMERGENCY : unchecked ? URGENT : SEE_DOCTOR));
		if (chose("nerve-signs", "sexual-function")) {
			if (this.sheet.signs("nerve-signs").size() == 1) {
				this.referrals.put("E-06", newCourse() ? URGENT : SEE_DOCTOR);
			}
			else {
				this.referrals.put("E-06", newCourse() ? EMERGENCY : unchecked ? URGENT : SEE_DOCTOR);
			}
		}
		if (cancer()) {
			if (chose("limb-signs", "weakness-new-or-worse") || (anySign("nerve-signs") && newCourse())) {
				this.referrals.put("E-10", EMERGENCY);
			}
			else if (chose("limb-signs", "numbness-or-tingling") || anySign("nerve-signs")) {
				this.referrals.put("E-10", URGENT);
			}
		}
	}

	private void emergencies() {
		when(chose("body-signs", "serious-accident"), "E-07", EMERGENCY);
		when(chose("body-signs", "chest-pain"), "E-08", EMERGENCY);
		when(chose("body-signs", "tearing-pain"), "E-09", EMERGENCY);
		when(chose("body-signs", "breathless"), "E-11", EMERGENCY);
		when(chose("body-signs", "stiff-neck-fever"), "E-12", EMERGENCY);
		when(chose("body-signs", "neck-vessel"), "E-13", EMERGENCY);
		when(chose("body-signs", "very-unwell"), "E-14", EMERGENCY);
	}

	private void urgent() {
		int age = this.sheet.number("age");
		int pain = this.sheet.number("pain");
		when(chose("general-signs", "fever"), "U-01", URGENT);
		when(chose("history", "weak-immunity-or-recent-infection") && pain(), "U-02",
				(newPain() || constant()) ? URGENT : SEE_DOCTOR);
		when(cancer() && pain()
				&& (!chose("duration", "over-12-weeks") || constant() || pain >= 7
						|| chose("general-signs", "worse-on-cough-or-strain") || chose("location",
								"between-shoulder-blades", "mid-back-left", "mid-back-centre", "mid-back-right")),
				"U-03", URGENT);
		when(chose("general-signs", "weight-loss"), "U-04", URGENT);
		when(chose("general-signs", "night-pain"), "U-05", URGENT);
		when(chose("general-signs", "lump-or-shape-change"), "U-06", URGENT);
		when(chose("general-signs", "worse-on-cough-or-strain"), "U-07",
				(anySign("limb-signs") || cancer()) ? URGENT : SEE_DOCTOR);
		if (chose("location", "between-shoulder-blades") && constant()) {
			boolean unexplained = onset("gradual", "unknown");
			if (cancer() || bone() || age < 20 || onset("knock-or-fall") || (age >= 50 && unexplained)) {
				this.referrals.put("U-08", URGENT);
			}
			else if (unexplained) {
				this.referrals.put("U-08", SEE_DOCTOR);
			}
		}
		when((bone() || age >= 65) && (onset("small-strain-severe-pain", "knock-or-fall") || (newPain() && pain >= 7)),
				"U-09", URGENT);
		when(chose("limb-signs", "weakness-new-or-worse"), "U-10", URGENT);
		when(chose("general-signs", "kidney-signs"), "U-11", URGENT);
		when(chose("general-signs", "leg-swollen"), "U-12", URGENT);
		when(chose("general-signs", "clumsy-hands"), "U-13", URGENT);
		when(chose("general-signs", "hot-swollen-back"), "U-14", chose("general-signs", "fever") ? URGENT : SEE_DOCTOR);
		when(chose("health-today", "pregnancy-warning-signs"), "U-15", URGENT);
		when(chose("general-signs", "band-rash"), "U-16", URGENT);
	}

	private void doctor() {
		int age = this.sheet.number("age");
		int pain = this.sheet.number("pain");
		when(chose("disc-diagnosis", "yes"), "D-01", SEE_DOCTOR);
		when(chose("limb-signs", "pain-into-leg", "pain-into-arm"), "D-02", SEE_DOCTOR);
		when(chose("limb-signs", "numbness-or-tingling"), "D-03", SEE_DOCTOR);
		when(chose("limb-signs", "weakness-long-standing"), "D-04", SEE_DOCTOR);
		when(onset("knock-or-fall"), "D-05", SEE_DOCTOR);
		when(this.sheet.signs("inflammatory-signs").size() >= 4, "D-06", SEE_DOCTOR);
		when(chose("doctor-seen", "no"), "D-07", SEE_DOCTOR);
		when(age < 18 || (age < 20 && pain()), "D-08", SEE_DOCTOR);
		when(chose("health-today", "blood-pressure-uncontrolled"), "D-10", SEE_DOCTOR);
		when(chose("general-signs", "organ-pattern"), "D-11", SEE_DOCTOR);
		when(chose("health-today", "blood-clot"), "D-13", SEE_DOCTOR);
		when(chose("health-today", "recent-heart-attack-or-stroke"), "D-14", SEE_DOCTOR);
		when(chose("health-today", "recent-surgery-or-fracture"), "D-15", SEE_DOCTOR);
		when(chose("health-today", "high-risk-pregnancy"), "D-16", SEE_DOCTOR);
		when(chose("history", "cancer-treatment-now"), "D-17", SEE_DOCTOR);
		when(chose("health-today", "bleeding-disorder"), "D-18", SEE_DOCTOR);
		when(chose("health-today", "undiagnosed-lump"), "D-19", SEE_DOCTOR);
		when(chose("movement", "much-less") && (pain >= 7 || chose("duration", "6-to-12-weeks", "over-12-weeks")),
				"D-20", SEE_DOCTOR);
		when(age >= 60 && newPain() && constant() && pain >= 7, "D-21", SEE_DOCTOR);
		when(chose("health-today", "infectious-today"), "W-01", WAIT);
		when(chose("skin-and-medicines", "skin-widespread"), "W-02", WAIT);
	}

	private void notSure() {
		when(chose("nerve-signs", "not-sure") || chose("body-signs", "not-sure"), "N-01", URGENT);
		when(chose("limb-signs", "not-sure") || chose("disc-diagnosis", "not-sure")
				|| chose("general-signs", "not-sure") || chose("history", "not-sure")
				|| chose("health-today", "not-sure"), "N-02", SEE_DOCTOR);
	}

	/** The rules that limit a plan, each with the techniques it excludes. */
	SortedMap<String, List<String>> cautions() {
		this.cautions.clear();
		String deep = "deep-therapeutic";
		String heat = "heat";
		int signs = this.sheet.signs("inflammatory-signs").size();
		limit(chose("health-ongoing", "pregnant"), "K-01", deep, heat);
		limit(chose("skin-and-medicines", "blood-thinners"), "K-02", deep);
		limit(bone(), "K-03", deep);
		limit(chose("skin-and-medicines", "implant-or-metalwork"), "K-05", heat);
		limit(chose("skin-and-medicines", "strong-painkillers-or-sedatives"), "K-06");
		limit(chose("skin-and-medicines", "oil-allergy"), "K-07");
		limit(chose("skin-and-medicines", "varicose-scar-or-bruise"), "K-08");
		limit(chose("skin-and-medicines", "touch-is-difficult"), "K-09");
		limit(chose("skin-and-medicines", "skin-broken-or-infected"), "K-11", heat);
		limit(cancer(), "K-12");
		limit(this.sheet.number("age") >= 50 && newPain(), "K-13");
		limit(this.sheet.number("pain") >= 7, "K-14");
		limit(chose("location", "between-shoulder-blades") && constant() && !onset("gradual", "unknown"), "K-15");
		limit(signs == 2 || signs == 3, "K-16");
		limit(chose("movement", "much-less"), "K-17");
		limit(chose("health-ongoing", "reduced-skin-sensation"), "X-01", heat, deep);
		limit(chose("health-ongoing", "diabetes"), "X-02");
		limit(chose("health-ongoing", "heart-or-circulation"), "X-03", heat);
		limit(chose("injury-age", "under-3-days"), "X-04", heat, deep, "myofascial-release");
		limit(chose("skin-and-medicines", "skin-condition-or-sunburn"), "X-05", heat);
		limit(chose("skin-and-medicines", "heat-sensitive-medicine"), "X-06", heat);
		limit(chose("skin-and-medicines", "radiotherapy-recent"), "X-07", heat, deep);
		limit(chose("skin-and-medicines", "cannot-report-heat"), "X-08", heat, deep);
		limit(chose("health-ongoing", "blood-pressure-controlled"), "X-09");
		limit(sensitised(), "X-10", deep);
		limit(chose("preference", "no-heat"), "X-11", heat);
		limit(chose("health-ongoing", "not-sure") || chose("skin-and-medicines", "not-sure"), "N-03", deep, heat);
		limit(chose("inflammatory-signs", "not-sure"), "N-04");
		return this.cautions;
	}

	private void limit(boolean holds, String rule, String... excludes) {
		if (holds) {
			this.cautions.put(rule, List.of(excludes));
		}
	}

	boolean sensitised() {
		return this.sheet.signs("sensitivity").size() >= 3;
	}

	/** The causes that the contributors point to, in the contract's order. */
	List<String> causes() {
		List<String> pointedTo = this.sheet.signs("contributors").stream().map(CAUSE_OF::get).toList();
		return List.of("muscle-tension", "myofascial", "overload", "nervous-system")
			.stream()
			.filter(pointedTo::contains)
			.toList();
	}

	/** The indications that hold, in the contract's order. */
	List<String> indications() {
		List<String> found = new ArrayList<>(
				List.of("tension", "stiffness", "stress-pain", "heaviness", "trigger-points"));
		found.retainAll(this.sheet.signs("complaints"));
		if (chose("movement", "a-little-less", "much-less")) {
			found.add("movement");
		}
		return found;
	}

	Map<String, Integer> scores() {
		Map<String, Integer> scores = new LinkedHashMap<>();
		TECHNIQUES.forEach((technique) -> scores.put(technique, 0));
		add(scores, causes(), main("main-cause", causes()));
		add(scores, indications(), main("main-complaint", indications()));
		if (chose("duration", "over-12-weeks")) {
			scores.merge("myofascial-release", 1, Integer::sum);
		}
		if (chose("contributors", "continuous-stress")) {
			scores.merge("relaxation", 1, Integer::sum);
		}
		return scores;
	}

	private static void add(Map<String, Integer> scores, List<String> rows, @Nullable String main) {
		for (String row : rows) {
			for (int i = 0; i < TECHNIQUES.size(); i++) {
				scores.merge(TECHNIQUES.get(i), POINTS.get(row)[i] * (row.equals(main) ? 2 : 1), Integer::sum);
			}
		}
	}

	private @Nullable String main(String question, List<String> rows) {
		if (rows.size() == 1) {
			return rows.get(0);
		}
		return this.sheet.has(question) ? this.sheet.chosen(question).get(0) : null;
	}

	/** The techniques that nothing excludes, the primary first, then the alternative. */
	List<String> ranked() {
		return ranked(cautions().values().stream().flatMap(List::stream).toList());
	}

	/** The same when other techniques are excluded. */
	List<String> ranked(List<String> excluded) {
		Map<String, Integer> scores = scores();
		String complaint = main("main-complaint", indications());
		String cause = main("main-cause", causes());
		List<String> gentler = List.of("relaxation", "myofascial-release", "heat", "deep-therapeutic");
		List<String> ranked = new ArrayList<>(TECHNIQUES);
		ranked.removeAll(excluded);
		ranked.sort(Comparator.comparingInt((String technique) -> scores.get(technique))
			.thenComparing((technique) -> isThree(complaint, technique))
			.thenComparing((technique) -> isThree(cause, technique))
			.reversed()
			.thenComparing(gentler::indexOf));
		String first = Map.of("gentle", "relaxation", "firm", "deep-therapeutic", "warmth", "heat")
			.getOrDefault(String.join("", this.sheet.chosen("preference")), "");
		if (sensitised()) {
			first = "relaxation";
		}
		else if (!ranked.contains(first) || scores.get(ranked.get(0)) - scores.get(first) > 2) {
			return ranked;
		}
		ranked.remove(first);
		ranked.add(0, first);
		return ranked;
	}

	private static boolean isThree(@Nullable String row, String technique) {
		return row != null && POINTS.get(row)[TECHNIQUES.indexOf(technique)] == 3;
	}

	/** The phases and their sessions. */
	Map<String, Integer> phases() {
		Map<String, Integer> phases = new LinkedHashMap<>();
		int pain = this.sheet.number("pain");
		if (pain() || chose("complaints", "tension") || chose("movement", "a-little-less", "much-less")) {
			int sessions = (pain <= 3) ? 4 : (pain <= 6) ? 5 : 6;
			phases.put("weekly", Math.min(6, sessions + (chose("duration", "over-12-weeks") ? 1 : 0)));
			phases.put("fortnightly", 4);
		}
		phases.put("monthly", 3);
		return phases;
	}

}
