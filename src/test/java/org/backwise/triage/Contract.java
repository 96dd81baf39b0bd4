package org.backwise.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Left;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.ContractQuestions.Asking;
import org.jspecify.annotations.Nullable;

import static org.backwise.triage.ContractSheet.AGE;
import static org.backwise.triage.ContractSheet.BODY;
import static org.backwise.triage.ContractSheet.COMPLAINTS;
import static org.backwise.triage.ContractSheet.CONTRIBUTORS;
import static org.backwise.triage.ContractSheet.COURSE;
import static org.backwise.triage.ContractSheet.DISC;
import static org.backwise.triage.ContractSheet.DURATION;
import static org.backwise.triage.ContractSheet.GENERAL;
import static org.backwise.triage.ContractSheet.HABIT;
import static org.backwise.triage.ContractSheet.HISTORY;
import static org.backwise.triage.ContractSheet.INFLAMMATORY;
import static org.backwise.triage.ContractSheet.INJURY;
import static org.backwise.triage.ContractSheet.LIMB;
import static org.backwise.triage.ContractSheet.LOCATION;
import static org.backwise.triage.ContractSheet.MAIN_CAUSE;
import static org.backwise.triage.ContractSheet.MAIN_COMPLAINT;
import static org.backwise.triage.ContractSheet.MOVEMENT;
import static org.backwise.triage.ContractSheet.NERVE;
import static org.backwise.triage.ContractSheet.ONGOING;
import static org.backwise.triage.ContractSheet.ONSET;
import static org.backwise.triage.ContractSheet.PAIN;
import static org.backwise.triage.ContractSheet.PATTERN;
import static org.backwise.triage.ContractSheet.PREFERENCE;
import static org.backwise.triage.ContractSheet.SEEN;
import static org.backwise.triage.ContractSheet.SENSITIVITY;
import static org.backwise.triage.ContractSheet.SKIN;
import static org.backwise.triage.ContractSheet.STIFF;
import static org.backwise.triage.ContractSheet.TEMPLE;
import static org.backwise.triage.ContractSheet.TODAY;
import static org.backwise.triage.ContractSheet.TREND;
import static org.backwise.triage.ContractSheet.bits;

/**
 * The rules, the choice of technique and the plan once more, as plain {@code if}s written
 * from version 2 of the contract, with what a careful person would do for speed: a second
 * opinion on every sheet of the tests, and the floor that the benchmarks measure against.
 * It decides nothing. Only words are taken from the knowledge files.
 */
public final class Contract {

	private static final String DEEP = "deep-therapeutic";

	private static final String HEAT = "heat";

	private static final String MYOFASCIAL = "myofascial-release";

	static final List<String> TECHNIQUES = List.of(MYOFASCIAL, DEEP, "relaxation", HEAT);

	private static final int ALL = ~0;

	private static final int SEXUAL = bits(NERVE, "sexual-function"),
			OTHER_NERVE_SIGNS = bits(NERVE, "saddle-numbness bladder bowel both-legs legs-giving-way"),
			NERVE_SIGNS = SEXUAL | OTHER_NERVE_SIGNS, NEW = bits(COURSE, "new-or-worse not-sure"),
			UNCHECKED = bits(COURSE, "long-standing-unchecked"),
			LIMB_SIGNS = bits(LIMB,
					"pain-into-leg pain-into-arm numbness-or-tingling weakness-new-or-worse weakness-long-standing"
							+ " both-arms neck-shock"),
			WEAKER = bits(LIMB, "weakness-new-or-worse"), NUMB = bits(LIMB, "numbness-or-tingling"),
			PLACES = ~bits(LOCATION, "no-pain"), NECK = bits(LOCATION, "neck"),
			BETWEEN_BLADES = bits(LOCATION, "between-shoulder-blades"),
			MID_BACK = bits(LOCATION, "mid-back-left mid-back-centre mid-back-right"),
			UPPER_BACK = bits(LOCATION, "upper-back-left upper-back-right"),
			LOWER_BACK = bits(LOCATION, "lower-back-left lower-back-centre lower-back-right"),
			THORACIC_CENTRE = bits(LOCATION, "between-shoulder-blades mid-back-centre"),
			FRESH = bits(DURATION, "under-2-weeks 2-to-6-weeks"),
			LASTING = bits(DURATION, "6-to-12-weeks over-12-weeks"), UNDER_2_WEEKS = bits(DURATION, "under-2-weeks"),
			OVER_12_WEEKS = bits(DURATION, "over-12-weeks"), CREPT_IN = bits(ONSET, "gradual unknown"),
			KNOCK = bits(ONSET, "knock-or-fall"), SMALL_STRAIN = bits(ONSET, "small-strain-severe-pain"),
			CONSTANT = bits(PATTERN, "constant"), WORSE = bits(TREND, "worse"),
			COUGH = bits(GENERAL, "worse-on-cough-or-strain"),
			CANCER = bits(HISTORY, "cancer-ever cancer-treatment-now"),
			WEAK_IMMUNITY = bits(HISTORY, "weak-immunity-or-recent-infection"),
			BONE_RISK = bits(HISTORY, "osteoporosis-or-long-steroids"),
			NECK_RISK = bits(HISTORY, "neck-instability-risk"), FUSED = bits(HISTORY, "inflamed-or-fused-spine"),
			RADIOTHERAPY = bits(SKIN, "radiotherapy-recent"), THINNERS = bits(SKIN, "blood-thinners"),
			BLEEDING = bits(TODAY, "bleeding-disorder"), BIRTH = bits(ONGOING, "birth-in-6-months"),
			DIABETES = bits(ONGOING, "diabetes"), LESS_MOVEMENT = bits(MOVEMENT, "a-little-less much-less"),
			MUCH_LESS = bits(MOVEMENT, "much-less"), NOT_SEEN = bits(SEEN, "no"),
			BEGAN_YOUNG = bits(INFLAMMATORY, "began-before-45 began-before-35"),
			INFLAMMATORY_SIGNS = bits(INFLAMMATORY,
					"began-before-35 wakes-second-half-of-night buttock-pain better-with-movement"
							+ " better-with-anti-inflammatories family-history arthritis-or-tendon-pain"
							+ " psoriasis-bowel-or-eye"),
			INDICATIONS = ~bits(COMPLAINTS, "none"), TENSION = bits(COMPLAINTS, "tension"),
			NO_CONTRIBUTORS = bits(CONTRIBUTORS, "none"), CONTINUOUS_STRESS = bits(CONTRIBUTORS, "continuous-stress"),
			SENSITIVITY_SIGNS = ~bits(SENSITIVITY, "none"), GENTLE = bits(PREFERENCE, "gentle"),
			FIRM = bits(PREFERENCE, "firm"), WARMTH = bits(PREFERENCE, "warmth"), STIFF_NECK = bits(STIFF, "neck"),
			STIFF_UPPER_BACK = bits(STIFF, "upper-back"), STIFF_LOWER_BACK = bits(STIFF, "lower-back"),
			UNDER_3_DAYS = bits(INJURY, "under-3-days"), CHOOSE_FOR_ME = bits(HABIT, "choose-for-me");

