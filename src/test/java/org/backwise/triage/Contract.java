package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.ContractQuestions.Asking;
import org.jspecify.annotations.Nullable;

/**
 * The rules and the choice of technique once more, as plain {@code if}s written from the
 * contract, with everything a careful person would do for speed: a second opinion on
 * every sheet of the tests, and the floor that the benchmarks measure against. It decides
 * nothing. Only words are taken from the knowledge files.
 */
public final class Contract {

	private static final int NERVE = 0, COURSE = 1, BODY = 2, AGE = 3, LOCATION = 4, DURATION = 5, ONSET = 6, PAIN = 8,
			PATTERN = 9, LIMB = 10, DISC = 11, GENERAL = 12, HISTORY = 13, TODAY = 14, SKIN = 16, MOVEMENT = 17,
			SEEN = 18, INFLAMMATORY = 19, COMPLAINTS = 20, CONTRIBUTORS = 21;

	private static final int NERVE_SIGNS = (1 << 6) - 1, OTHER_NERVE_SIGNS = (1 << 5) - 1, SEXUAL_FUNCTION = 1 << 5,
			NERVE_NOT_SURE = 1 << 7;

	private static final int NEW_OR_WORSE = 1, LONG_STANDING_UNCHECKED = 1 << 1, LONG_STANDING_CHECKED = 1 << 2,
			COURSE_NOT_SURE = 1 << 3;

	private static final int SERIOUS_ACCIDENT = 1, CHEST_PAIN = 1 << 1, TEARING_PAIN = 1 << 2, BREATHLESS = 1 << 3,
			STIFF_NECK_FEVER = 1 << 4, NECK_VESSEL = 1 << 5, VERY_UNWELL = 1 << 6, BODY_NOT_SURE = 1 << 8;

	private static final int PLACES = (1 << 12) - 1, BETWEEN_SHOULDER_BLADES = 1 << 1, MID_BACK_LEFT = 1 << 4,
			MID_BACK_CENTRE = 1 << 5, MID_BACK_RIGHT = 1 << 6;

	private static final int UNDER_2_WEEKS = 1, TWO_TO_6_WEEKS = 1 << 1, SIX_TO_12_WEEKS = 1 << 2,
			OVER_12_WEEKS = 1 << 3;

	private static final int GRADUAL = 1, KNOCK_OR_FALL = 1 << 5, SMALL_STRAIN_SEVERE_PAIN = 1 << 6, UNKNOWN = 1 << 7;

	private static final int UNDER_3_DAYS = 1;

	private static final int CONSTANT = 1;

	private static final int LIMB_SIGNS = (1 << 5) - 1, PAIN_INTO_LEG = 1, PAIN_INTO_ARM = 1 << 1,
			NUMBNESS_OR_TINGLING = 1 << 2, WEAKNESS_NEW_OR_WORSE = 1 << 3, WEAKNESS_LONG_STANDING = 1 << 4,
			LIMB_NOT_SURE = 1 << 6;

	private static final int DISC_YES = 1, DISC_NOT_SURE = 1 << 2;

	private static final int FEVER = 1, WEIGHT_LOSS = 1 << 1, NIGHT_PAIN = 1 << 2, LUMP_OR_SHAPE_CHANGE = 1 << 3,
			WORSE_ON_COUGH_OR_STRAIN = 1 << 4, KIDNEY_SIGNS = 1 << 5, LEG_SWOLLEN = 1 << 6, CLUMSY_HANDS = 1 << 7,
			HOT_SWOLLEN_BACK = 1 << 8, BAND_RASH = 1 << 9, ORGAN_PATTERN = 1 << 10, GENERAL_NOT_SURE = 1 << 12;

	private static final int CANCER_EVER = 1, CANCER_TREATMENT_NOW = 1 << 1, WEAK_IMMUNITY_OR_RECENT_INFECTION = 1 << 2,
			OSTEOPOROSIS_OR_LONG_STEROIDS = 1 << 3, HISTORY_NOT_SURE = 1 << 5;

	private static final int INFECTIOUS_TODAY = 1, BLOOD_CLOT = 1 << 1, RECENT_HEART_ATTACK_OR_STROKE = 1 << 2,
			RECENT_SURGERY_OR_FRACTURE = 1 << 3, BLOOD_PRESSURE_UNCONTROLLED = 1 << 4, PREGNANCY_WARNING_SIGNS = 1 << 5,
			HIGH_RISK_PREGNANCY = 1 << 6, BLEEDING_DISORDER = 1 << 7, UNDIAGNOSED_LUMP = 1 << 8,
			TODAY_NOT_SURE = 1 << 10;

	private static final int PREGNANT = 1, BLOOD_PRESSURE_CONTROLLED = 1 << 1, HEART_OR_CIRCULATION = 1 << 2,
			DIABETES = 1 << 3, REDUCED_SKIN_SENSATION = 1 << 4, ONGOING_NOT_SURE = 1 << 6;

