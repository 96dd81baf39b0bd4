package org.backwise.result;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.Clearance;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.pictures.Movements;
import org.backwise.practice.Dates;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Refusal;
import org.backwise.practice.Settings;
import org.backwise.practice.Words;
import org.backwise.rules.KnowledgeArchive;

/**
 * What the client sees under the private link: the notice or the plan, and the letter.
 */
@Controller
class ResultController {

	/**
	 * What a page before this one could not do: use the answers, open the rest, open a
	 * check-in, keep what came after it was sent, or choose how it goes on.
	 */
	private static final Set<String> UNDONE = Set.of("used", "open", "due", "late", "choice");

	private final Cases cases;

	private final Rounds rounds;

	private final LifeCycle lifeCycle;

	private final CarePlans plans;

	private final Attendance sessions;

	private final SessionTimes times;

	private final CareViews care;

	private final DoctorController doctor;

	private final Letters letters;

	private final KnowledgeArchive archive;

	private final PracticeNow practice;

	private final Dates dates;

	private final Words words;

	private final Clock clock;

	private final Movements movements;

	private final Supplier<ReviewTime> reviewTime;

	ResultController(Cases cases, Rounds rounds, LifeCycle lifeCycle, CarePlans plans, Attendance sessions,
			SessionTimes times, CareViews care, DoctorController doctor, Letters letters, KnowledgeArchive archive,
			PracticeNow practice, Dates dates, Words words, Clock clock, Movements movements, Settings settings) {
		this.cases = cases;
		this.rounds = rounds;
		this.lifeCycle = lifeCycle;
		this.plans = plans;
		this.sessions = sessions;
		this.times = times;
		this.care = care;
		this.doctor = doctor;
		this.letters = letters;
		this.archive = archive;
		this.practice = practice;
		this.dates = dates;
		this.words = words;
		this.clock = clock;
		this.movements = movements;
		this.reviewTime = settings.current("practice", ReviewTime.class);
	}

	@GetMapping("/result/{link}")
	String show(@PathVariable String link, @RequestParam(name = "not", defaultValue = "") String undone, Model model) {
		Case theCase = find(link);
		if (UNDONE.contains(undone)) {
			Refusal.of("result.not." + undone).show(this.words, model);
		}
		this.cases.noteOpened(theCase);
		Standing standing = this.lifeCycle.standing(theCase);
		Round round = this.rounds.latest(theCase.id());
		KnowledgeBase base = base(round);
		CarePlan plan = this.plans.of(theCase.id()).orElse(null);
		model.addAttribute("link", "/result/" + link);
		common(theCase, round, model);
		model.addAttribute("care", standing.wasChecked() ? this.care.of(theCase) : null);
		model.addAttribute("standing", standingView(theCase, standing, plan, base));
		boolean rests = standing.wasChecked() && !standing.state().hasPlan();
		model.addAttribute("tells", rests && this.care.mayTell(theCase));
		model.addAttribute("told", rests ? this.care.told(theCase, standing) : null);
		Level level = standing.level();
		return switch (standing.state()) {
			case PROPOSED, APPROVED, CHANGED -> plan(theCase, round, Objects.requireNonNull(plan), base, model);
			case REFERRED, CLOSED -> notice(theCase, round, Objects.requireNonNull(level), model);
			// beside what no clearance lifts, the notice stays until the questions are
			// answered afresh
			case CLEARED -> this.rounds.liftable(round).held().isEmpty() ? rest(theCase, round, standing, base, model)
					: notice(theCase, round, Objects.requireNonNull(level), model);
			case DECLINED, PAUSED, LAPSED, ENDED, WITHDRAWN -> rest(theCase, round, standing, base, model);
		};
	}

	private String notice(Case theCase, Round round, Level level, Model model) {
		notice(theCase, this.care.grounds(theCase, round), level, model);
		this.doctor.show(theCase, this.lifeCycle.standing(theCase), model);
		return "result/notice";
	}