	/** Findings are reported in this order. */
	private static final List<String> ORDER = List.of(("E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 E-12"
			+ " E-13 E-14 E-15 E-16 U-01 U-02 U-03 U-04 U-05 U-06 U-07 U-08 U-09 U-10 U-11 U-12 U-13 U-14 U-15 U-16"
			+ " U-17 U-18 U-19 U-20 U-21 U-22 D-01 D-02 D-03 D-04 D-05 D-06 D-07 D-08 D-10 D-11 D-12 D-13 D-14 D-15"
			+ " D-16 D-17 D-18 D-19 D-20 D-21 D-22 D-23 D-24 D-25 D-26 D-27 D-28 D-29 D-30 W-01 W-02 N-01 N-02")
		.split(" "));

	private static final Map<String, Integer> PLACE = ORDER.stream()
		.collect(Collectors.toMap((rule) -> rule, ORDER::indexOf));

	/** A rule that fires when one of some options of one question is chosen. */
	private record Sign(String rule, Level level, int question, int options) {

		Sign(String rule, Level level, int question, String options) {
			this(rule, level, question, bits(question, options));
		}

	}

	private static final List<Sign> SIGNS = List.of(new Sign("E-07", Level.EMERGENCY, BODY, "serious-accident"),
			new Sign("E-08", Level.EMERGENCY, BODY, "chest-pain"),
			new Sign("E-09", Level.EMERGENCY, BODY, "tearing-pain"),
			new Sign("E-11", Level.EMERGENCY, BODY, "breathless"),
			new Sign("E-12", Level.EMERGENCY, BODY, "stiff-neck-fever"),
			new Sign("E-13", Level.EMERGENCY, BODY, "face-speech-sight neck-pain-unlike-before"),
			new Sign("E-14", Level.EMERGENCY, BODY, "very-unwell"),
			new Sign("E-15", Level.EMERGENCY, BODY, "sudden-headache"),
			new Sign("E-16", Level.EMERGENCY, BODY, "effort-pain"), new Sign("U-01", Level.URGENT, GENERAL, "fever"),
			new Sign("U-04", Level.URGENT, GENERAL, "weight-loss"),
			new Sign("U-05", Level.URGENT, GENERAL, "night-pain"),
			new Sign("U-06", Level.URGENT, GENERAL, "lump-or-shape-change"),
			new Sign("U-10", Level.URGENT, LIMB, "weakness-new-or-worse"),
			new Sign("U-11", Level.URGENT, GENERAL, "kidney-signs"),
			new Sign("U-12", Level.URGENT, GENERAL, "leg-swollen"),
			new Sign("U-13", Level.URGENT, GENERAL, "clumsy-hands"),
			new Sign("U-14", Level.URGENT, GENERAL, "hot-swollen-back"),
			new Sign("U-15", Level.URGENT, TODAY, "pregnancy-warning-signs"),
			new Sign("U-16", Level.URGENT, GENERAL, "band-rash"), new Sign("U-17", Level.URGENT, LIMB, "both-arms"),
			new Sign("U-18", Level.URGENT, LIMB, "neck-shock"), new Sign("U-20", Level.URGENT, TEMPLE, "yes"),
			new Sign("U-21", Level.URGENT, TODAY, "angina-not-controlled"),
			new Sign("D-01", Level.SEE_DOCTOR, DISC, "yes"),
			new Sign("D-02", Level.SEE_DOCTOR, LIMB, "pain-into-leg pain-into-arm"),
			new Sign("D-03", Level.SEE_DOCTOR, LIMB, "numbness-or-tingling"),
			new Sign("D-04", Level.SEE_DOCTOR, LIMB, "weakness-long-standing"),
			new Sign("D-05", Level.SEE_DOCTOR, ONSET, "knock-or-fall"),
			new Sign("D-10", Level.SEE_DOCTOR, TODAY, "blood-pressure-uncontrolled"),
			new Sign("D-11", Level.SEE_DOCTOR, GENERAL, "organ-pattern"),
			new Sign("D-13", Level.SEE_DOCTOR, TODAY, "blood-clot"),
			new Sign("D-14", Level.SEE_DOCTOR, TODAY, "recent-heart-attack-or-stroke"),
			new Sign("D-15", Level.SEE_DOCTOR, TODAY, "recent-surgery-or-fracture"),
			new Sign("D-16", Level.SEE_DOCTOR, TODAY, "high-risk-pregnancy"),
			new Sign("D-17", Level.SEE_DOCTOR, HISTORY, "cancer-treatment-now"),
			new Sign("D-18", Level.SEE_DOCTOR, TODAY, "bleeding-disorder"),
			new Sign("D-19", Level.SEE_DOCTOR, TODAY, "undiagnosed-lump"),
			new Sign("D-27", Level.SEE_DOCTOR, HISTORY, "known-aneurysm"),
			new Sign("W-01", Level.WAIT, TODAY, "infectious-today"),
			new Sign("W-02", Level.WAIT, SKIN, "skin-widespread"));

	/** What stays excluded after a clearance, and what is left alone. */
	private record Clearance(Level level, List<String> excludes, List<String> leave) {
	}

	private static final Map<String, Clearance> CLEARED = clearances();