	private static final int SKIN_BROKEN_OR_INFECTED = 1, SKIN_WIDESPREAD = 1 << 1, SKIN_CONDITION_OR_SUNBURN = 1 << 2,
			BLOOD_THINNERS = 1 << 3, STRONG_PAINKILLERS_OR_SEDATIVES = 1 << 4, HEAT_SENSITIVE_MEDICINE = 1 << 5,
			RADIOTHERAPY_RECENT = 1 << 6, IMPLANT_OR_METALWORK = 1 << 7, VARICOSE_SCAR_OR_BRUISE = 1 << 8,
			CANNOT_REPORT_HEAT = 1 << 9, OIL_ALLERGY = 1 << 10, TOUCH_IS_DIFFICULT = 1 << 11, SKIN_NOT_SURE = 1 << 13;

	private static final int FREE = 1, A_LITTLE_LESS = 1 << 1, MUCH_LESS = 1 << 2;

	private static final int DOCTOR_SEEN_NO = 1 << 1;

	private static final int INFLAMMATORY_SIGNS = (1 << 8) - 1, INFLAMMATORY_NOT_SURE = 1 << 9;

	private static final int INDICATIONS = (1 << 5) - 1, TENSION = 1, COMPLAINTS_NONE = 1 << 5;

	private static final int CONTINUOUS_STRESS = 1 << 2, CONTRIBUTORS_NONE = 1 << 11;

	private static final int SENSITIVITY_SIGNS = (1 << 7) - 1;

	private static final int GENTLE = 1 << 1, FIRM = 1 << 2, WARMTH = 1 << 3, NO_HEAT = 1 << 4;

	private static final String DEEP = "deep-therapeutic";

	private static final String HEAT = "heat";

	static final List<String> TECHNIQUES = List.of("myofascial-release", DEEP, "relaxation", HEAT);

	/** Gentler first. */
	private static final int[] GENTLENESS = { 3, 1, 4, 2 };

	private static final int[][] CAUSE_POINTS = { { 1, 3, 2, 2 }, { 3, 2, 0, 1 }, { 1, 3, 1, 2 }, { 0, 0, 3, 2 } };

	private static final int[] CAUSES = { 0b111, 0b11 << 3, 0b111 << 5, 0b111 << 8 };

	private static final int[][] INDICATION_POINTS = { { 1, 3, 1, 2 }, { 3, 1, 1, 2 }, { 0, 1, 3, 2 }, { 0, 1, 2, 3 },
			{ 3, 2, 0, 1 }, { 3, 1, 0, 1 } };

	private static final int K01 = 0, K02 = 1, K03 = 2, K05 = 3, K06 = 4, K07 = 5, K08 = 6, K09 = 7, K11 = 8, K12 = 9,
			K13 = 10, K14 = 11, K15 = 12, K16 = 13, K17 = 14, N03 = 15, N04 = 16, X01 = 17, X02 = 18, X03 = 19,
			X04 = 20, X05 = 21, X06 = 22, X07 = 23, X08 = 24, X09 = 25, X10 = 26, X11 = 27;

	/** The rules that limit a plan, each with the techniques it excludes. */
	private static final List<List<String>> LIMITS = List.of(List.of("K-01", DEEP, HEAT), List.of("K-02", DEEP),
			List.of("K-03", DEEP), List.of("K-05", HEAT), List.of("K-06"), List.of("K-07"), List.of("K-08"),
			List.of("K-09"), List.of("K-11", HEAT), List.of("K-12"), List.of("K-13"), List.of("K-14"), List.of("K-15"),
			List.of("K-16"), List.of("K-17"), List.of("N-03", DEEP, HEAT), List.of("N-04"), List.of("X-01", HEAT, DEEP),
			List.of("X-02"), List.of("X-03", HEAT), List.of("X-04", HEAT, DEEP, "myofascial-release"),
			List.of("X-05", HEAT), List.of("X-06", HEAT), List.of("X-07", HEAT, DEEP), List.of("X-08", HEAT, DEEP),
			List.of("X-09"), List.of("X-10", DEEP), List.of("X-11", HEAT));

	private static final PlannedPhase MONTHLY = new PlannedPhase("monthly", 3, 28, false);

	private static final List<PlannedPhase> MONTHLY_ONLY = List.of(MONTHLY);

	private static final List<List<PlannedPhase>> FULL = List.of(full(4), full(5), full(6));

