package org.backwise.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * The floor: the whole contract as plain {@code if}s, with everything a careful person
 * would do for speed. It exists to be measured against and decides nothing.
 */
final class HandWritten {

	private static final int NERVE = 0;

	private static final int COURSE = 1;

	private static final int BODY = 2;

	private static final int AGE = 3;

	private static final int LOCATION = 4;

	private static final int DURATION = 5;

	private static final int ONSET = 6;

	private static final int PAIN = 8;

	private static final int PATTERN = 9;

	private static final int LIMB = 10;

	private static final int DISC = 11;

	private static final int GENERAL = 12;

	private static final int HISTORY = 13;

	private static final int TODAY = 14;

	private static final int SKIN = 16;

	private static final int MOVEMENT = 17;

	private static final int SEEN = 18;

	private static final int INFLAMMATORY = 19;

	private static final int COMPLAINTS = 20;

	private static final int CONTRIBUTORS = 21;

	private static final String[] TECHNIQUES = { "myofascial-release", "deep-therapeutic", "relaxation", "heat" };

	/** Gentler first. */
	private static final int[] GENTLE = { 3, 1, 4, 2 };

	private static final int[][] CAUSE_POINTS = { { 1, 3, 2, 2 }, { 3, 2, 0, 1 }, { 1, 3, 1, 2 }, { 0, 0, 3, 2 } };

	private static final int[] CAUSES = { 0b111, 0b11 << 3, 0b111 << 5, 0b111 << 8 };

	private static final int[][] INDICATION_POINTS = { { 1, 3, 1, 2 }, { 3, 1, 1, 2 }, { 0, 1, 3, 2 }, { 0, 1, 2, 3 },
			{ 3, 2, 0, 1 }, { 3, 1, 0, 1 } };

	private static final PlannedPhase MONTHLY = new PlannedPhase("monthly", 3, 28);

	private static final List<PlannedPhase> MONTHLY_ONLY = List.of(MONTHLY);

	private static final List<List<PlannedPhase>> FULL = List.of(full(4), full(5), full(6));

	private final KnowledgeBase base;

	private final KnowledgeVersion version;

	private final String[] ids;

	/** For each question its options as answers. */
	private final List<List<Answer>> single = new ArrayList<>();

	private final Finding[] body;

	private final Finding[] general;

	private final Finding[] today;

	private final Finding disc;

	private final Finding numb;

	private final Finding weakOld;

	private final Finding knock;

	private final Finding unseen;

	private final Finding treated;

	private final Finding weakNew;

	private final Finding skinWide;

	private final Finding coughDoctor;

	private final Finding hotDoctor;

	private final Finding[] nerveTexts = new Finding[18];

	private final Finding e10;

	private final Finding e10urgent;

	private final Finding n01;

	private final Finding n02;

	private final Finding u02;

	private final Finding u02doctor;

	private final Finding u03;

	private final Finding u07;

	private final Finding u08;

	private final Finding u08doctor;

	private final Finding u09;

	private final Finding u14;

	private final Finding d02;

	private final Finding d06;

	private final Finding d08;

	private final Finding d12;

	private final Finding d20;

	private final Finding d21;

	private final Caution[] cautions;