	private static Map<String, Clearance> clearances() {
		Map<String, Clearance> all = new LinkedHashMap<>();
		List<String> deep = List.of(DEEP);
		List<String> both = List.of(DEEP, HEAT);
		for (String rule : ids("E-01 E-02 E-03 E-04 E-05 E-06 D-03")) {
			all.put(rule, new Clearance(Level.SEE_DOCTOR, both, List.of("numb-area")));
		}
		for (String rule : ids("U-02 U-07 U-08 D-01 D-02 D-04 D-06 D-07 D-08 D-11 D-12 D-20 D-22 D-28 D-29")) {
			all.put(rule, new Clearance(Level.SEE_DOCTOR, deep, List.of()));
		}
		for (String rule : ids("N-02 D-10 D-14 D-18")) {
			all.put(rule, new Clearance(Level.SEE_DOCTOR, both, List.of()));
		}
		String throat = "front-and-sides-of-neck";
		all.put("D-05", new Clearance(Level.SEE_DOCTOR, deep, List.of("injured-area")));
		all.put("D-23", new Clearance(Level.SEE_DOCTOR, deep, List.of("spine")));
		all.put("D-24", new Clearance(Level.SEE_DOCTOR, deep, List.of(throat)));
		all.put("D-25", new Clearance(Level.SEE_DOCTOR, deep, List.of(throat)));
		all.put("D-26", new Clearance(Level.SEE_DOCTOR, deep, List.of("spine", throat)));
		all.put("D-27", new Clearance(Level.SEE_DOCTOR, both, List.of("tummy")));
		all.put("D-30", new Clearance(Level.SEE_DOCTOR, deep, List.of("spine")));
		all.put("D-13", new Clearance(Level.SEE_DOCTOR, both, List.of("legs")));
		all.put("D-15", new Clearance(Level.SEE_DOCTOR, both, List.of("operation-or-fracture")));
		all.put("D-16", new Clearance(Level.SEE_DOCTOR, both, List.of("tummy")));
		all.put("D-17", new Clearance(Level.SEE_DOCTOR, both, List.of("treatment-sites")));
		all.put("D-19", new Clearance(Level.SEE_DOCTOR, deep, List.of("lump")));
		all.put("W-02", new Clearance(Level.WAIT, both, List.of("sore-skin")));
		return all;
	}

	/** A rule that limits a plan: what it excludes and the area it leaves alone. */
	private record Limit(String rule, @Nullable String leave, List<String> excludes) {

		static Limit of(String rule, @Nullable String leave, String... excludes) {
			return new Limit(rule, leave, List.of(excludes));
		}

	}

	private static final List<Limit> LIMITS = List.of(Limit.of("K-01", "tummy", DEEP, HEAT),
			Limit.of("K-02", null, DEEP), Limit.of("K-03", "spine", DEEP), Limit.of("K-05", "implant", HEAT),
			Limit.of("K-06", null), Limit.of("K-07", null), Limit.of("K-08", "veins-scar-or-bruise"),
			Limit.of("K-09", null), Limit.of("K-11", "sore-skin", HEAT), Limit.of("K-12", null), Limit.of("K-13", null),
			Limit.of("K-14", null), Limit.of("K-15", null), Limit.of("K-16", null), Limit.of("K-17", null),
			Limit.of("K-18", "spine", DEEP), Limit.of("K-19", null, DEEP), Limit.of("K-20", "front-and-sides-of-neck"),
			Limit.of("K-21", null), Limit.of("K-22", "legs"), Limit.of("K-23", null, DEEP),
			Limit.of("K-24", "spine", DEEP, MYOFASCIAL), Limit.of("X-01", "numb-area", HEAT, DEEP),
			Limit.of("X-02", null), Limit.of("X-03", null, HEAT),
			Limit.of("X-04", "injured-area", HEAT, DEEP, MYOFASCIAL), Limit.of("X-05", "sore-skin", HEAT),
			Limit.of("X-06", null, HEAT), Limit.of("X-07", "radiotherapy-area", HEAT, DEEP),
			Limit.of("X-08", null, HEAT, DEEP), Limit.of("X-09", null), Limit.of("X-10", null, DEEP),
			Limit.of("X-11", null, HEAT), Limit.of("N-03", null, DEEP, HEAT), Limit.of("N-04", null));

	private static final int K01 = 0, K02 = 1, K03 = 2, K05 = 3, K06 = 4, K07 = 5, K08 = 6, K09 = 7, K11 = 8, K12 = 9,
			K13 = 10, K14 = 11, K15 = 12, K16 = 13, K17 = 14, K18 = 15, K19 = 16, K20 = 17, K21 = 18, K22 = 19,
			K23 = 20, K24 = 21, X01 = 22, X02 = 23, X03 = 24, X04 = 25, X05 = 26, X06 = 27, X07 = 28, X08 = 29,
			X09 = 30, X10 = 31, X11 = 32, N03 = 33, N04 = 34;

	/** Gentler first. */
	private static final int[] GENTLENESS = { 3, 1, 4, 2 };

	private static final int[][] CAUSE_POINTS = { { 1, 3, 2, 2 }, { 3, 2, 0, 1 }, { 1, 3, 1, 2 }, { 0, 0, 3, 2 } };

	private static final int[] CAUSES = { bits(CONTRIBUTORS, "poor-posture long-sitting continuous-stress"),
			bits(CONTRIBUTORS, "restricted-areas pain-felt-elsewhere"),
			bits(CONTRIBUTORS, "repetitive-movement unguided-exercise heavy-physical-work"),
			bits(CONTRIBUTORS, "stress anxiety always-alert") };

	private static final int[][] INDICATION_POINTS = { { 1, 3, 1, 2 }, { 3, 1, 1, 2 }, { 0, 1, 3, 2 }, { 0, 1, 2, 3 },
			{ 3, 2, 0, 1 }, { 3, 1, 0, 1 } };

	private static final List<PlannedPhase> MONTHLY_ONLY = List.of(new PlannedPhase("monthly", 3, 28, false));

	private static final List<List<PlannedPhase>> FULL = List.of(full(4), full(5), full(6));

	/** For each question what not being sure is; 0 where nobody is asked to be. */
	private static final int[] NOT_SURE = ContractQuestions.all()
		.stream()
		.mapToInt(
				(question) -> question.options().contains("not-sure") ? 1 << question.options().indexOf("not-sure") : 0)
		.toArray();

