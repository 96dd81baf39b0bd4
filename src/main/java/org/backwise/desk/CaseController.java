package org.backwise.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import org.backwise.care.Clashes;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Act;
import org.backwise.cases.Assignments;
import org.backwise.cases.StaleCaseException;
import org.backwise.journal.Journal;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.Colleague;
import org.backwise.staff.SignedIn;

/** A case, and everything that can be done with it: one handler pair for all acts. */
@Controller
class CaseController {

	private static final Refusal NOT_NOW = Refusal.of("desk.refused.state");

	/** The list to go back to, as it comes along from page to page. */
	private static final String FROM = "from";

	private static final Refusal HELD = Refusal.of("desk.acts.held");

	private final CaseFiles files;

	private final DeskActs acts;

	private final CaseAround around;

	private final Assignments assignments;

	private final SessionTimes times;

	private final WorklistLines lines;

	private final Journal journal;

	private final SignedIn signedIn;

	private final Words words;

	private final Clock clock;

	CaseController(CaseFiles files, DeskActs acts, CaseAround around, Assignments assignments, SessionTimes times,
			WorklistLines lines, Journal journal, SignedIn signedIn, Words words, Clock clock) {
		this.files = files;
		this.acts = acts;
		this.around = around;
		this.assignments = assignments;
		this.times = times;
		this.lines = lines;
		this.journal = journal;
		this.signedIn = signedIn;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/desk/cases/{reference}")
	String show(@PathVariable String reference, @RequestParam(required = false) @Nullable String done,
			@RequestParam(name = "not", defaultValue = "") String undone,
			@RequestParam(required = false) @Nullable String from,
			@SessionAttribute(name = WorklistController.LAST, required = false) @Nullable String list, Model model) {
		CaseFile file = open(reference);
		DeskAct approval = act(Act.APPROVE.toString());
		DeskForm blank = blank(file, approval, from);
		form(file, Act.APPROVE.toString(), blank, Map.of(), model);
		String known = WorklistFilter.known(from);
		model.addAttribute("back", (known != null) ? known : (list != null) ? list : WorklistFilter.PATH);
		model.addAttribute("view", CaseView.of(file));
		model.addAttribute("times", this.times.of(file.id()));
		model.addAttribute("whatIf",
				new WhatIf(file.rules()).of(file.first().typed(), file.first().assessment().findings()));
		model.addAttribute("history", this.journal.about(file.id().value()));
		model.addAttribute("around", this.around.of(file));
		model.addAttribute("joinProblem", undone.equals("joined") ? this.words.of("desk.joined.problem") : null);
		model.addAttribute("done",
				this.acts.of(done)
					.map((act) -> act.act().toString())
					.orElse(("assigned".equals(done) || "handed-over".equals(done)) ? done : null));
		if (undone.equals("assigned")) {
			model.addAttribute("refusal", this.words.of("cases.refused.assigned"));
		}
		therapist(file, model);
		return "desk/case";
	}

	private void therapist(CaseFile file, Model model) {
		Map<UUID, Colleague> colleagues = this.lines.colleagues();
		model.addAttribute("colleagues", colleagues.values());
		model.addAttribute("me", this.signedIn.member().id());
		model.addAttribute("assigned", this.assignments.of(file.id()).orElse(null));
		model.addAttribute("therapist", this.assignments.of(file.id()).map(colleagues::get).orElse(null));
	}

	private DeskForm blank(CaseFile file, DeskAct act, @Nullable String from) {
		Map<String, String> begun = new LinkedHashMap<>(act.begin(file, today()));
		Optional.ofNullable(WorklistFilter.known(from)).ifPresent((list) -> begun.put(FROM, list));
		return new DeskForm(begun).at(file.standing().version());
	}

	@GetMapping("/desk/cases/{reference}/{act}")
	String begin(@PathVariable String reference, @PathVariable String act,
			@RequestParam(required = false) @Nullable String from, HttpServletResponse response, Model model) {
		CaseFile file = open(reference);
		DeskAct deskAct = act(act);
		if (!file.acts().contains(deskAct.act())) {
			return refused(file, notNow(deskAct, file), response, model);
		}
		return form(file, act, blank(file, deskAct, from), Map.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/{act}")
	String take(@PathVariable String reference, @PathVariable String act,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model) {
		CaseFile file = open(reference);
		DeskAct deskAct = act(act);
		DeskForm typed = DeskForm.of(sent);
		if (typed.version() != file.standing().version()) {
			return compare(file, act, typed, response, model);
		}
		if (!file.acts().contains(deskAct.act())) {
			return refuse(file, notNow(deskAct, file), response, model);
		}
		Map<String, String> problems = deskAct.problems(typed, file, today());
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(file, act, typed, problems, model);
		}
		List<String> risks = deskAct.risks(typed, file);
		boolean doubted = !risks.isEmpty() && !typed.isSure();
		try {
			Clashes.Met met = this.acts.take(deskAct, typed, file, doubted);
			if (doubted || !met.isNothing()) {
				return secondLook(file, act, typed, risks, met, response, model);
			}
		}
		catch (StaleCaseException ex) {
			return compare(open(reference), act, typed, response, model);
		}
		catch (Refused ex) {
			return refuse(file, ex.refusal(), response, model);
		}
		return "redirect:" + address(reference, "done", act, list(typed));
	}

	private static @Nullable String list(DeskForm typed) {
		return WorklistFilter.known(typed.textOrNull(FROM));
	}

	/** Where a case is shown, with what was done or not, and the list to go back to. */
	static String address(String reference, String what, String value, @Nullable String list) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(WorklistFilter.PATH)
			.path("/{reference}")
			.queryParam(what, "{value}");
		if (list == null) {
			return address.encode().buildAndExpand(reference, value).toUriString();
		}
		return address.queryParam(FROM, "{list}").encode().buildAndExpand(reference, value, list).toUriString();
	}

	private static Refusal notNow(DeskAct act, CaseFile file) {
		return (act.act() == Act.CLEAR && file.isHeld()) ? HELD : NOT_NOW;
	}

	private CaseFile open(String reference) {
		return this.files.open(reference, this.signedIn.member())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private DeskAct act(String id) {
		return this.acts.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String form(CaseFile file, String act, DeskForm typed, Map<String, String> problems, Model model) {
		common(file, list(typed), model);
		problems(act, typed, problems, model);
		model.addAllAttributes(act(act).shown(file));
		model.addAttribute("today", today());
		model.addAttribute("dayOver", file.dayOver(today()).orElse(null));
		Map<String, List<String>> reasons = new HashMap<>();
		Stream.of(Act.values()).forEach((one) -> reasons.put(one.toString(), one.reasons()));
		reasons.put(act, act(act).reasons(file));
		model.addAttribute("reasons", reasons);
		return "desk/act";
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** Somebody else was first: what they did, beside what was typed here. */
	private String compare(CaseFile file, String act, DeskForm typed, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("since", file.standing().since(typed.version()));
		model.addAttribute("possible", file.acts().contains(act(act).act()));
		return form(file, act, typed.at(file.standing().version()), Map.of(), model);
	}

	/**
	 * What is allowed but risky, and whom it would meet: all on one page, with one tick.
	 */
	private String secondLook(CaseFile file, String act, DeskForm typed, List<String> risks, Clashes.Met met,
			HttpServletResponse response, Model model) {
		Map<String, String> doubts = new LinkedHashMap<>();
		if (typed.isSecondLook()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			doubts.putAll(typed.doubts());
			if (risks.isEmpty()) {
				doubts.keySet().retainAll(Set.of(DeskForm.SURE));
			}
		}
		common(file, list(typed), model);
		problems(act, typed, doubts, model);
		model.addAttribute("risks", risks);
		model.addAttribute("clashes", met.said().stream().map((one) -> one.in(this.words)).toList());
		model.addAttribute("mark", met.mark());
		model.addAttribute("carried", typed.carried());
		return "desk/second-look";
	}

	private void problems(String act, DeskForm typed, Map<String, String> keys, Model model) {
		List<FieldProblem> errors = keys.entrySet()
			.stream()
			.map((problem) -> new FieldProblem(problem.getKey(), this.words.of("desk.problem." + problem.getValue())))
			.toList();
		model.addAttribute("act", act);
		model.addAttribute("typed", typed.values());
		FieldProblem.show(errors, model);
	}

	/** Whoever tries what no page offers is in the journal, too. */
	private String refuse(CaseFile file, Refusal refusal, HttpServletResponse response, Model model) {
		this.files.refuse(file, this.signedIn.member());
		return refused(file, refusal, response, model);
	}

	private String refused(CaseFile file, Refusal refusal, HttpServletResponse response, Model model) {
		refusal.show(this.words, response, model);
		common(file, null, model);
		return "desk/refused";
	}

	private void common(CaseFile file, @Nullable String from, Model model) {
		model.addAttribute(FROM, from);
		model.addAttribute("onward",
				(from != null) ? "?" + FROM + "=" + UriUtils.encode(from, StandardCharsets.UTF_8) : "");
		model.addAttribute("offered", this.acts.offered(file));
		model.addAttribute("file", file);
		model.addAttribute("standing", file.standing());
		model.addAttribute("reference", file.theCase().reference());
		model.addAttribute("level", (file.standing().level() != null) ? file.standing().level().toString() : "plan");
		model.addAttribute("private", true);
	}

}
