package org.backwise.plan;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Intakes;
import org.backwise.intake.KnowledgeArchive;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Practice;

/**
 * What the client sees under the private link: the notice or the plan, and the letter.
 */
@Controller
class ResultController {

	private final Intakes intakes;

	private final CarePlans plans;

	private final KnowledgeArchive archive;

	private final Practice practice;

	ResultController(Intakes intakes, CarePlans plans, KnowledgeArchive archive, Practice practice) {
		this.intakes = intakes;
		this.plans = plans;
		this.archive = archive;
		this.practice = practice;
	}

	@GetMapping("/result/{link}")
	String show(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link);
		this.intakes.noteOpened(intake.id());
		KnowledgeBase base = base(intake);
		model.addAttribute("link", "/result/" + link);
		common(intake, model);
		if (!intake.assessment().hasCarePlan()) {
			model.addAttribute("view", NoticeView.of(intake, base, this.practice));
			return "plan/notice";
		}
		CarePlan plan = this.plans.following(intake.id()).orElseThrow();
		model.addAttribute("view", PlanView.of(intake, plan, base, this.practice));
		model.addAttribute("notice", base.notices().planNotice());
		model.addAttribute("guide", base.plan());
		model.addAttribute("techniques", base.techniques());
		return "plan/plan";
	}

	@GetMapping("/result/{link}/letter")
	String letter(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link);
		if (intake.assessment().hasCarePlan()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("link", "/result/" + link);
		common(intake, model);
		model.addAttribute("view", NoticeView.of(intake, base(intake), this.practice));
		return "plan/letter";
	}

	private void common(CompletedIntake intake, Model model) {
		model.addAttribute("reference", intake.reference());
		model.addAttribute("details", intake.details().orElse(null));
		model.addAttribute("sentAt",
				DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
					.withLocale(this.practice.language())
					.format(intake.sentAt().atZone(this.practice.zone())));
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