	private static final int[] LIMIT_QUESTIONS = new int[35], LIMIT_SIGNS = new int[35];

	static {
		limit(K01, ONGOING, "pregnant");
		limit(K02, SKIN, "blood-thinners");
		limit(K03, HISTORY, "osteoporosis-or-long-steroids");
		limit(K05, SKIN, "implant-or-metalwork");
		limit(K06, SKIN, "strong-painkillers-or-sedatives");
		limit(K07, SKIN, "oil-allergy");
		limit(K08, SKIN, "varicose-scar-or-bruise");
		limit(K09, SKIN, "touch-is-difficult");
		limit(K11, SKIN, "skin-broken-or-infected");
		limit(K17, MOVEMENT, "much-less");
		limit(K19, HISTORY, "weak-immunity-or-recent-infection");
		limit(K22, ONGOING, "birth-in-6-months");
		limit(K23, HISTORY, "neck-instability-risk");
		limit(K24, HISTORY, "inflamed-or-fused-spine");
		limit(X01, ONGOING, "reduced-skin-sensation");
		limit(X02, ONGOING, "diabetes");
		limit(X03, ONGOING, "heart-or-circulation");
		limit(X04, INJURY, "under-3-days");
		limit(X05, SKIN, "skin-condition-or-sunburn");
		limit(X06, SKIN, "heat-sensitive-medicine");
		limit(X07, SKIN, "radiotherapy-recent");
		limit(X08, SKIN, "cannot-report-heat");
		limit(X09, ONGOING, "blood-pressure-controlled");
		limit(X11, PREFERENCE, "no-heat");
		limit(N04, INFLAMMATORY, "not-sure");
	}

	private static void limit(int limit, int question, String option) {
		LIMIT_QUESTIONS[limit] = question;
		LIMIT_SIGNS[limit] = bits(question, option);
	}