	private void notice(Case theCase, Grounds grounds, Level level, Model model) {
		KnowledgeBase base = grounds.base();
		model.addAttribute("view", NoticeView.of(grounds, level, theCase.consent().isChild(grounds.typed(), base), base,
				this.practice.now(), this.clock.instant()));
		model.addAttribute("emergency", level == Level.EMERGENCY);
		model.addAttribute("since", grounds.since());
		model.addAttribute("sentAt", this.dates.moment(grounds.sentAt()));
		model.addAttribute("afresh", grounds.since() != null && !level.mayBeCleared());
	}

	private String rest(Case theCase, Round round, Standing standing, KnowledgeBase base, Model model) {
		model.addAttribute("days", this.care.followUp().timing().longestPause());
		model.addAttribute("guide", base.plan());
		model.addAttribute("stop", this.care.stop(theCase, round, standing.wasChecked()));
		model.addAttribute("worse",
				base.notices().planNotice().worse().stream().map(this.practice.now()::fill).toList());
		return "result/" + (standing.state().isAtRest() ? "stopped" : standing.state());
	}

	private StandingView standingView(Case theCase, Standing standing, @Nullable CarePlan plan, KnowledgeBase base) {
		Clearance clearance = (standing.state() == CaseState.CLEARED || standing.isComplementary())
				? this.lifeCycle.clearance(theCase.id()).orElse(null) : null;
		return StandingView.of(standing, this.plans.proposed(theCase.id(), standing).orElse(null), plan, clearance,
				base, this.dates);
	}

	private String plan(Case theCase, Round round, CarePlan plan, KnowledgeBase base, Model model) {
		model.addAttribute("minutes", plan.minutes());
		Set<String> cancelled = this.sessions.of(round.id())
			.stream()
			.filter((session) -> session.state().isCancelled())
			.map((session) -> Integer.toString(session.number()))
			.collect(Collectors.toSet());
		model.addAttribute("cancelled", cancelled);
		CareView care = (CareView) model.getAttribute("care");
		PlanView view = PlanView.of(round, theCase.consent(), this.sessions.live(round.id(), plan),
				this.care.stop(theCase, round, care != null), base, this.practice.now());
		model.addAttribute("view", view);
		model.addAttribute("months", view.months(cancelled, this.words.language()));
		model.addAttribute("movements", this.movements.suited(round.assessment()));
		model.addAttribute("reviewDays", this.reviewTime.get().reviewDays());
		model.addAttribute("document", base.about().document().title());
		model.addAttribute("notice", base.notices().planNotice());
		model.addAttribute("times", (care != null) ? this.times.of(theCase.id()) : Map.of());
		String heading = (care != null) ? care.heading(this.words, this.dates) : null;
		model.addAttribute("heading", (heading != null) ? heading : base.notices().planNotice().heading());
		model.addAttribute("guide", base.plan());
		model.addAttribute("techniques", base.techniques());
		return "result/plan";
	}

	@GetMapping("/result/{link}/letter")
	String letter(@PathVariable String link, Model model) {
		Case theCase = find(link);
		model.addAttribute("letter",
				this.letters.of(theCase).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("private", true);
		return "result/letter";
	}

	private void common(Case theCase, Round round, Model model) {
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("contact", theCase.contact().orElse(null));
		model.addAttribute("another", theCase.consent().forAnother());
		model.addAttribute("saysYou", !base(round).language().ofAnother());
		model.addAttribute("sentAt", this.dates.moment(round.sentAt()));
		model.addAttribute("knowledge", round.assessment().knowledge());
		model.addAttribute("loosened", base(round).loosened());
		model.addAttribute("about", base(round).about());
		model.addAttribute("private", true);
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private KnowledgeBase base(Round round) {
		return this.archive.of(round.assessment().knowledge()).knowledge();
	}

}