	HandWritten(KnowledgeBase base) {
		this.base = base;
		this.version = new KnowledgeVersion(base.about().version(), base.sha256(), base.language().sha256());
		this.ids = base.questions().stream().map(Question::id).toArray(String[]::new);
		base.questions()
			.forEach((question) -> this.single.add(question.options()
				.stream()
				.map((option) -> (Answer) new Answer.Choice(List.of(option.id())))
				.toList()));
		this.body = new Finding[] { only("E-07", Level.EMERGENCY, BODY, 0), only("E-08", Level.EMERGENCY, BODY, 1),
				only("E-09", Level.EMERGENCY, BODY, 2), only("E-11", Level.EMERGENCY, BODY, 3),
				only("E-12", Level.EMERGENCY, BODY, 4), only("E-13", Level.EMERGENCY, BODY, 5),
				only("E-14", Level.EMERGENCY, BODY, 6) };
		this.general = new Finding[] { only("U-01", Level.URGENT, GENERAL, 0), only("U-04", Level.URGENT, GENERAL, 1),
				only("U-05", Level.URGENT, GENERAL, 2), only("U-06", Level.URGENT, GENERAL, 3),
				only("U-11", Level.URGENT, GENERAL, 5), only("U-12", Level.URGENT, GENERAL, 6),
				only("U-13", Level.URGENT, GENERAL, 7), only("U-16", Level.URGENT, GENERAL, 9),
				only("D-11", Level.SEE_DOCTOR, GENERAL, 10) };
		this.today = new Finding[] { only("W-01", Level.WAIT, TODAY, 0), only("D-13", Level.SEE_DOCTOR, TODAY, 1),
				only("D-14", Level.SEE_DOCTOR, TODAY, 2), only("D-15", Level.SEE_DOCTOR, TODAY, 3),
				only("D-10", Level.SEE_DOCTOR, TODAY, 4), only("U-15", Level.URGENT, TODAY, 5),
				only("D-16", Level.SEE_DOCTOR, TODAY, 6), only("D-18", Level.SEE_DOCTOR, TODAY, 7),
				only("D-19", Level.SEE_DOCTOR, TODAY, 8) };
		this.disc = only("D-01", Level.SEE_DOCTOR, DISC, 0);
		this.numb = only("D-03", Level.SEE_DOCTOR, LIMB, 2);
		this.weakOld = only("D-04", Level.SEE_DOCTOR, LIMB, 4);
		this.knock = only("D-05", Level.SEE_DOCTOR, ONSET, 5);
		this.unseen = only("D-07", Level.SEE_DOCTOR, SEEN, 1);
		this.treated = only("D-17", Level.SEE_DOCTOR, HISTORY, 1);
		this.weakNew = only("U-10", Level.URGENT, LIMB, 3);
		this.skinWide = only("W-02", Level.WAIT, SKIN, 1);
		this.coughDoctor = only("U-07", Level.SEE_DOCTOR, GENERAL, 4);
		this.hotDoctor = only("U-14", Level.SEE_DOCTOR, GENERAL, 8);
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
		this.cautions = base.cautions()
			.stream()
			.sorted(java.util.Comparator.comparing(Rules.Caution::id))
			.map((rule) -> new Caution(rule.id(), rule.source(), rule.caution(), rule.excludes()))
			.toArray(Caution[]::new);
	}

	private Finding text(String rule, Level level) {
		Rules.Referral referral = this.base.referral(rule);
		return new Finding(rule, level, referral.source(), referral.because(), Map.of());
	}

	private Finding only(String rule, Level level, int question, int option) {
		Rules.Referral referral = this.base.referral(rule);
		return new Finding(rule, level, referral.source(), referral.because(),
				Map.of(this.ids[question], this.single.get(question).get(option)));
	}

	private static List<PlannedPhase> full(int weekly) {
		return List.of(new PlannedPhase("weekly", weekly, 7), new PlannedPhase("fortnightly", 4, 14), MONTHLY);
	}

	Assessment assess(HandSheet s) {
		List<Finding> found = new ArrayList<>();
		int signs = s.nerve & 63;
		boolean now = signs != 0 && (s.course == 0 || (s.course & 0b1001) != 0);
		boolean unchecked = (s.course & 2) != 0;
		boolean checked = (s.course & 4) != 0;
		boolean cancer = (s.history & 3) != 0 || (s.skin & 64) != 0;
		boolean bone = (s.history & 8) != 0;
		boolean pain = (s.location & 4095) != 0;
		boolean fresh = (s.duration & 3) != 0;
		boolean constant = (s.pattern & 1) != 0;
		boolean strong = s.pain >= 7;
		boolean between = (s.location & 2) != 0;
		boolean gradual = (s.onset & 0b10000001) != 0;
		emergency(s, found, signs, now, cancer);
		urgent(s, found, signs, now, unchecked, checked, cancer, bone, pain, fresh, constant, strong, between, gradual);
		seeDoctor(s, found, signs, unchecked, checked, cancer, bone, pain, fresh, constant, strong, between, gradual);
		if ((s.today & 1) != 0) {
			found.add(this.today[0]);
		}
		if ((s.skin & 2) != 0) {
			found.add(this.skinWide);
		}
		boolean sensitised = Integer.bitCount(s.sensitivity & 127) >= 3;
		if (!found.isEmpty()) {
			return new Assessment(Outcome.REFERRAL, found.get(0).level(), found, List.of(), null, List.of(), sensitised,
					s.ignored, this.version);
		}
		return plan(s, cancer, bone, pain, fresh, constant, strong, between, gradual, sensitised);
	}