	/** With the words of the built-in files. */
	static final Contract BUILT_IN = new Contract(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	private final KnowledgeVersion version;

	private final List<String> ids = new ArrayList<>();

	/** For each question its options as answers. */
	private final List<List<Answer>> single = new ArrayList<>();

	/** For each level the rules in order, without answers. */
	private final Map<Level, Finding[]> bare = new EnumMap<>(Level.class);

	/** The signs with their only answer, where there is only one. */
	private final @Nullable Finding[] signs = new Finding[SIGNS.size()];

	private final Caution[] limits;

	private final Caution unclear;

	/**
	 * The contract.
	 * @param base where its words are taken from
	 */
	public Contract(KnowledgeBase base) {
		this.version = new KnowledgeVersion(base.about().version(), base.sha256(), base.language().sha256());
		for (Asking question : ContractQuestions.all()) {
			this.ids.add(question.id());
			this.single
				.add(question.options().stream().map((option) -> (Answer) new Answer.Choice(List.of(option))).toList());
		}
		for (Level level : Level.values()) {
			this.bare.put(level,
					ORDER.stream().map(base::referral).map((rule) -> bare(rule, level)).toArray(Finding[]::new));
		}
		for (int i = 0; i < this.signs.length; i++) {
			Sign sign = SIGNS.get(i);
			if (Integer.bitCount(sign.options()) == 1) {
				Answer answer = this.single.get(sign.question()).get(Integer.numberOfTrailingZeros(sign.options()));
				this.signs[i] = with(bare(base.referral(sign.rule()), sign.level()),
						Map.of(this.ids.get(sign.question()), answer));
			}
		}
		this.limits = LIMITS.stream().map((limit) -> caution(base, limit)).toArray(Caution[]::new);
		Rules.Referral origin = base.referral("D-12");
		this.unclear = new Caution("D-12", origin.source(), origin.title(), List.of());
	}

	private static Finding bare(Rules.Referral rule, Level level) {
		return new Finding(rule.id(), level, rule.source(), rule.because(), Map.of());
	}

	private static Caution caution(KnowledgeBase base, Limit limit) {
		Rules.Caution words = base.cautions()
			.stream()
			.filter((rule) -> rule.id().equals(limit.rule()))
			.findFirst()
			.orElseThrow();
		return new Caution(words.id(), words.source(), words.caution(), limit.excludes());
	}

	private static List<PlannedPhase> full(int weekly) {
		return List.of(new PlannedPhase("weekly", weekly, 7, false), new PlannedPhase("fortnightly", 4, 14, true),
				new PlannedPhase("monthly", 3, 28, true));
	}

	private static List<String> ids(String ids) {
		return List.of(ids.split(" "));
	}

	/** Every rule that can be lifted. */
	static Set<String> clearable() {
		return CLEARED.keySet();
	}

	Assessment assess(AnswerSheet sheet) {
		return assess(sheet, Set.of());
	}

	Assessment assess(AnswerSheet sheet, Set<String> cleared) {
		return assess(new ContractSheet(sheet), cleared);
	}

	/**
	 * Decides.
	 * @param sheet answers to the questions that are asked and to no others
	 * @return the decision
	 */
	public Assessment assess(ContractSheet sheet) {
		return assess(sheet, Set.of());
	}

	/**
	 * Decides as after clearances.
	 * @param sheet answers to the questions that are asked and to no others
	 * @param cleared the rules that a therapist lifted
	 * @return the decision
	 */
	public Assessment assess(ContractSheet sheet, Set<String> cleared) {
		Look look = new Look(sheet);
		look.safety();
		List<Finding> found = look.found();
		Finding unclear = look.unclearOrigin();
		if (found.isEmpty() && unclear != null) {
			return cleared.contains("D-12") ? plan(look, List.of(unclear), false) : referral(sheet, List.of(unclear));
		}
		for (Finding finding : found) {
			Clearance clearance = CLEARED.get(finding.rule());
			if (clearance == null || clearance.level() != finding.level() || !cleared.contains(finding.rule())) {
				return referral(sheet, found);
			}
		}
		return plan(look, found, unclear != null);
	}

	private Assessment referral(ContractSheet s, List<Finding> found) {
		Level level = found.stream().map(Finding::level).min(Level::compareTo).orElseThrow();
		boolean maternity = level == Level.URGENT && found.stream().anyMatch((one) -> one.rule().equals("U-15"));
		return new Assessment(Outcome.REFERRAL, level, maternity ? "maternity-service" : null, found, List.of(), false,
				List.of(), null, List.of(), null, null, isSensitised(s), s.ignored, this.version);
	}

	private Assessment plan(Look look, List<Finding> lifted, boolean unclear) {
		ContractSheet s = look.s;
		boolean sensitised = isSensitised(s);
		int[] fired = look.limits(sensitised);
		List<Caution> cautions = new ArrayList<>(fired.length + 1);
		Set<Left> leave = new LinkedHashSet<>();
		Map<String, List<String>> excluded = new LinkedHashMap<>();
		List<Cleared> cleared = new ArrayList<>(lifted.size());
		for (Finding finding : lifted) {
			Clearance clearance = Objects.requireNonNull(CLEARED.get(finding.rule()));
			cleared.add(new Cleared(finding.rule(), finding.level(), clearance.excludes()));
			clearance.leave().forEach((area) -> leave.add(new Left(area, finding.rule())));
			exclude(excluded, finding.rule(), clearance.excludes());
		}
		for (int limit : fired) {
			Caution caution = this.limits[limit];
			cautions.add(caution);
			exclude(excluded, caution.rule(), caution.excludes());
			String area = LIMITS.get(limit).leave();
			if (area != null) {
				leave.add(new Left(area, caution.rule()));
			}
		}
		if (unclear) {
			cautions.add(this.unclear);
		}
		boolean complementary = !lifted.isEmpty();
		return new Assessment(Outcome.CARE_PLAN, null, null, List.of(), cautions, complementary, cleared,
				choose(s, excluded, sensitised || complementary), phases(look), new Areas(work(s), List.copyOf(leave)),
				habit(s), sensitised, s.ignored, this.version);
	}

	private static void exclude(Map<String, List<String>> excluded, String rule, List<String> techniques) {
		for (String technique : techniques) {
			List<String> rules = excluded.computeIfAbsent(technique, (key) -> new ArrayList<>());
			rules.add(rule);
			rules.sort(null);
		}
	}

	private static boolean isSensitised(ContractSheet s) {
		return Integer.bitCount(s.chosen(SENSITIVITY, SENSITIVITY_SIGNS)) >= 3;
	}

	private static List<PlannedPhase> phases(Look look) {
		ContractSheet s = look.s;
		if (!look.pain && !s.chose(COMPLAINTS, TENSION) && !s.chose(MOVEMENT, LESS_MOVEMENT)) {
			return MONTHLY_ONLY;
		}
		int weekly = (s.number(PAIN) >= 7) ? 2 : (s.number(PAIN) >= 4) ? 1 : 0;
		return FULL.get(Math.min(2, weekly + (s.chose(DURATION, OVER_12_WEEKS) ? 1 : 0)));
	}

	private List<String> work(ContractSheet s) {
		boolean injured = s.chose(INJURY, UNDER_3_DAYS);
		int ticked = s.chosen(LOCATION, PLACES);
		int places = ticked;
		if (s.chose(STIFF, STIFF_NECK)) {
			places |= NECK;
		}
		if (injured) {
			places &= ~ticked;
		}
		List<String> work = new ArrayList<>();
		for (int rest = places; rest != 0; rest &= rest - 1) {
			work.addAll(((Answer.Choice) this.single.get(LOCATION).get(Integer.numberOfTrailingZeros(rest))).options());
		}
		if (s.chose(STIFF, STIFF_UPPER_BACK) && (ticked & (BETWEEN_BLADES | UPPER_BACK)) == 0) {
			work.add("upper-back");
		}
		if (s.chose(STIFF, STIFF_LOWER_BACK) && (ticked & LOWER_BACK) == 0) {
			work.add("lower-back");
		}
		if (work.isEmpty()) {
			work.add(injured ? "elsewhere" : "whole-back");
		}
		return work;
	}

	private Habit habit(ContractSheet s) {
		int wanted = s.chosen(HABIT, ~CHOOSE_FOR_ME);
		if (wanted != 0) {
			return new Habit(option(HABIT, wanted), Habit.ChosenBy.CLIENT);
		}
		int ticked = s.chosen(CONTRIBUTORS, ~NO_CONTRIBUTORS);
		if (ticked == 0) {
			return new Habit("keep-moving", Habit.ChosenBy.RULE);
		}
		int cause = s.chosen(MAIN_CAUSE, ALL);
		int ofMain = (cause != 0) ? ticked & CAUSES[Integer.numberOfTrailingZeros(cause)] : ticked;
		return new Habit(option(CONTRIBUTORS, ofMain), Habit.ChosenBy.RULE);
	}

	/** The first of some options. */
	private String option(int question, int options) {
		return ((Answer.Choice) this.single.get(question).get(Integer.numberOfTrailingZeros(options))).options().get(0);
	}

	private static Finding with(Finding bare, Map<String, Answer> shown) {
		return new Finding(bare.rule(), bare.level(), bare.source(), bare.because(), shown);
	}

	/** The answers behind a finding. */
	private final class Shown {

		private final ContractSheet s;

		private final int[] options = new int[Contract.this.ids.size()];

		Shown(ContractSheet s) {
			this.s = s;
		}

		/** The chosen ones of these options. */
		Shown some(int question, int options) {
			this.options[question] |= this.s.chosen(question, options);
			return this;
		}

		/** A number, or all that was chosen. */
		Shown all(int question) {
			this.options[question] = ALL;
			return this;
		}

		Shown when(boolean holds, int question) {
			return holds ? all(question) : this;
		}

		Shown cancer() {
			return some(HISTORY, CANCER).some(SKIN, RADIOTHERAPY);
		}

		/** What makes the course new: the answer, new weakness, or both. */
		Shown newCourse() {
			return some(COURSE, NEW).some(LIMB, WEAKER);
		}

		Map<String, Answer> answers() {
			Map<String, Answer> answers = new LinkedHashMap<>();
			for (int i = 0; i < this.options.length; i++) {
				Answer given = this.s.answers[i];
				if (this.options[i] != 0 && given != null) {
					answers.put(Contract.this.ids.get(i), part(i, given));
				}
			}
			return answers;
		}

		private Answer part(int question, Answer given) {
			int chosen = this.options[question];
			if (chosen == ALL || !(given instanceof Answer.Choice choice)) {
				return given;
			}
			if (Integer.bitCount(chosen) == choice.options().size()) {
				return given;
			}
			List<String> names = new ArrayList<>();
			for (int rest = chosen; rest != 0; rest &= rest - 1) {
				names.add(option(question, rest));
			}
			return new Answer.Choice(names);
		}

	}

	/** One sheet, looked at by every rule. */
	private final class Look {

		private final ContractSheet s;

		private final @Nullable Finding[] slots = new Finding[ORDER.size()];

		private final boolean cancer, bone, pain, fresh, lasting, constant, centre;

		private final int age, strength, inflammatory;

		Look(ContractSheet s) {
			this.s = s;
			this.cancer = s.chose(HISTORY, CANCER) || s.chose(SKIN, RADIOTHERAPY);
			this.bone = s.chose(HISTORY, BONE_RISK);
			this.pain = s.chose(LOCATION, PLACES);
			this.fresh = s.chose(DURATION, FRESH);
			this.lasting = s.chose(DURATION, LASTING);
			this.constant = s.chose(PATTERN, CONSTANT);
			this.centre = s.chose(LOCATION, THORACIC_CENTRE);
			this.age = s.number(AGE);
			this.strength = s.number(PAIN);
			this.inflammatory = Integer.bitCount(s.chosen(INFLAMMATORY, INFLAMMATORY_SIGNS));
		}

		List<Finding> found() {
			List<Finding> found = new ArrayList<>();
			for (Finding finding : this.slots) {
				if (finding != null) {
					found.add(finding);
				}
			}
			return found;
		}

		private Shown show() {
			return new Shown(this.s);
		}

		private void fire(String rule, Level level, Shown shown) {
			int place = Objects.requireNonNull(PLACE.get(rule));
			this.slots[place] = with(Objects.requireNonNull(Contract.this.bare.get(level))[place], shown.answers());
		}

		private boolean fired(String rule) {
			return this.slots[Objects.requireNonNull(PLACE.get(rule))] != null;
		}

		void safety() {
			for (int i = 0; i < SIGNS.size(); i++) {
				Sign sign = SIGNS.get(i);
				if (this.s.chose(sign.question(), sign.options())) {
					Finding fixed = Contract.this.signs[i];
					if (fixed != null) {
						this.slots[Objects.requireNonNull(PLACE.get(sign.rule()))] = fixed;
					}
					else {
						fire(sign.rule(), sign.level(), show().some(sign.question(), sign.options()));
					}
				}
			}
			nerves();
			infectionAndCancer();
			middleOfTheBack();
			bonesAndBlood();
			courseOfThePain();
			agesAndJoints();
			neckAndSpine();
			notSure();
		}

		private void nerves() {
			int signs = this.s.chosen(NERVE, NERVE_SIGNS);
			boolean weaker = this.s.chose(LIMB, WEAKER);
			boolean courseNew = !this.s.chose(COURSE, ~NEW) || weaker;
			boolean unchecked = this.s.chose(COURSE, UNCHECKED);
			Level level = courseNew ? Level.EMERGENCY : unchecked ? Level.URGENT : Level.SEE_DOCTOR;
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					fire(ORDER.get(i), level, course(courseNew).some(NERVE, 1 << i));
				}
			}
			if ((signs & SEXUAL) != 0) {
				boolean beside = signs != SEXUAL || this.s.chose(LIMB, LIMB_SIGNS);
				Level alone = courseNew ? Level.URGENT : Level.SEE_DOCTOR;
				Shown shown = course(courseNew).some(NERVE, SEXUAL);
				if (beside && (courseNew || unchecked)) {
					shown.some(NERVE, NERVE_SIGNS).some(LIMB, LIMB_SIGNS);
				}
				fire("E-06", beside ? level : alone, shown);
			}
			if (this.cancer && (weaker || (signs != 0 && courseNew))) {
				Shown shown = show().cancer().some(LIMB, WEAKER);
				fire("E-10", Level.EMERGENCY, (signs != 0) ? shown.some(NERVE, NERVE_SIGNS).newCourse() : shown);
			}
			else if (this.cancer && (signs != 0 || this.s.chose(LIMB, NUMB))) {
				Shown shown = show().cancer().some(LIMB, NUMB).some(NERVE, NERVE_SIGNS);
				fire("E-10", Level.URGENT, (signs != 0) ? shown.all(COURSE) : shown);
			}
		}

