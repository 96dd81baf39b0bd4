package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The questions of the contract, written from its tables and not from the knowledge
 * files, and random people who answer them.
 */
final class ContractQuestions {

	private static final Predicate<AnswerSheet> ALWAYS = (sheet) -> true;

	private static final Predicate<AnswerSheet> IN_PAIN = (sheet) -> !sheet.chose("location", "no-pain");

	private static final Predicate<AnswerSheet> LONG = (sheet) -> sheet.chose("duration", "over-12-weeks");

	private static final Map<String, String> CAUSE_OF = new TreeMap<>(
			Map.ofEntries(Map.entry("poor-posture", "muscle-tension"), Map.entry("long-sitting", "muscle-tension"),
					Map.entry("continuous-stress", "muscle-tension"), Map.entry("restricted-areas", "myofascial"),
					Map.entry("pain-felt-elsewhere", "myofascial"), Map.entry("repetitive-movement", "overload"),
					Map.entry("unguided-exercise", "overload"), Map.entry("heavy-physical-work", "overload"),
					Map.entry("stress", "nervous-system"), Map.entry("anxiety", "nervous-system"),
					Map.entry("always-alert", "nervous-system")));

	private static final List<String> HABITS = List.of("poor-posture", "long-sitting", "continuous-stress",
			"restricted-areas", "pain-felt-elsewhere", "repetitive-movement", "unguided-exercise",
			"heavy-physical-work", "stress", "anxiety", "always-alert");

	/** How a question is answered. */
	enum Kind {

		SINGLE, MULTI, NUMBER

	}

	/**
	 * A question with its range or options; the options on offer may depend on the sheet.
	 */
	record Asking(String id, Kind kind, int highest, List<String> options, Predicate<AnswerSheet> asked,
			Function<AnswerSheet, List<String>> offered, boolean mayStayBlank) {

		Asking orBlank() {
			return new Asking(this.id, this.kind, this.highest, this.options, this.asked, this.offered, true);
		}

		boolean isAsked(AnswerSheet sheet) {
			return this.asked.test(sheet);
		}

		List<String> signs() {
			return this.options.stream()
				.filter((option) -> !List.of("none", "no-pain", "not-sure").contains(option))
				.toList();
		}

	}

	static final List<Asking> SAFETY = List.of(
			multi("nerve-signs", ALWAYS,
					"saddle-numbness bladder bowel both-legs legs-giving-way sexual-function none not-sure"),
			single("nerve-signs-course", (sheet) -> !sheet.signs("nerve-signs").isEmpty(),
					"new-or-worse long-standing-unchecked long-standing-checked not-sure"),
			single("nerve-signs-began", (sheet) -> !sheet.signs("nerve-signs").isEmpty(),
					"within-2-days 3-to-14-days over-14-days not-sure")
				.orBlank(),
			multi("body-signs", ALWAYS,
					"serious-accident chest-pain effort-pain tearing-pain breathless sudden-headache stiff-neck-fever"
							+ " face-speech-sight neck-pain-unlike-before very-unwell none not-sure"),
			number("age", ALWAYS, 120),
			multi("location", ALWAYS,
					"neck between-shoulder-blades upper-back-left upper-back-right mid-back-left mid-back-centre"
							+ " mid-back-right lower-back-left lower-back-centre lower-back-right buttock-left"
							+ " buttock-right no-pain"),
			single("duration", IN_PAIN, "under-2-weeks 2-to-6-weeks 6-to-12-weeks over-12-weeks"),
			single("onset", IN_PAIN,
					"gradual posture-or-sitting repetitive-or-heavy-work exercise stressful-time knock-or-fall"
							+ " small-strain-severe-pain unknown"),
			single("injury-age",
					(sheet) -> sheet.chose("duration", "under-2-weeks") && sheet.chose("onset", "knock-or-fall",
							"small-strain-severe-pain", "exercise", "repetitive-or-heavy-work"),
					"under-3-days 3-days-or-more"),
			number("pain", IN_PAIN, 10), single("pain-pattern", IN_PAIN, "constant comes-and-goes"),
			single("pain-trend", IN_PAIN, "better same up-and-down worse"),
			multi("limb-signs", ALWAYS,
					"pain-into-leg pain-into-arm numbness-or-tingling weakness-new-or-worse weakness-long-standing"
							+ " both-arms neck-shock none not-sure"),
			single("disc-diagnosis", ALWAYS, "yes no not-sure"),
			single("temple-jaw-vision", (sheet) -> sheet.number("age") >= 50, "yes no not-sure"),
			multi("general-signs", ALWAYS,
					"fever weight-loss night-pain lump-or-shape-change worse-on-cough-or-strain kidney-signs"
							+ " leg-swollen clumsy-hands hot-swollen-back band-rash organ-pattern none not-sure"),
			multi("history", ALWAYS,
					"cancer-ever cancer-treatment-now weak-immunity-or-recent-infection osteoporosis-or-long-steroids"
							+ " neck-instability-risk inflamed-or-fused-spine known-aneurysm none not-sure"),
			multi("health-today", ALWAYS,
					"infectious-today blood-clot recent-heart-attack-or-stroke angina-not-controlled"
							+ " recent-surgery-or-fracture blood-pressure-uncontrolled pregnancy-warning-signs high-risk-pregnancy"
							+ " bleeding-disorder undiagnosed-lump none not-sure"),
			multi("health-ongoing", ALWAYS,
					"pregnant birth-in-6-months blood-pressure-controlled heart-or-circulation diabetes"
							+ " reduced-skin-sensation none not-sure"),
			multi("skin-and-medicines", ALWAYS,
					"skin-broken-or-infected skin-widespread skin-condition-or-sunburn blood-thinners"
							+ " strong-painkillers-or-sedatives heat-sensitive-medicine radiotherapy-recent"
							+ " implant-or-metalwork varicose-scar-or-bruise cannot-report-heat oil-allergy"
							+ " touch-is-difficult none not-sure"),
			single("movement", ALWAYS, "free a-little-less much-less"),
			single("doctor-seen", ContractQuestions::asksForADoctor, "yes no"),
			multi("inflammatory-signs", (sheet) -> sheet.has("age") && sheet.number("age") < 60 && LONG.test(sheet),
					"began-before-45 began-before-35 wakes-second-half-of-night buttock-pain better-with-movement"
							+ " better-with-anti-inflammatories family-history arthritis-or-tendon-pain"
							+ " psoriasis-bowel-or-eye none not-sure"));

