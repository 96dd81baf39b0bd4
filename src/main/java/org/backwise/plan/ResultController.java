package org.backwise.plan;

import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.intake.Clearance;
import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Continuations;
import org.backwise.intake.Intakes;
import org.backwise.intake.KnowledgeArchive;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;

/**
 * What the client sees under the private link: the notice or the plan, and the letter.
 */
@Controller
class ResultController {

	private final Intakes intakes;

	private final Continuations continuations;

	private final Cases cases;

	private final CarePlans plans;

	private final KnowledgeArchive archive;

	private final Practice practice;

	private final Dates dates;

	private final ObjectProvider<LiveDays> liveDays;

	ResultController(Intakes intakes, Continuations continuations, Cases cases, CarePlans plans,
			KnowledgeArchive archive, Practice practice, Dates dates, ObjectProvider<LiveDays> liveDays) {
		this.intakes = intakes;
		this.continuations = continuations;
		this.cases = cases;
		this.plans = plans;
		this.archive = archive;
		this.practice = practice;
		this.dates = dates;
		this.liveDays = liveDays;
	}

	@GetMapping("/result/{link}")
	String show(@PathVariable String link, Model model) {
		CompletedIntake sent = intake(link);
		this.intakes.noteOpened(sent.id());
		Standing standing = this.cases.standing(sent);
		CompletedIntake intake = this.cases.latest(sent);
		KnowledgeBase base = base(intake);
		model.addAttribute("link", "/result/" + link);
		common(intake, model);
		model.addAttribute("standing", standingView(standing, intake, base));
		Level level = standing.level();
		CarePlan plan = standing.plan();
		return switch (standing.state()) {
			case PROPOSED, APPROVED, CHANGED -> plan(intake, Objects.requireNonNull(plan), base, model);
			case REFERRED, CLOSED -> {
				model.addAttribute("view", NoticeView.of(intake, Objects.requireNonNull(level), base, this.practice));
				yield "plan/notice";
			}
			case CLEARED, DECLINED, WITHDRAWN -> {
				model.addAttribute("guide", base.plan());
				model.addAttribute("stop", PlanView.stopSigns(base));
				model.addAttribute("worse",
						base.notices().planNotice().worse().stream().map(this.practice::fill).toList());
				yield "plan/" + standing.state();
			}
		};
	}

	private StandingView standingView(Standing standing, CompletedIntake intake, KnowledgeBase base) {
		CarePlan proposal = standing.last(CaseStep.Kind.PROPOSED)
			.map(CaseStep::plan)
			.or(() -> this.plans.proposed(intake.id()))
			.orElse(null);
		Clearance clearance = (standing.state() == CaseState.CLEARED || standing.isComplementary())
				? this.continuations.clearance(intake.id()).orElse(null) : null;
		return StandingView.of(standing, proposal, clearance, base, this.dates);
	}

	private String plan(CompletedIntake intake, CarePlan plan, KnowledgeBase base, Model model) {
		model.addAttribute("minutes", plan.minutes());
		model.addAttribute("view", PlanView.of(intake, live(intake, plan), base, this.practice));
		model.addAttribute("notice", base.notices().planNotice());
		model.addAttribute("guide", base.plan());
		model.addAttribute("techniques", base.techniques());
		return "plan/plan";
	}

	/** The days that hold now, when sessions were moved. */
	private CarePlan live(CompletedIntake intake, CarePlan plan) {
		LiveDays days = this.liveDays.getIfAvailable();
		return (days == null) ? plan : new CarePlan(plan.technique(), plan.alternative(), plan.firstDay(),
				plan.minutes(), days.live(intake.id(), plan.sessions()));
	}

	@GetMapping("/result/{link}/letter")
	String letter(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link);
		Level level = this.cases.standing(intake).level();
		if (level == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("link", "/result/" + link);
		common(intake, model);
		model.addAttribute("view", NoticeView.of(intake, level, base(intake), this.practice));
		return "plan/letter";
	}

	private void common(CompletedIntake intake, Model model) {
		model.addAttribute("reference", intake.reference());
		model.addAttribute("details", intake.details().orElse(null));
		model.addAttribute("sentAt", this.dates.moment(intake.sentAt()));
		model.addAttribute("knowledge", intake.assessment().knowledge());
		model.addAttribute("private", true);
	}

	private CompletedIntake intake(String link) {
		return this.intakes.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private KnowledgeBase base(CompletedIntake intake) {
		return this.archive.bySha256(intake.assessment().knowledge().sha256()).knowledge();
	}

}