		private Shown course(boolean courseNew) {
			return courseNew ? show().newCourse() : show().all(COURSE);
		}

		private void infectionAndCancer() {
			if (this.s.chose(HISTORY, WEAK_IMMUNITY) && this.pain) {
				fire("U-02", (this.fresh || this.constant) ? Level.URGENT : Level.SEE_DOCTOR,
						show().some(HISTORY, WEAK_IMMUNITY)
							.all(LOCATION)
							.when(this.fresh, DURATION)
							.when(this.constant, PATTERN));
			}
			boolean shorter = this.s.chose(DURATION, ~OVER_12_WEEKS);
			if (this.cancer && this.pain && (shorter || this.constant || this.strength >= 7
					|| this.s.chose(GENERAL, COUGH) || this.s.chose(LOCATION, BETWEEN_BLADES | MID_BACK))) {
				fire("U-03", Level.URGENT,
						show().cancer()
							.all(LOCATION)
							.when(shorter, DURATION)
							.when(this.constant, PATTERN)
							.when(this.strength >= 7, PAIN)
							.some(GENERAL, COUGH));
			}
			if (this.s.chose(GENERAL, COUGH)) {
				boolean more = this.cancer || this.s.chose(LIMB, LIMB_SIGNS);
				Shown shown = show().some(GENERAL, COUGH);
				fire("U-07", more ? Level.URGENT : Level.SEE_DOCTOR,
						more ? shown.some(LIMB, LIMB_SIGNS).cancer() : shown);
			}
		}