	private void emergency(HandSheet s, List<Finding> found, int signs, boolean now, boolean cancer) {
		if (now) {
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					found.add(nerve(s, this.nerveTexts[i], 1 << i));
				}
			}
			if ((signs & 32) != 0 && (signs & 31) != 0) {
				found.add(nerve(s, this.nerveTexts[5], signs));
			}
		}
		if ((s.body & 1) != 0) {
			found.add(this.body[0]);
		}
		if ((s.body & 2) != 0) {
			found.add(this.body[1]);
		}
		if ((s.body & 4) != 0) {
			found.add(this.body[2]);
		}
		if (cancer && (now || (s.limb & 8) != 0)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (now) {
				show(s, shown, NERVE, signs, s.nerve);
				showAll(s, shown, COURSE);
			}
			show(s, shown, LIMB, s.limb & 8, s.limb);
			cancer(s, shown, 0);
			found.add(with(this.e10, shown));
		}
		if ((s.body & 8) != 0) {
			found.add(this.body[3]);
		}
		if ((s.body & 16) != 0) {
			found.add(this.body[4]);
		}
		if ((s.body & 32) != 0) {
			found.add(this.body[5]);
		}
		if ((s.body & 64) != 0) {
			found.add(this.body[6]);
		}
	}

	private void urgent(HandSheet s, List<Finding> found, int signs, boolean now, boolean unchecked, boolean checked,
			boolean cancer, boolean bone, boolean pain, boolean fresh, boolean constant, boolean strong,
			boolean between, boolean gradual) {
		if (unchecked) {
			for (int i = 0; i < 5; i++) {
				if ((signs & 1 << i) != 0) {
					found.add(nerve(s, this.nerveTexts[6 + i], 1 << i));
				}
			}
		}
		if ((signs & 32) != 0) {
			if (now && (signs & 31) == 0) {
				found.add(nerve(s, this.nerveTexts[11], 32));
			}
			else if (unchecked && (signs & 31) != 0) {
				found.add(nerve(s, this.nerveTexts[11], signs));
			}
		}
		boolean old = signs != 0 && (unchecked || checked);
		if (cancer && !now && (s.limb & 8) == 0 && ((s.limb & 4) != 0 || old)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (old) {
				show(s, shown, NERVE, signs, s.nerve);
				showAll(s, shown, COURSE);
			}
			show(s, shown, LIMB, s.limb & 4, s.limb);
			cancer(s, shown, 0);
			found.add(with(this.e10urgent, shown));
		}
		if ((s.nerve & 128) != 0 || (s.body & 256) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, NERVE, s.nerve & 128, s.nerve);
			show(s, shown, BODY, s.body & 256, s.body);
			found.add(with(this.n01, shown));
		}
		if ((s.general & 1) != 0) {
			found.add(this.general[0]);
		}
		if ((s.history & 4) != 0 && pain && (fresh || constant)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, s.location, s.location);
			if (fresh) {
				showAll(s, shown, DURATION);
			}
			if (constant) {
				showAll(s, shown, PATTERN);
			}
			show(s, shown, HISTORY, 4, s.history);
			found.add(with(this.u02, shown));
		}
		if (cancer && pain && ((s.duration & 7) != 0 || constant || strong || (s.general & 16) != 0
				|| (s.location & 0b1110010) != 0)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, s.location, s.location);
			if ((s.duration & 7) != 0) {
				showAll(s, shown, DURATION);
			}
			if (strong) {
				showAll(s, shown, PAIN);
			}
			if (constant) {
				showAll(s, shown, PATTERN);
			}
			show(s, shown, GENERAL, s.general & 16, s.general);
			cancer(s, shown, 0);
			found.add(with(this.u03, shown));
		}
		if ((s.general & 2) != 0) {
			found.add(this.general[1]);
		}
		if ((s.general & 4) != 0) {
			found.add(this.general[2]);
		}
		if ((s.general & 8) != 0) {
			found.add(this.general[3]);
		}
		if ((s.general & 16) != 0 && ((s.limb & 31) != 0 || cancer)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & 31, s.limb);
			show(s, shown, GENERAL, 16, s.general);
			cancer(s, shown, 0);
			found.add(with(this.u07, shown));
		}
		boolean older = s.age >= 50 && gradual;
		boolean young = s.age >= 0 && s.age < 20;
		boolean knocked = (s.onset & 32) != 0;
		if (between && constant && (cancer || bone || young || knocked || older)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			if (young || older) {
				showAll(s, shown, AGE);
			}
			show(s, shown, LOCATION, 2, s.location);
			if (knocked || older) {
				showAll(s, shown, ONSET);
			}
			showAll(s, shown, PATTERN);
			cancer(s, shown, 8);
			found.add(with(this.u08, shown));
		}
		boolean slight = (s.onset & 0b1100000) != 0;
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
			show(s, shown, HISTORY, s.history & 8, s.history);
			found.add(with(this.u09, shown));
		}
		if ((s.limb & 8) != 0) {
			found.add(this.weakNew);
		}
		if ((s.general & 32) != 0) {
			found.add(this.general[4]);
		}
		if ((s.general & 64) != 0) {
			found.add(this.general[5]);
		}
		if ((s.general & 128) != 0) {
			found.add(this.general[6]);
		}
		if ((s.general & 257) == 257) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, GENERAL, 257, s.general);
			found.add(with(this.u14, shown));
		}
		if ((s.today & 32) != 0) {
			found.add(this.today[5]);
		}
		if ((s.general & 512) != 0) {
			found.add(this.general[7]);
		}
	}

	private void seeDoctor(HandSheet s, List<Finding> found, int signs, boolean unchecked, boolean checked,
			boolean cancer, boolean bone, boolean pain, boolean fresh, boolean constant, boolean strong,
			boolean between, boolean gradual) {
		if ((s.disc & 1) != 0) {
			found.add(this.disc);
		}
		if ((s.limb & 3) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & 3, s.limb);
			found.add(with(this.d02, shown));
		}
		if ((s.limb & 4) != 0) {
			found.add(this.numb);
		}
		if ((s.limb & 16) != 0) {
			found.add(this.weakOld);
		}
		if ((s.onset & 32) != 0) {
			found.add(this.knock);
		}
		if (Integer.bitCount(s.inflammatory & 255) >= 4) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, INFLAMMATORY, s.inflammatory & 255, s.inflammatory);
			found.add(with(this.d06, shown));
		}
		if ((s.seen & 2) != 0) {
			found.add(this.unseen);
		}
		if (s.age >= 0 && (s.age < 18 || (s.age < 20 && pain))) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, AGE);
			if (pain) {
				showAll(s, shown, LOCATION);
			}
			found.add(with(this.d08, shown));
		}
		if ((s.today & 16) != 0) {
			found.add(this.today[4]);
		}
		if ((s.general & 1024) != 0) {
			found.add(this.general[8]);
		}
		if (pain && (s.complaints & 32) != 0 && (s.movement & 1) != 0 && (s.contributors & 2048) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, LOCATION);
			showAll(s, shown, MOVEMENT);
			showAll(s, shown, COMPLAINTS);
			showAll(s, shown, CONTRIBUTORS);
			found.add(with(this.d12, shown));
		}
		if ((s.today & 2) != 0) {
			found.add(this.today[1]);
		}
		if ((s.today & 4) != 0) {
			found.add(this.today[2]);
		}
		if ((s.today & 8) != 0) {
			found.add(this.today[3]);
		}
		if ((s.today & 64) != 0) {
			found.add(this.today[6]);
		}
		if ((s.history & 2) != 0) {
			found.add(this.treated);
		}
		if ((s.today & 128) != 0) {
			found.add(this.today[7]);
		}
		if ((s.today & 256) != 0) {
			found.add(this.today[8]);
		}
		boolean lasting = (s.duration & 12) != 0;
		if ((s.movement & 4) != 0 && (strong || lasting)) {
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
		if ((signs & 32) != 0 && (checked || (unchecked && (signs & 31) == 0))) {
			found.add(nerve(s, this.nerveTexts[17], 32));
		}
		if ((s.limb & 64) != 0 || (s.disc & 4) != 0 || (s.general & 4096) != 0 || (s.history & 32) != 0
				|| (s.today & 1024) != 0) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LIMB, s.limb & 64, s.limb);
			show(s, shown, DISC, s.disc & 4, s.disc);
			show(s, shown, GENERAL, s.general & 4096, s.general);
			show(s, shown, HISTORY, s.history & 32, s.history);
			show(s, shown, TODAY, s.today & 1024, s.today);
			found.add(with(this.n02, shown));
		}
		if ((s.history & 4) != 0 && pain && !fresh && !constant) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			showAll(s, shown, LOCATION);
			show(s, shown, HISTORY, 4, s.history);
			found.add(with(this.u02doctor, shown));
		}
		if ((s.general & 16) != 0 && (s.limb & 31) == 0 && !cancer) {
			found.add(this.coughDoctor);
		}
		if (between && constant && gradual && !cancer && !bone && s.age < 50 && (s.age < 0 || s.age >= 20)) {
			Map<String, Answer> shown = new LinkedHashMap<>();
			show(s, shown, LOCATION, 2, s.location);
			showAll(s, shown, ONSET);
			showAll(s, shown, PATTERN);
			found.add(with(this.u08doctor, shown));
		}
		if ((s.general & 257) == 256) {
			found.add(this.hotDoctor);
		}
	}

	private Finding nerve(HandSheet s, Finding text, int options) {
		Map<String, Answer> shown = new LinkedHashMap<>();
		show(s, shown, NERVE, options, s.nerve);
		showAll(s, shown, COURSE);
		return with(text, shown);
	}

	private static Finding with(Finding text, Map<String, Answer> shown) {
		return new Finding(text.rule(), text.level(), text.source(), text.because(), shown);
	}

	private void cancer(HandSheet s, Map<String, Answer> shown, int also) {
		show(s, shown, HISTORY, s.history & (3 | also), s.history);
		show(s, shown, SKIN, s.skin & 64, s.skin);
	}

	private void showAll(HandSheet s, Map<String, Answer> shown, int question) {
		Answer answer = s.answers[question];
		if (answer != null) {
			shown.put(this.ids[question], answer);
		}
	}

	private void show(HandSheet s, Map<String, Answer> shown, int question, int options, int chosen) {
		if (options == 0) {
			return;
		}
		if (options == chosen) {
			shown.put(this.ids[question], Objects.requireNonNull(s.answers[question]));
		}
		else if (Integer.bitCount(options) == 1) {
			shown.put(this.ids[question], this.single.get(question).get(Integer.numberOfTrailingZeros(options)));
		}
		else {
			List<String> names = new ArrayList<>();
			for (int rest = options; rest != 0; rest &= rest - 1) {
				names.addAll(
						((Answer.Choice) this.single.get(question).get(Integer.numberOfTrailingZeros(rest))).options());
			}
			shown.put(this.ids[question], new Answer.Choice(names));
		}
	}

	private Assessment plan(HandSheet s, boolean cancer, boolean bone, boolean pain, boolean fresh, boolean constant,
			boolean strong, boolean between, boolean gradual, boolean sensitised) {
		List<Caution> found = new ArrayList<>();
		int inflammatory = Integer.bitCount(s.inflammatory & 255);
		int next = 0;
		next = caution(found, (s.ongoing & 1) != 0, next);
		next = caution(found, (s.skin & 8) != 0, next);
		next = caution(found, bone, next);
		next = caution(found, (s.skin & 128) != 0, next);
		next = caution(found, (s.skin & 16) != 0, next);
		next = caution(found, (s.skin & 1024) != 0, next);
		next = caution(found, (s.skin & 256) != 0, next);
		next = caution(found, (s.skin & 2048) != 0, next);
		next = caution(found, (s.skin & 1) != 0, next);
		next = caution(found, cancer, next);
		next = caution(found, s.age >= 50 && fresh, next);
		next = caution(found, strong, next);
		next = caution(found, between && constant && !gradual, next);
		next = caution(found, inflammatory == 2 || inflammatory == 3, next);
		next = caution(found, (s.movement & 4) != 0, next);
		next = caution(found, (s.ongoing & 64) != 0 || (s.skin & 8192) != 0, next);
		next = caution(found, (s.inflammatory & 512) != 0, next);
		next = caution(found, (s.ongoing & 16) != 0, next);
		next = caution(found, (s.ongoing & 8) != 0, next);
		next = caution(found, (s.ongoing & 4) != 0, next);
		next = caution(found, (s.injury & 1) != 0, next);
		next = caution(found, (s.skin & 4) != 0, next);
		next = caution(found, (s.skin & 32) != 0, next);
		next = caution(found, (s.skin & 64) != 0, next);
		next = caution(found, (s.skin & 512) != 0, next);
		next = caution(found, (s.ongoing & 2) != 0, next);
		next = caution(found, sensitised, next);
		caution(found, (s.preference & 16) != 0, next);
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
		if (pain || (s.complaints & 1) != 0 || (s.movement & 6) != 0) {
			int weekly = strong ? 2 : (s.pain >= 4) ? 1 : 0;
			phases = FULL.get(Math.min(2, weekly + (((s.duration & 8) != 0) ? 1 : 0)));
		}
		return new Assessment(Outcome.CARE_PLAN, null, List.of(), found, choose(s, excluded, sensitised), phases,
				sensitised, s.ignored, this.version);
	}

	private int caution(List<Caution> found, boolean holds, int place) {
		if (holds) {
			found.add(this.cautions[place]);
		}
		return place + 1;
	}

	private TechniqueChoice choose(HandSheet s, Map<String, List<String>> excluded, boolean sensitised) {
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
		int indications = s.complaints & 31 | (((s.movement & 6) != 0) ? 32 : 0);
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
		scores[0] += ((s.duration & 8) != 0) ? 1 : 0;
		scores[2] += ((s.contributors & 4) != 0) ? 1 : 0;
		int first = best(scores, cause, complaint, excluded, -1);
		int second = best(scores, cause, complaint, excluded, first);
		int wanted = sensitised ? 2 : switch (s.preference) {
			case 2 -> 2;
			case 4 -> 1;
			case 8 -> 3;
			default -> -1;
		};
		if (wanted >= 0 && wanted != first
				&& (sensitised || (!excluded.containsKey(TECHNIQUES[wanted]) && scores[first] - scores[wanted] <= 2))) {
			second = first;
			first = wanted;
		}
		return new TechniqueChoice(
				TECHNIQUES[first], (second >= 0) ? TECHNIQUES[second] : null, Map.of(TECHNIQUES[0], scores[0],
						TECHNIQUES[1], scores[1], TECHNIQUES[2], scores[2], TECHNIQUES[3], scores[3]),
				excluded, List.of());
	}

	/** What it decides too: everything but the rows that the points come from. */
	static Assessment comparable(Assessment assessment) {
		TechniqueChoice choice = assessment.technique();
		return (choice == null) ? assessment
				: new Assessment(assessment.outcome(), assessment.level(), assessment.findings(), assessment.cautions(),
						new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(), choice.excluded(),
								List.of()),
						assessment.phases(), assessment.sensitised(), assessment.ignored(), assessment.knowledge());
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
			if (i != but && !excluded.containsKey(TECHNIQUES[i])) {
				int worth = scores[i] * 100 + ((complaint != null && complaint[i] == 3) ? 40 : 0)
						+ ((cause != null && cause[i] == 3) ? 20 : 0) + GENTLE[i];
				if (worth > most) {
					most = worth;
					best = i;
				}
			}
		}
		return best;
	}

}