	/** Asked only when the safety section leaves a plan possible. */
	static final List<Asking> MASSAGE = List.of(
			multi("complaints", ALWAYS, "tension stiffness stress-pain heaviness trigger-points none"),
			multi("stiff-where", (sheet) -> sheet.chose("complaints", "stiffness"), "neck upper-back lower-back"),
			multi("contributors", ALWAYS,
					"poor-posture long-sitting continuous-stress restricted-areas pain-felt-elsewhere"
							+ " repetitive-movement unguided-exercise heavy-physical-work stress anxiety always-alert"
							+ " none"),
			oneOf("main-complaint", "tension stiffness stress-pain heaviness trigger-points movement",
					ContractQuestions::indications),
			oneOf("main-cause", "muscle-tension myofascial overload nervous-system", ContractQuestions::causes),
			multi("sensitivity", LONG,
					"spreads-or-moves light-touch-hurts continues-after-healing flares-after-little-effort poor-sleep"
							+ " bothered-by-light-noise-or-temperature on-edge-most-days none"),
			single("preference", ALWAYS, "no-preference gentle firm warmth no-heat"),
			new Asking("habit", Kind.SINGLE, 0,
					List.of(("poor-posture long-sitting continuous-stress restricted-areas pain-felt-elsewhere"
							+ " repetitive-movement unguided-exercise heavy-physical-work stress anxiety always-alert"
							+ " choose-for-me")
						.split(" ")),
					(sheet) -> !sheet.signs("contributors").isEmpty(), ContractQuestions::habits, true));

	private final Random random;

	private final double calm;

	/**
	 * Random people.
	 * @param random where chance comes from
	 * @param calm how likely a question about signs is answered with none
	 */
	ContractQuestions(Random random, double calm) {
		this.random = random;
		this.calm = calm;
	}

	static List<Asking> all() {
		List<Asking> all = new ArrayList<>(SAFETY);
		all.addAll(MASSAGE);
		return all;
	}

	/** A valid sheet: every asked question answered, and no other. */
	AnswerSheet sheet() {
		return completed(new AnswerSheet(Map.of()), Set.of());
	}

	/**
	 * The sheet with answers to what is asked and not answered yet, and without answers
	 * to what is not asked.
	 */
	AnswerSheet completed(AnswerSheet begun) {
		return completed(begun, Set.of());
	}

	/** The same after clearances, which may open the massage section. */
	AnswerSheet completed(AnswerSheet begun, Set<String> cleared) {
		AnswerSheet safety = completed(new AnswerSheet(Map.of()), begun, SAFETY);
		boolean planPossible = Contract.BUILT_IN.assess(safety, cleared).hasCarePlan();
		return planPossible ? completed(safety, begun, MASSAGE) : safety;
	}

	/** The questions that a whole sheet answers or leaves blank, in order. */
	static List<String> asked(AnswerSheet sheet) {
		return all().stream()
			.filter((question) -> question.isAsked(sheet))
			.filter((question) -> !MASSAGE.contains(question) || sheet.has("complaints"))
			.map(Asking::id)
			.toList();
	}

	private AnswerSheet completed(AnswerSheet earlier, AnswerSheet begun, List<Asking> questions) {
		AnswerSheet sheet = earlier;
		for (Asking question : questions) {
			if (question.isAsked(sheet)) {
				Object kept = begun.answers().get(question.id());
				boolean fits = kept != null && question.offered().apply(sheet).containsAll(begun.chosen(question.id()));
				boolean blank = !fits && question.mayStayBlank() && this.random.nextInt(3) == 0;
				sheet = blank ? sheet : sheet.put(question.id(), fits ? kept : answer(question, sheet));
			}
		}
		return sheet;
	}