		private void middleOfTheBack() {
			if (this.centre && this.constant) {
				boolean crept = this.s.chose(ONSET, CREPT_IN);
				boolean knock = this.s.chose(ONSET, KNOCK);
				boolean under20 = this.age >= 0 && this.age < 20;
				boolean older = this.age >= 50 && (crept || this.strength >= 7);
				Shown shown = show().some(LOCATION, THORACIC_CENTRE).all(PATTERN);
				if (this.cancer || this.bone || under20 || knock || older) {
					fire("U-08", Level.URGENT,
							shown.cancer()
								.some(HISTORY, BONE_RISK)
								.when(under20 || older, AGE)
								.when(knock || (older && crept), ONSET)
								.when(older && this.strength >= 7, PAIN));
				}
				else if (crept || this.age >= 50) {
					fire("U-08", Level.SEE_DOCTOR, shown.when(crept, ONSET).when(this.age >= 50, AGE));
				}
			}
			if ((this.bone || this.age >= 70) && this.centre && this.s.chose(SEEN, NOT_SEEN)) {
				fire("D-23", Level.SEE_DOCTOR,
						show().some(HISTORY, BONE_RISK)
							.when(this.age >= 70, AGE)
							.some(LOCATION, THORACIC_CENTRE)
							.all(SEEN));
			}
		}

		private void bonesAndBlood() {
			boolean slight = this.s.chose(ONSET, KNOCK | SMALL_STRAIN);
			boolean newAndStrong = this.fresh && this.strength >= 7;
			if ((this.bone || this.age >= 65) && (slight || newAndStrong)) {
				fire("U-09", Level.URGENT,
						show().some(HISTORY, BONE_RISK)
							.when(this.age >= 65, AGE)
							.when(slight, ONSET)
							.when(newAndStrong, DURATION)
							.when(newAndStrong, PAIN));
			}
			if ((this.s.chose(SKIN, THINNERS) || this.s.chose(TODAY, BLEEDING)) && this.pain
					&& (slight || newAndStrong)) {
				fire("U-19", Level.URGENT,
						show().all(LOCATION)
							.some(SKIN, THINNERS)
							.some(TODAY, BLEEDING)
							.when(slight, ONSET)
							.when(newAndStrong, DURATION)
							.when(newAndStrong, PAIN));
			}
			boolean small = this.s.chose(ONSET, SMALL_STRAIN);
			if (this.s.chose(ONGOING, BIRTH) && (newAndStrong || small)) {
				fire("D-30", Level.SEE_DOCTOR,
						show().some(ONGOING, BIRTH)
							.when(small, ONSET)
							.when(newAndStrong, DURATION)
							.when(newAndStrong, PAIN));
			}
		}

		private void courseOfThePain() {
			if (this.fresh && this.constant && this.strength >= 7) {
				Shown shown = show().all(DURATION).all(PATTERN).all(PAIN);
				if (this.age >= 60) {
					fire("D-21", Level.URGENT, show().all(AGE).all(DURATION).all(PATTERN).all(PAIN));
				}
				if (this.strength >= 8) {
					fire("D-22", Level.SEE_DOCTOR, shown);
				}
				if (this.s.chose(ONGOING, DIABETES)) {
					fire("D-29", Level.SEE_DOCTOR, shown.some(ONGOING, DIABETES));
				}
			}
			if (this.s.chose(TREND, WORSE)) {
				boolean longer = this.s.chose(DURATION, ~UNDER_2_WEEKS);
				if (this.constant && this.strength >= 7) {
					fire("U-22", Level.URGENT, show().all(TREND).all(PATTERN).all(PAIN));
				}
				if (this.constant || longer) {
					fire("D-28", Level.SEE_DOCTOR,
							show().all(TREND).when(this.constant, PATTERN).when(longer, DURATION));
				}
			}
			if (this.s.chose(MOVEMENT, MUCH_LESS) && (this.strength >= 7 || this.lasting)) {
				fire("D-20", Level.SEE_DOCTOR,
						show().all(MOVEMENT).when(this.strength >= 7, PAIN).when(this.lasting, DURATION));
			}
		}

		private void agesAndJoints() {
			boolean now = this.age >= 0 && this.age < 45;
			if (this.inflammatory >= 4 && (now || this.s.chose(INFLAMMATORY, BEGAN_YOUNG))) {
				fire("D-06", Level.SEE_DOCTOR,
						show().when(now, AGE).some(INFLAMMATORY, INFLAMMATORY_SIGNS | BEGAN_YOUNG));
			}
			if (this.age >= 60 && this.lasting && this.s.chose(SEEN, NOT_SEEN)) {
				fire("D-07", Level.SEE_DOCTOR, show().all(AGE).all(DURATION).all(SEEN));
			}
			if (this.age >= 0 && (this.age < 18 || (this.age < 20 && this.pain))) {
				fire("D-08", Level.SEE_DOCTOR, show().all(AGE).when(this.pain, LOCATION));
			}
		}

		private void neckAndSpine() {
			boolean neck = this.s.chose(LOCATION, NECK);
			if (this.s.chose(HISTORY, NECK_RISK) && neck) {
				fire("D-24", Level.SEE_DOCTOR, show().some(HISTORY, NECK_RISK).some(LOCATION, NECK));
			}
			if (this.age >= 55 && this.fresh && neck && (this.strength >= 7 || this.constant)) {
				fire("D-25", Level.SEE_DOCTOR,
						show().all(AGE)
							.all(DURATION)
							.some(LOCATION, NECK)
							.when(this.strength >= 7, PAIN)
							.when(this.constant, PATTERN));
			}
			if (this.s.chose(HISTORY, FUSED) && this.pain) {
				fire("D-26", Level.SEE_DOCTOR, show().some(HISTORY, FUSED).all(LOCATION));
			}
		}

		private void notSure() {
			if (notSure(NERVE, BODY)) {
				fire("N-01", Level.URGENT, shownNotSure(NERVE, BODY));
			}
			if (notSure(LIMB, DISC, TEMPLE, GENERAL, HISTORY, TODAY)) {
				fire("N-02", Level.SEE_DOCTOR, shownNotSure(LIMB, DISC, TEMPLE, GENERAL, HISTORY, TODAY));
			}
		}

		private boolean notSure(int... questions) {
			for (int question : questions) {
				if (this.s.chose(question, NOT_SURE[question])) {
					return true;
				}
			}
			return false;
		}