	/** With the words of the built-in files. */
	static final Contract BUILT_IN = new Contract(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	private final KnowledgeBase base;

	private final KnowledgeVersion version;

	private final List<String> ids = new ArrayList<>();

	/** For each question its options as answers. */
	private final List<List<Answer>> single = new ArrayList<>();

	private final Finding e07, e08, e09, e11, e12, e13, e14, u01, u04, u05, u06, u11, u12, u13, u16, d11, w01, d13, d14,
			d15, d10, u15, d16, d18, d19, d01, d03, d04, d05, d07, d17, u10, w02, u07doctor, u14doctor;

	private final Finding[] nerveTexts = new Finding[18];

	private final Finding e10, e10urgent, n01, n02, u02, u02doctor, u03, u07, u08, u08doctor, u09, u14, d02, d06, d08,
			d12, d20, d21;

	private final Caution[] cautions;

	/**
	 * The contract.
	 * @param base where its words are taken from
	 */
	public Contract(KnowledgeBase base) {
		this.base = base;
		this.version = new KnowledgeVersion(base.about().version(), base.sha256(), base.language().sha256());
		for (Asking question : ContractQuestions.all()) {
			this.ids.add(question.id());
			this.single
				.add(question.options().stream().map((option) -> (Answer) new Answer.Choice(List.of(option))).toList());
		}
		this.e07 = only("E-07", Level.EMERGENCY, BODY, SERIOUS_ACCIDENT);
		this.e08 = only("E-08", Level.EMERGENCY, BODY, CHEST_PAIN);
		this.e09 = only("E-09", Level.EMERGENCY, BODY, TEARING_PAIN);
		this.e11 = only("E-11", Level.EMERGENCY, BODY, BREATHLESS);
		this.e12 = only("E-12", Level.EMERGENCY, BODY, STIFF_NECK_FEVER);
		this.e13 = only("E-13", Level.EMERGENCY, BODY, NECK_VESSEL);
		this.e14 = only("E-14", Level.EMERGENCY, BODY, VERY_UNWELL);
		this.u01 = only("U-01", Level.URGENT, GENERAL, FEVER);
		this.u04 = only("U-04", Level.URGENT, GENERAL, WEIGHT_LOSS);
		this.u05 = only("U-05", Level.URGENT, GENERAL, NIGHT_PAIN);
		this.u06 = only("U-06", Level.URGENT, GENERAL, LUMP_OR_SHAPE_CHANGE);
		this.u11 = only("U-11", Level.URGENT, GENERAL, KIDNEY_SIGNS);
		this.u12 = only("U-12", Level.URGENT, GENERAL, LEG_SWOLLEN);
		this.u13 = only("U-13", Level.URGENT, GENERAL, CLUMSY_HANDS);
		this.u16 = only("U-16", Level.URGENT, GENERAL, BAND_RASH);
		this.d11 = only("D-11", Level.SEE_DOCTOR, GENERAL, ORGAN_PATTERN);
		this.w01 = only("W-01", Level.WAIT, TODAY, INFECTIOUS_TODAY);
		this.d13 = only("D-13", Level.SEE_DOCTOR, TODAY, BLOOD_CLOT);
		this.d14 = only("D-14", Level.SEE_DOCTOR, TODAY, RECENT_HEART_ATTACK_OR_STROKE);
		this.d15 = only("D-15", Level.SEE_DOCTOR, TODAY, RECENT_SURGERY_OR_FRACTURE);
		this.d10 = only("D-10", Level.SEE_DOCTOR, TODAY, BLOOD_PRESSURE_UNCONTROLLED);
		this.u15 = only("U-15", Level.URGENT, TODAY, PREGNANCY_WARNING_SIGNS);
		this.d16 = only("D-16", Level.SEE_DOCTOR, TODAY, HIGH_RISK_PREGNANCY);
		this.d18 = only("D-18", Level.SEE_DOCTOR, TODAY, BLEEDING_DISORDER);
		this.d19 = only("D-19", Level.SEE_DOCTOR, TODAY, UNDIAGNOSED_LUMP);
		this.d01 = only("D-01", Level.SEE_DOCTOR, DISC, DISC_YES);
		this.d03 = only("D-03", Level.SEE_DOCTOR, LIMB, NUMBNESS_OR_TINGLING);
		this.d04 = only("D-04", Level.SEE_DOCTOR, LIMB, WEAKNESS_LONG_STANDING);
		this.d05 = only("D-05", Level.SEE_DOCTOR, ONSET, KNOCK_OR_FALL);
		this.d07 = only("D-07", Level.SEE_DOCTOR, SEEN, DOCTOR_SEEN_NO);
		this.d17 = only("D-17", Level.SEE_DOCTOR, HISTORY, CANCER_TREATMENT_NOW);
		this.u10 = only("U-10", Level.URGENT, LIMB, WEAKNESS_NEW_OR_WORSE);
		this.w02 = only("W-02", Level.WAIT, SKIN, SKIN_WIDESPREAD);
		this.u07doctor = only("U-07", Level.SEE_DOCTOR, GENERAL, WORSE_ON_COUGH_OR_STRAIN);
		this.u14doctor = only("U-14", Level.SEE_DOCTOR, GENERAL, HOT_SWOLLEN_BACK);
		for (int i = 0; i < 6; i++) {
			this.nerveTexts[i] = text("E-0" + (i + 1), Level.EMERGENCY);
			this.nerveTexts[6 + i] = text("E-0" + (i + 1), Level.URGENT);
			this.nerveTexts[12 + i] = text("E-0" + (i + 1), Level.SEE_DOCTOR);
		}
		this.e10 = text("E-10", Level.EMERGENCY);
		this.e10urgent = text("E-10", Level.URGENT);
		this.n01 = text("N-01", Level.URGENT);
		this.n02 = text("N-02", Level.SEE_DOCTOR);
		this.u02 = text("U-02", Level.URGENT);
		this.u02doctor = text("U-02", Level.SEE_DOCTOR);
		this.u03 = text("U-03", Level.URGENT);
		this.u07 = text("U-07", Level.URGENT);
		this.u08 = text("U-08", Level.URGENT);
		this.u08doctor = text("U-08", Level.SEE_DOCTOR);
		this.u09 = text("U-09", Level.URGENT);
		this.u14 = text("U-14", Level.URGENT);
		this.d02 = text("D-02", Level.SEE_DOCTOR);
		this.d06 = text("D-06", Level.SEE_DOCTOR);
		this.d08 = text("D-08", Level.SEE_DOCTOR);
		this.d12 = text("D-12", Level.SEE_DOCTOR);
		this.d20 = text("D-20", Level.SEE_DOCTOR);
		this.d21 = text("D-21", Level.SEE_DOCTOR);
		this.cautions = LIMITS.stream().map(this::caution).toArray(Caution[]::new);
	}

	private Caution caution(List<String> limit) {
		Rules.Caution words = this.base.cautions()
			.stream()
			.filter((rule) -> rule.id().equals(limit.get(0)))
			.findFirst()
			.orElseThrow();
		return new Caution(words.id(), words.source(), words.caution(), limit.subList(1, limit.size()));
	}

	private Finding text(String rule, Level level) {
		Rules.Referral referral = this.base.referral(rule);
		return new Finding(rule, level, referral.source(), referral.because(), Map.of());
	}

	private Finding only(String rule, Level level, int question, int option) {
		Rules.Referral referral = this.base.referral(rule);
		return new Finding(rule, level, referral.source(), referral.because(),
				Map.of(this.ids.get(question), this.single.get(question).get(Integer.numberOfTrailingZeros(option))));
	}

	private static List<PlannedPhase> full(int weekly) {
		return List.of(new PlannedPhase("weekly", weekly, 7, false), new PlannedPhase("fortnightly", 4, 14, true),
				MONTHLY);
	}

	Assessment assess(AnswerSheet sheet) {
		return assess(new ContractSheet(sheet));
	}

	/**
	 * Decides.
	 * @param s answers to the questions that are asked and to no others
	 * @return the decision
	 */
	public Assessment assess(ContractSheet s) {
		List<Finding> found = new ArrayList<>();
		int signs = s.nerve & NERVE_SIGNS;
		boolean now = signs != 0 && (s.course == 0 || (s.course & (NEW_OR_WORSE | COURSE_NOT_SURE)) != 0);
		boolean unchecked = (s.course & LONG_STANDING_UNCHECKED) != 0;
		boolean checked = (s.course & LONG_STANDING_CHECKED) != 0;
		boolean cancer = (s.history & (CANCER_EVER | CANCER_TREATMENT_NOW)) != 0 || (s.skin & RADIOTHERAPY_RECENT) != 0;
		boolean bone = (s.history & OSTEOPOROSIS_OR_LONG_STEROIDS) != 0;
		boolean pain = (s.location & PLACES) != 0;
		boolean fresh = (s.duration & (UNDER_2_WEEKS | TWO_TO_6_WEEKS)) != 0;
		boolean constant = (s.pattern & CONSTANT) != 0;
		boolean strong = s.pain >= 7;
		boolean between = (s.location & BETWEEN_SHOULDER_BLADES) != 0;
		boolean gradual = (s.onset & (GRADUAL | UNKNOWN)) != 0;
		emergency(s, found, signs, now, cancer);
		urgent(s, found, signs, now, unchecked, checked, cancer, bone, pain, fresh, constant, strong, between, gradual);
		seeDoctor(s, found, signs, unchecked, checked, cancer, bone, pain, fresh, constant, strong, between, gradual);
		when((s.today & INFECTIOUS_TODAY) != 0, this.w01, found);
		when((s.skin & SKIN_WIDESPREAD) != 0, this.w02, found);
		boolean sensitised = isSensitised(s);
		if (!found.isEmpty()) {
			return new Assessment(Outcome.REFERRAL, found.get(0).level(), null, found, List.of(), false, List.of(),
					null, List.of(), null, null, sensitised, s.ignored, this.version);
		}
		return plan(s, cancer, bone, pain, fresh, constant, strong, between, gradual, sensitised);
	}

	private static boolean isSensitised(ContractSheet s) {
		return Integer.bitCount(s.sensitivity & SENSITIVITY_SIGNS) >= 3;
	}

	private void emergency(ContractSheet s, List<Finding> found, int signs, boolean now, boolean cancer) {
		if (now) {
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					found.add(nerve(s, this.nerveTexts[i], 1 << i));
				}
			}
			if ((signs & SEXUAL_FUNCTION) != 0 && (signs & OTHER_NERVE_SIGNS) != 0) {
				found.add(nerve(s, this.nerveTexts[5], signs));
			}
		}
		when((s.body & SERIOUS_ACCIDENT) != 0, this.e07, found);
		when((s.body & CHEST_PAIN) != 0, this.e08, found);
		when((s.body & TEARING_PAIN) != 0, this.e09, found);
		if (cancer && (now || (s.limb & WEAKNESS_NEW_OR_WORSE) != 0)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (now) {
				show(s, shown, NERVE, signs, s.nerve);
				showAll(s, shown, COURSE);
			}
			show(s, shown, LIMB, s.limb & WEAKNESS_NEW_OR_WORSE, s.limb);
			cancer(s, shown, 0);
			found.add(with(this.e10, shown));
		}
		when((s.body & BREATHLESS) != 0, this.e11, found);
		when((s.body & STIFF_NECK_FEVER) != 0, this.e12, found);
		when((s.body & NECK_VESSEL) != 0, this.e13, found);
		when((s.body & VERY_UNWELL) != 0, this.e14, found);
	}

	private void urgent(ContractSheet s, List<Finding> found, int signs, boolean now, boolean unchecked,
			boolean checked, boolean cancer, boolean bone, boolean pain, boolean fresh, boolean constant,
			boolean strong, boolean between, boolean gradual) {
		if (unchecked) {
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					found.add(nerve(s, this.nerveTexts[6 + i], 1 << i));
				}
			}
		}
		if ((signs & SEXUAL_FUNCTION) != 0) {
			if (now && (signs & OTHER_NERVE_SIGNS) == 0) {
				found.add(nerve(s, this.nerveTexts[11], 32));
			}
			else if (unchecked && (signs & OTHER_NERVE_SIGNS) != 0) {
				found.add(nerve(s, this.nerveTexts[11], signs));
			}
		}
		boolean old = signs != 0 && (unchecked || checked);
		if (cancer && !now && (s.limb & WEAKNESS_NEW_OR_WORSE) == 0 && ((s.limb & NUMBNESS_OR_TINGLING) != 0 || old)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (old) {
				show(s, shown, NERVE, signs, s.nerve);
				showAll(s, shown, COURSE);
			}
			show(s, shown, LIMB, s.limb & NUMBNESS_OR_TINGLING, s.limb);
			cancer(s, shown, 0);
			found.add(with(this.e10urgent, shown));
		}
		if ((s.nerve & NERVE_NOT_SURE) != 0 || (s.body & BODY_NOT_SURE) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, NERVE, s.nerve & NERVE_NOT_SURE, s.nerve);
			show(s, shown, BODY, s.body & BODY_NOT_SURE, s.body);
			found.add(with(this.n01, shown));
		}
		when((s.general & FEVER) != 0, this.u01, found);
		if ((s.history & WEAK_IMMUNITY_OR_RECENT_INFECTION) != 0 && pain && (fresh || constant)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, s.location, s.location);
			if (fresh) {
				showAll(s, shown, DURATION);
			}
			if (constant) {
				showAll(s, shown, PATTERN);
			}
			show(s, shown, HISTORY, WEAK_IMMUNITY_OR_RECENT_INFECTION, s.history);
			found.add(with(this.u02, shown));
		}
		if (cancer && pain && ((s.duration & (UNDER_2_WEEKS | TWO_TO_6_WEEKS | SIX_TO_12_WEEKS)) != 0 || constant
				|| strong || (s.general & WORSE_ON_COUGH_OR_STRAIN) != 0
				|| (s.location & (BETWEEN_SHOULDER_BLADES | MID_BACK_LEFT | MID_BACK_CENTRE | MID_BACK_RIGHT)) != 0)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, s.location, s.location);
			if ((s.duration & (UNDER_2_WEEKS | TWO_TO_6_WEEKS | SIX_TO_12_WEEKS)) != 0) {
				showAll(s, shown, DURATION);
			}
			if (strong) {
				showAll(s, shown, PAIN);
			}
			if (constant) {
				showAll(s, shown, PATTERN);
			}
			show(s, shown, GENERAL, s.general & WORSE_ON_COUGH_OR_STRAIN, s.general);
			cancer(s, shown, 0);
			found.add(with(this.u03, shown));
		}
		when((s.general & WEIGHT_LOSS) != 0, this.u04, found);
		when((s.general & NIGHT_PAIN) != 0, this.u05, found);
		when((s.general & LUMP_OR_SHAPE_CHANGE) != 0, this.u06, found);
		if ((s.general & WORSE_ON_COUGH_OR_STRAIN) != 0 && ((s.limb & LIMB_SIGNS) != 0 || cancer)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & LIMB_SIGNS, s.limb);
			show(s, shown, GENERAL, WORSE_ON_COUGH_OR_STRAIN, s.general);
			cancer(s, shown, 0);
			found.add(with(this.u07, shown));
		}
		boolean older = s.age >= 50 && gradual;
		boolean young = s.age >= 0 && s.age < 20;
		boolean knocked = (s.onset & KNOCK_OR_FALL) != 0;
		if (between && constant && (cancer || bone || young || knocked || older)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (young || older) {
				showAll(s, shown, AGE);
			}
			show(s, shown, LOCATION, BETWEEN_SHOULDER_BLADES, s.location);
			if (knocked || older) {
				showAll(s, shown, ONSET);
			}
			showAll(s, shown, PATTERN);
			cancer(s, shown, OSTEOPOROSIS_OR_LONG_STEROIDS);
			found.add(with(this.u08, shown));
		}
		boolean slight = (s.onset & (KNOCK_OR_FALL | SMALL_STRAIN_SEVERE_PAIN)) != 0;
		if ((bone || s.age >= 65) && (slight || (fresh && strong))) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (s.age >= 65) {
				showAll(s, shown, AGE);
			}
			if (fresh && strong) {
				showAll(s, shown, DURATION);
				showAll(s, shown, PAIN);
			}
			if (slight) {
				showAll(s, shown, ONSET);
			}
			show(s, shown, HISTORY, s.history & OSTEOPOROSIS_OR_LONG_STEROIDS, s.history);
			found.add(with(this.u09, shown));
		}
		when((s.limb & WEAKNESS_NEW_OR_WORSE) != 0, this.u10, found);
		when((s.general & KIDNEY_SIGNS) != 0, this.u11, found);
		when((s.general & LEG_SWOLLEN) != 0, this.u12, found);
		when((s.general & CLUMSY_HANDS) != 0, this.u13, found);
		if ((s.general & (FEVER | HOT_SWOLLEN_BACK)) == (FEVER | HOT_SWOLLEN_BACK)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, GENERAL, FEVER | HOT_SWOLLEN_BACK, s.general);
			found.add(with(this.u14, shown));
		}
		when((s.today & PREGNANCY_WARNING_SIGNS) != 0, this.u15, found);
		when((s.general & BAND_RASH) != 0, this.u16, found);
	}

	private void seeDoctor(ContractSheet s, List<Finding> found, int signs, boolean unchecked, boolean checked,
			boolean cancer, boolean bone, boolean pain, boolean fresh, boolean constant, boolean strong,
			boolean between, boolean gradual) {
		when((s.disc & DISC_YES) != 0, this.d01, found);
		if ((s.limb & (PAIN_INTO_LEG | PAIN_INTO_ARM)) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & (PAIN_INTO_LEG | PAIN_INTO_ARM), s.limb);
			found.add(with(this.d02, shown));
		}
		when((s.limb & NUMBNESS_OR_TINGLING) != 0, this.d03, found);
		when((s.limb & WEAKNESS_LONG_STANDING) != 0, this.d04, found);
		when((s.onset & KNOCK_OR_FALL) != 0, this.d05, found);
		if (Integer.bitCount(s.inflammatory & INFLAMMATORY_SIGNS) >= 4) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, INFLAMMATORY, s.inflammatory & INFLAMMATORY_SIGNS, s.inflammatory);
			found.add(with(this.d06, shown));
		}
		when((s.seen & DOCTOR_SEEN_NO) != 0, this.d07, found);
		if (s.age >= 0 && (s.age < 18 || (s.age < 20 && pain))) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, AGE);
			if (pain) {
				showAll(s, shown, LOCATION);
			}
			found.add(with(this.d08, shown));
		}
		when((s.today & BLOOD_PRESSURE_UNCONTROLLED) != 0, this.d10, found);
		when((s.general & ORGAN_PATTERN) != 0, this.d11, found);
		if (pain && (s.complaints & COMPLAINTS_NONE) != 0 && (s.movement & FREE) != 0
				&& (s.contributors & CONTRIBUTORS_NONE) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, LOCATION);
			showAll(s, shown, MOVEMENT);
			showAll(s, shown, COMPLAINTS);
			showAll(s, shown, CONTRIBUTORS);
			found.add(with(this.d12, shown));
		}
		when((s.today & BLOOD_CLOT) != 0, this.d13, found);
		when((s.today & RECENT_HEART_ATTACK_OR_STROKE) != 0, this.d14, found);
		when((s.today & RECENT_SURGERY_OR_FRACTURE) != 0, this.d15, found);
		when((s.today & HIGH_RISK_PREGNANCY) != 0, this.d16, found);
		when((s.history & CANCER_TREATMENT_NOW) != 0, this.d17, found);
		when((s.today & BLEEDING_DISORDER) != 0, this.d18, found);
		when((s.today & UNDIAGNOSED_LUMP) != 0, this.d19, found);
		boolean lasting = (s.duration & (SIX_TO_12_WEEKS | OVER_12_WEEKS)) != 0;
		if ((s.movement & MUCH_LESS) != 0 && (strong || lasting)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (lasting) {
				showAll(s, shown, DURATION);
			}
			if (strong) {
				showAll(s, shown, PAIN);
			}
			showAll(s, shown, MOVEMENT);
			found.add(with(this.d20, shown));
		}
		if (s.age >= 60 && fresh && constant && strong) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, AGE);
			showAll(s, shown, DURATION);
			showAll(s, shown, PAIN);
			showAll(s, shown, PATTERN);
			found.add(with(this.d21, shown));
		}
		if (checked) {
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					found.add(nerve(s, this.nerveTexts[12 + i], 1 << i));
				}
			}
		}
		if ((signs & SEXUAL_FUNCTION) != 0 && (checked || (unchecked && (signs & OTHER_NERVE_SIGNS) == 0))) {
			found.add(nerve(s, this.nerveTexts[17], 32));
		}
		if ((s.limb & LIMB_NOT_SURE) != 0 || (s.disc & DISC_NOT_SURE) != 0 || (s.general & GENERAL_NOT_SURE) != 0
				|| (s.history & HISTORY_NOT_SURE) != 0 || (s.today & TODAY_NOT_SURE) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & LIMB_NOT_SURE, s.limb);
			show(s, shown, DISC, s.disc & DISC_NOT_SURE, s.disc);
			show(s, shown, GENERAL, s.general & GENERAL_NOT_SURE, s.general);
			show(s, shown, HISTORY, s.history & HISTORY_NOT_SURE, s.history);
			show(s, shown, TODAY, s.today & TODAY_NOT_SURE, s.today);
			found.add(with(this.n02, shown));
		}
		if ((s.history & WEAK_IMMUNITY_OR_RECENT_INFECTION) != 0 && pain && !fresh && !constant) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, LOCATION);
			show(s, shown, HISTORY, WEAK_IMMUNITY_OR_RECENT_INFECTION, s.history);
			found.add(with(this.u02doctor, shown));
		}
		when((s.general & WORSE_ON_COUGH_OR_STRAIN) != 0 && (s.limb & LIMB_SIGNS) == 0 && !cancer, this.u07doctor,
				found);
		if (between && constant && gradual && !cancer && !bone && s.age < 50 && (s.age < 0 || s.age >= 20)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, BETWEEN_SHOULDER_BLADES, s.location);
			showAll(s, shown, ONSET);
			showAll(s, shown, PATTERN);
			found.add(with(this.u08doctor, shown));
		}
		when((s.general & (FEVER | HOT_SWOLLEN_BACK)) == HOT_SWOLLEN_BACK, this.u14doctor, found);
	}

	private static void when(boolean holds, Finding finding, List<Finding> found) {
		if (holds) {
			found.add(finding);
		}
	}

	private Finding nerve(ContractSheet s, Finding text, int options) {
		Map<String, Answer> shown = new LinkedHashMap<>();
		show(s, shown, NERVE, options, s.nerve);
		showAll(s, shown, COURSE);
		return with(text, shown);
	}

	private static Finding with(Finding text, Map<String, Answer> shown) {
		return new Finding(text.rule(), text.level(), text.source(), text.because(), shown);
	}

	private void cancer(ContractSheet s, Map<String, Answer> shown, int also) {
		show(s, shown, HISTORY, s.history & (CANCER_EVER | CANCER_TREATMENT_NOW | also), s.history);
		show(s, shown, SKIN, s.skin & RADIOTHERAPY_RECENT, s.skin);
	}

	private void showAll(ContractSheet s, Map<String, Answer> shown, int question) {
		Answer answer = s.answers[question];
		if (answer != null) {
			shown.put(this.ids.get(question), answer);
		}
	}

	private void show(ContractSheet s, Map<String, Answer> shown, int question, int options, int chosen) {
		if (options == 0) {
			return;
		}
		if (options == chosen) {
			shown.put(this.ids.get(question), Objects.requireNonNull(s.answers[question]));
		}
		else if (Integer.bitCount(options) == 1) {
			shown.put(this.ids.get(question), this.single.get(question).get(Integer.numberOfTrailingZeros(options)));
		}
		else {
			List<String> names = new ArrayList<>();
			for (int rest = options; rest != 0; rest &= rest - 1) {
				names.addAll(
						((Answer.Choice) this.single.get(question).get(Integer.numberOfTrailingZeros(rest))).options());
			}
			shown.put(this.ids.get(question), new Answer.Choice(names));
		}
	}

	private Assessment plan(ContractSheet s, boolean cancer, boolean bone, boolean pain, boolean fresh,
			boolean constant, boolean strong, boolean between, boolean gradual, boolean sensitised) {
		List<Caution> found = new ArrayList<>();
		int inflammatory = Integer.bitCount(s.inflammatory & INFLAMMATORY_SIGNS);
		limit(found, (s.ongoing & PREGNANT) != 0, K01);
		limit(found, (s.skin & BLOOD_THINNERS) != 0, K02);
		limit(found, bone, K03);
		limit(found, (s.skin & IMPLANT_OR_METALWORK) != 0, K05);
		limit(found, (s.skin & STRONG_PAINKILLERS_OR_SEDATIVES) != 0, K06);
		limit(found, (s.skin & OIL_ALLERGY) != 0, K07);
		limit(found, (s.skin & VARICOSE_SCAR_OR_BRUISE) != 0, K08);
		limit(found, (s.skin & TOUCH_IS_DIFFICULT) != 0, K09);
		limit(found, (s.skin & SKIN_BROKEN_OR_INFECTED) != 0, K11);
		limit(found, cancer, K12);
		limit(found, s.age >= 50 && fresh, K13);
		limit(found, strong, K14);
		limit(found, between && constant && !gradual, K15);
		limit(found, inflammatory == 2 || inflammatory == 3, K16);
		limit(found, (s.movement & MUCH_LESS) != 0, K17);
		limit(found, (s.ongoing & ONGOING_NOT_SURE) != 0 || (s.skin & SKIN_NOT_SURE) != 0, N03);
		limit(found, (s.inflammatory & INFLAMMATORY_NOT_SURE) != 0, N04);
		limit(found, (s.ongoing & REDUCED_SKIN_SENSATION) != 0, X01);
		limit(found, (s.ongoing & DIABETES) != 0, X02);
		limit(found, (s.ongoing & HEART_OR_CIRCULATION) != 0, X03);
		limit(found, (s.injury & UNDER_3_DAYS) != 0, X04);
		limit(found, (s.skin & SKIN_CONDITION_OR_SUNBURN) != 0, X05);
		limit(found, (s.skin & HEAT_SENSITIVE_MEDICINE) != 0, X06);
		limit(found, (s.skin & RADIOTHERAPY_RECENT) != 0, X07);
		limit(found, (s.skin & CANNOT_REPORT_HEAT) != 0, X08);
		limit(found, (s.ongoing & BLOOD_PRESSURE_CONTROLLED) != 0, X09);
		limit(found, sensitised, X10);
		limit(found, (s.preference & NO_HEAT) != 0, X11);
		Map<String, List<String>> excluded = Map.of();
		if (!found.isEmpty()) {
			excluded = new LinkedHashMap<>();
			for (Caution caution : found) {
				for (String technique : caution.excludes()) {
					excluded.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(caution.rule());
				}
			}
		}
		List<PlannedPhase> phases = MONTHLY_ONLY;
		if (pain || (s.complaints & TENSION) != 0 || (s.movement & (A_LITTLE_LESS | MUCH_LESS)) != 0) {
			int weekly = strong ? 2 : (s.pain >= 4) ? 1 : 0;
			phases = FULL.get(Math.min(2, weekly + (((s.duration & OVER_12_WEEKS) != 0) ? 1 : 0)));
		}
		return new Assessment(Outcome.CARE_PLAN, null, null, List.of(), found, false, List.of(),
				choose(s, excluded, sensitised), phases, null, null, sensitised, s.ignored, this.version);
	}

	private void limit(List<Caution> found, boolean holds, int rule) {
		if (holds) {
			found.add(this.cautions[rule]);
		}
	}

	/** The choice when some techniques are excluded, each with the rules that do so. */
	TechniqueChoice choose(ContractSheet s, Map<String, List<String>> excluded) {
		return choose(s, excluded, isSensitised(s));
	}

	private TechniqueChoice choose(ContractSheet s, Map<String, List<String>> excluded, boolean sensitised) {
		int[] scores = new int[4];
		int holding = 0;
		int[] cause = null;
		for (int i = 0; i < 4; i++) {
			if ((s.contributors & CAUSES[i]) != 0) {
				add(scores, CAUSE_POINTS[i]);
				cause = CAUSE_POINTS[i];
				holding++;
			}
		}
		cause = (s.mainCause != 0) ? CAUSE_POINTS[Integer.numberOfTrailingZeros(s.mainCause)]
				: (holding == 1) ? cause : null;
		int indications = s.complaints & INDICATIONS | (((s.movement & (A_LITTLE_LESS | MUCH_LESS)) != 0) ? 32 : 0);
		for (int rest = indications; rest != 0; rest &= rest - 1) {
			add(scores, INDICATION_POINTS[Integer.numberOfTrailingZeros(rest)]);
		}
		int[] complaint = (s.mainComplaint != 0) ? INDICATION_POINTS[Integer.numberOfTrailingZeros(s.mainComplaint)]
				: (Integer.bitCount(indications) == 1) ? INDICATION_POINTS[Integer.numberOfTrailingZeros(indications)]
						: null;
		if (cause != null) {
			add(scores, cause);
		}
		if (complaint != null) {
			add(scores, complaint);
		}
		scores[0] += ((s.duration & OVER_12_WEEKS) != 0) ? 1 : 0;
		scores[2] += ((s.contributors & CONTINUOUS_STRESS) != 0) ? 1 : 0;
		int first = best(scores, cause, complaint, excluded, -1);
		int second = best(scores, cause, complaint, excluded, first);
		int wanted = sensitised ? 2 : switch (s.preference) {
			case GENTLE -> 2;
			case FIRM -> 1;
			case WARMTH -> 3;
			default -> -1;
		};
		if (wanted >= 0 && wanted != first && (sensitised
				|| (!excluded.containsKey(TECHNIQUES.get(wanted)) && scores[first] - scores[wanted] <= 2))) {
			second = first;
			first = wanted;
		}
		return new TechniqueChoice(TECHNIQUES.get(first), (second >= 0) ? TECHNIQUES.get(second) : null,
				Map.of(TECHNIQUES.get(0), scores[0], TECHNIQUES.get(1), scores[1], TECHNIQUES.get(2), scores[2],
						TECHNIQUES.get(3), scores[3]),
				excluded, List.of());
	}

	/**
	 * What the contract decides too: everything but the rows that the points come from.
	 * @param assessment a decision of the engine
	 * @return the same without those rows
	 */
	public static Assessment comparable(Assessment assessment) {
		TechniqueChoice choice = assessment.technique();
		return (choice == null) ? assessment
				: new Assessment(assessment.outcome(), assessment.level(), assessment.lead(), assessment.findings(),
						assessment.cautions(), assessment.complementary(), assessment.cleared(), comparable(choice),
						assessment.phases(), assessment.areas(), assessment.habit(), assessment.sensitised(),
						assessment.ignored(), assessment.knowledge());
	}

	static TechniqueChoice comparable(TechniqueChoice choice) {
		return new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(), choice.excluded(),
				List.of());
	}

	private static void add(int[] scores, int[] points) {
		scores[0] += points[0];
		scores[1] += points[1];
		scores[2] += points[2];
		scores[3] += points[3];
	}

	private static int best(int[] scores, int @Nullable [] cause, int @Nullable [] complaint,
			Map<String, List<String>> excluded, int but) {
		int best = -1;
		int most = -1;
		for (int i = 0; i < 4; i++) {
			if (i != but && !excluded.containsKey(TECHNIQUES.get(i))) {
				int worth = scores[i] * 100 + ((complaint != null && complaint[i] == 3) ? 40 : 0)
						+ ((cause != null && cause[i] == 3) ? 20 : 0) + GENTLENESS[i];
				if (worth > most) {
					most = worth;
					best = i;
				}
			}
		}
		return best;
	}

}