	/** The sheet with valid answers to some questions that are not asked. */
	AnswerSheet withAnswersNobodyAskedFor(AnswerSheet sheet) {
		List<String> asked = asked(sheet);
		Map<String, Object> stale = new LinkedHashMap<>();
		for (Asking question : all()) {
			AnswerSheet soFar = sheet.with(stale);
			List<String> offered = question.offered().apply(soFar);
			boolean free = question.kind() == Kind.NUMBER || !offered.isEmpty();
			if (!asked.contains(question.id()) && free && this.random.nextInt(4) != 0) {
				stale.put(question.id(), valid(question, offered, 0.1));
			}
		}
		return sheet.with(stale);
	}

	private Object answer(Asking question, AnswerSheet sheet) {
		return valid(question, question.offered().apply(sheet), MASSAGE.contains(question) ? 0.2 : this.calm);
	}

	private Object valid(Asking question, List<String> options, double calm) {
		return switch (question.kind()) {
			case NUMBER -> number(question);
			case SINGLE -> single(options, calm);
			case MULTI -> multi(question, calm);
		};
	}

	private int number(Asking question) {
		int number = this.random.nextInt(question.highest() + 1);
		return (question.highest() == 120 && number > 95) ? 15 + number % 60 : number;
	}

	private String single(List<String> options, double calm) {
		if (options.contains("no") && options.contains("not-sure") && this.random.nextDouble() < calm) {
			return "no";
		}
		if (options.contains("worse") && this.random.nextDouble() < calm) {
			return options.get(this.random.nextInt(options.indexOf("worse")));
		}
		return options.get(this.random.nextInt(options.size()));
	}

	private List<String> multi(Asking question, double calm) {
		List<String> signs = question.signs();
		if (question.id().equals("location")) {
			return (this.random.nextInt(8) == 0) ? List.of("no-pain") : some(signs);
		}
		if (question.options().contains("none") && this.random.nextDouble() < calm) {
			return List.of("none");
		}
		if (question.options().contains("not-sure") && this.random.nextInt(6) == 0) {
			return this.random.nextBoolean() ? List.of("not-sure")
					: IntStream.range(0, 2).mapToObj((i) -> (i == 0) ? some(signs).get(0) : "not-sure").toList();
		}
		return some(signs);
	}

	private List<String> some(List<String> signs) {
		List<String> shuffled = new ArrayList<>(signs);
		java.util.Collections.shuffle(shuffled, this.random);
		int most = this.random.nextBoolean() ? 1 : Math.min(5, signs.size());
		return List.copyOf(shuffled.subList(0, 1 + this.random.nextInt(most)));
	}

	/** The causes that the contributors point to, in the contract's order. */
	private static List<String> causes(AnswerSheet sheet) {
		List<String> pointedTo = sheet.signs("contributors").stream().map(CAUSE_OF::get).toList();
		return Stream.of("muscle-tension", "myofascial", "overload", "nervous-system")
			.filter(pointedTo::contains)
			.toList();
	}

	/** Age 60 or over and long-lasting pain; or a bone at risk in the thoracic centre. */
	private static boolean asksForADoctor(AnswerSheet sheet) {
		int age = sheet.number("age");
		return (age >= 60 && sheet.chose("duration", "6-to-12-weeks", "over-12-weeks"))
				|| ((age >= 70 || sheet.chose("history", "osteoporosis-or-long-steroids"))
						&& sheet.chose("location", "between-shoulder-blades", "mid-back-centre"));
	}

	private static List<String> habits(AnswerSheet sheet) {
		List<String> habits = new ArrayList<>(HABITS);
		habits.retainAll(sheet.signs("contributors"));
		habits.add("choose-for-me");
		return habits;
	}

	/** The indications that hold, in the contract's order. */
	private static List<String> indications(AnswerSheet sheet) {
		List<String> found = new ArrayList<>(
				List.of("tension", "stiffness", "stress-pain", "heaviness", "trigger-points"));
		found.retainAll(sheet.signs("complaints"));
		if (sheet.chose("movement", "a-little-less", "much-less")) {
			found.add("movement");
		}
		return found;
	}

	private static Asking number(String id, Predicate<AnswerSheet> asked, int highest) {
		return new Asking(id, Kind.NUMBER, highest, List.of(), asked, (sheet) -> List.of(), false);
	}

	private static Asking single(String id, Predicate<AnswerSheet> asked, String options) {
		List<String> all = List.of(options.split(" "));
		return new Asking(id, Kind.SINGLE, 0, all, asked, (sheet) -> all, false);
	}

	private static Asking multi(String id, Predicate<AnswerSheet> asked, String options) {
		List<String> all = List.of(options.split(" "));
		return new Asking(id, Kind.MULTI, 0, all, asked, (sheet) -> all, false);
	}

	private static Asking oneOf(String id, String options, Function<AnswerSheet, List<String>> offered) {
		return new Asking(id, Kind.SINGLE, 0, List.of(options.split(" ")), (sheet) -> offered.apply(sheet).size() > 1,
				offered, false);
	}

}