		private Shown shownNotSure(int... questions) {
			Shown shown = show();
			for (int question : questions) {
				shown.some(question, NOT_SURE[question]);
			}
			return shown;
		}

		/** D-12: not clearly functional. */
		@Nullable Finding unclearOrigin() {
			boolean nothing = this.s.chose(COMPLAINTS, ~INDICATIONS) && this.s.chose(MOVEMENT, ~LESS_MOVEMENT)
					&& this.s.chose(CONTRIBUTORS, NO_CONTRIBUTORS);
			if (!this.pain || !nothing) {
				return null;
			}
			int place = Objects.requireNonNull(PLACE.get("D-12"));
			return with(Objects.requireNonNull(Contract.this.bare.get(Level.SEE_DOCTOR))[place],
					show().all(LOCATION).all(MOVEMENT).all(COMPLAINTS).all(CONTRIBUTORS).answers());
		}

		/** The rules that limit a plan, in order. */
		int[] limits(boolean sensitised) {
			int[] fired = new int[LIMITS.size()];
			int count = 0;
			for (int i = 0; i < fired.length; i++) {
				if (limits(i, sensitised)) {
					fired[count++] = i;
				}
			}
			return Arrays.copyOf(fired, count);
		}

		private boolean limits(int limit, boolean sensitised) {
			int sign = LIMIT_SIGNS[limit];
			if (sign != 0) {
				return this.s.chose(LIMIT_QUESTIONS[limit], sign);
			}
			return switch (limit) {
				case K12 -> this.cancer;
				case K13 -> this.age >= 50 && this.fresh;
				case K14 -> this.strength >= 7;
				case K15 -> this.constant && this.s.chose(LOCATION, THORACIC_CENTRE | UPPER_BACK | MID_BACK);
				case K16 -> this.inflammatory >= 2 && !fired("D-06");
				case K18 -> this.age >= 75;
				case K20 ->
					this.s.chose(LOCATION, NECK) || this.s.chose(STIFF, STIFF_NECK) || this.s.chose(HISTORY, NECK_RISK);
				case K21 -> this.s.chose(PATTERN, ~CONSTANT) && this.s.chose(LOCATION, BETWEEN_BLADES | MID_BACK);
				case N03 -> notSure(ONGOING, SKIN);
				case X10 -> sensitised;
				default -> throw new IllegalStateException(LIMITS.get(limit).rule());
			};
		}

	}

	/** The choice when some techniques are excluded, each with the rules that do so. */
	TechniqueChoice choose(ContractSheet s, Map<String, List<String>> excluded) {
		return choose(s, excluded, isSensitised(s));
	}

	/** Relaxation comes first for a sensitised and in a complementary plan. */
	private static TechniqueChoice choose(ContractSheet s, Map<String, List<String>> excluded, boolean calm) {
		int[] scores = new int[4];
		int holding = 0;
		int[] cause = null;
		for (int i = 0; i < 4; i++) {
			if (s.chose(CONTRIBUTORS, CAUSES[i])) {
				add(scores, CAUSE_POINTS[i]);
				cause = CAUSE_POINTS[i];
				holding++;
			}
		}
		int mainCause = s.chosen(MAIN_CAUSE, ALL);
		cause = (mainCause != 0) ? CAUSE_POINTS[Integer.numberOfTrailingZeros(mainCause)]
				: (holding == 1) ? cause : null;
		int indications = s.chosen(COMPLAINTS, INDICATIONS) | (s.chose(MOVEMENT, LESS_MOVEMENT) ? 32 : 0);
		for (int rest = indications; rest != 0; rest &= rest - 1) {
			add(scores, INDICATION_POINTS[Integer.numberOfTrailingZeros(rest)]);
		}
		int mainComplaint = s.chosen(MAIN_COMPLAINT, ALL);
		int main = (mainComplaint != 0) ? mainComplaint : (Integer.bitCount(indications) == 1) ? indications : 0;
		int[] complaint = (main != 0) ? INDICATION_POINTS[Integer.numberOfTrailingZeros(main)] : null;
		if (cause != null) {
			add(scores, cause);
		}
		if (complaint != null) {
			add(scores, complaint);
		}
		scores[0] += s.chose(DURATION, OVER_12_WEEKS) ? 1 : 0;
		scores[2] += s.chose(CONTRIBUTORS, CONTINUOUS_STRESS) ? 1 : 0;
		int first = best(scores, cause, complaint, excluded, -1);
		int second = best(scores, cause, complaint, excluded, first);
		int wanted = calm ? 2 : wish(s);
		if (wanted >= 0 && wanted != first
				&& (calm || (!excluded.containsKey(TECHNIQUES.get(wanted)) && scores[first] - scores[wanted] <= 2))) {
			second = first;
			first = wanted;
		}
		return new TechniqueChoice(TECHNIQUES.get(first), (second >= 0) ? TECHNIQUES.get(second) : null,
				Map.of(TECHNIQUES.get(0), scores[0], TECHNIQUES.get(1), scores[1], TECHNIQUES.get(2), scores[2],
						TECHNIQUES.get(3), scores[3]),
				excluded, List.of());
	}

	private static int wish(ContractSheet s) {
		int wish = s.chosen(PREFERENCE, ALL);
		return (wish == GENTLE) ? 2 : (wish == FIRM) ? 1 : (wish == WARMTH) ? 3 : -1;
	}

	/**
	 * What the contract decides too: everything but the rows that the points come from
	 * and the order of the rules behind an exclusion.
	 * @param a a decision of the engine
	 * @return the same without those
	 */
	public static Assessment comparable(Assessment a) {
		TechniqueChoice choice = a.technique();
		return (choice == null) ? a
				: new Assessment(a.outcome(), a.level(), a.lead(), a.findings(), a.cautions(), a.complementary(),
						a.cleared(), comparable(choice), a.phases(), a.areas(), a.habit(), a.sensitised(), a.ignored(),
						a.knowledge());
	}

	static TechniqueChoice comparable(TechniqueChoice choice) {
		Map<String, List<String>> excluded = new TreeMap<>();
		choice.excluded().forEach((technique, rules) -> excluded.put(technique, rules.stream().sorted().toList()));
		return new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(), excluded, List.of());
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
