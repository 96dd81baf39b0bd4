package org.backwise.rules;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.knowledge.KnowledgeException;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.rules.Change.Direction;
import org.backwise.rules.ComparedRows.Listed;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Triage;

/** The rules that run, the candidate beside them, and single intakes decided again. */
@Controller
class RulesController {

	private static final int PAGE = 50;

	private static final List<Direction> SHOWN = List.of(Direction.LOOSER, Direction.UNDECIDED, Direction.TIGHTER,
			Direction.OTHER);

	private final Triage running;

	private final Candidate candidate;

	private final Comparisons comparisons;

	private final Approvals approvals;

	private final Replay replay;

	private final StaffAccounts staff;

	private final SignedIn signedIn;

	private final Words words;

	RulesController(Triage running, Candidate candidate, Comparisons comparisons, Approvals approvals, Replay replay,
			StaffAccounts staff, SignedIn signedIn, Words words) {
		this.running = running;
		this.candidate = candidate;
		this.comparisons = comparisons;
		this.approvals = approvals;
		this.replay = replay;
		this.staff = staff;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping("/desk/rules")
	String show(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String after,
			Model model) {
		model.addAttribute("running", this.running.knowledge());
		model.addAttribute("folder", this.candidate.isNamed() ? this.candidate.folder() : null);
		try {
			this.candidate.rules().ifPresent((rules) -> showCandidate(rules, show, after, model));
		}
		catch (KnowledgeException ex) {
			model.addAttribute("problem", ex.getMessage());
		}
		return "rules/rules";
	}

	@PostMapping("/desk/rules/compare")
	String compare(HttpServletResponse response, Model model) {
		try {
			this.comparisons.begin();
		}
		catch (KnowledgeException ex) {
			return refuse(Refusal.of("rules.compare.unusable"), response, model);
		}
		catch (Refused ex) {
			return refuse(ex.refusal(), response, model);
		}
		catch (DataIntegrityViolationException ex) {
			// A second click came too soon; the page says that it is under way.
		}
		return "redirect:/desk/rules";
	}

	@PostMapping("/desk/rules/ask")
	String ask(@RequestParam(defaultValue = "") String candidate, HttpServletResponse response, Model model) {
		try {
			Triage rules = seen(candidate);
			return askOnce(rules) ? "redirect:/desk/rules" : refuse(Refusal.of("rules.ask.at-once"), response, model);
		}
		catch (Refused ex) {
			return refuse(ex.refusal(), response, model);
		}
	}

	/** A second click of the same person came too soon: then the first one counts. */
	private boolean askOnce(Triage rules) {
		try {
			this.approvals.ask(rules);
			return true;
		}
		catch (DataIntegrityViolationException ex) {
			UUID me = this.signedIn.member().id();
			return this.approvals.of(rules).filter((approval) -> approval.askedBy().equals(me)).isPresent();
		}
	}

	@PostMapping("/desk/rules/approve")
	String approve(@RequestParam(defaultValue = "") String candidate, HttpServletResponse response, Model model) {
		try {
			this.approvals.approve(seen(candidate));
			return "redirect:/desk/rules";
		}
		catch (Refused ex) {
			return refuse(ex.refusal(), response, model);
		}
	}

	/** The page as it stands, with why nothing was done. */
	private String refuse(Refusal refusal, HttpServletResponse response, Model model) {
		refusal.show(this.words, response, model);
		return show("", "", model);
	}

	@GetMapping("/desk/cases/{reference}/replay")
	String replay(@PathVariable String reference, Model model) {
		Replay.Whole whole = this.replay.whole(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("replayed", whole.rounds());
		model.addAttribute("checkIns", whole.checkIns());
		model.addAttribute("caseLink", "/desk/cases/" + reference);
		model.addAttribute("reference", reference);
		model.addAttribute("running", this.running.knowledge());
		model.addAttribute("private", true);
		return "rules/replay";
	}

	/** Only the rules that stood on the page; the folder may have changed since. */
	private Triage seen(String sha256) {
		try {
			return this.candidate.rules()
				.filter((rules) -> rules.knowledge().sha256().equals(sha256))
				.orElseThrow(() -> new Refused("rules.ask.other"));
		}
		catch (KnowledgeException ex) {
			throw new Refused("rules.compare.unusable");
		}
	}

	private void showCandidate(Triage rules, String show, String after, Model model) {
		model.addAttribute("candidate", rules.knowledge());
		model.addAttribute("same", rules.knowledge().sha256().equals(this.running.knowledge().sha256()));
		this.comparisons.current(rules).ifPresent((compared) -> {
			model.addAttribute("compared", compared);
			model.addAttribute("underWay", this.comparisons.isUnderWay(compared));
			model.addAttribute("directions", SHOWN);
			Direction direction = direction(show, compared);
			List<Listed> page = this.comparisons.page(compared, direction, number(after), PAGE + 1);
			model.addAttribute("direction", direction);
			model.addAttribute("changes", page.subList(0, Math.min(PAGE, page.size())));
			model.addAttribute("next", (page.size() > PAGE) ? page.get(PAGE - 1).position() : null);
			Approval approval = this.approvals.of(rules).orElse(null);
			model.addAttribute("approval", approval);
			if (approval != null) {
				model.addAttribute("askedBy", name(approval.askedBy()));
				model.addAttribute("approvedBy", name(approval.approvedBy()));
			}
			model.addAttribute("whyNot", this.approvals.whyNot(rules).map((no) -> no.in(this.words)).orElse(null));
		});
	}

	private static Direction direction(String show, Compared compared) {
		return SHOWN.stream()
			.filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(show))
			.findFirst()
			.orElseGet(() -> SHOWN.stream().filter((one) -> compared.count(one) > 0).findFirst().orElse(SHOWN.get(0)));
	}

	private static long number(String text) {
		return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
	}

	private String name(@Nullable UUID account) {
		return (account != null) ? this.staff.find(account).map(StaffMember::name).orElse("–") : "–";
	}

}
