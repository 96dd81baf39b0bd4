package org.backwise.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

import org.backwise.care.Clashes;
import org.backwise.care.Clashes.Met;
import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.desk.OthersSessions.ToCome;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** After a case was given to somebody: do its sessions to come go with it? */
@Controller
class HandOverController {

	private static final String PATH = WorklistFilter.PATH + "/{reference}/hand-over";

	private final Cases cases;

	private final Assignments assignments;

	private final OthersSessions sessions;

	private final Clashes clashes;

	private final StaffAccounts accounts;

	private final SignedIn signedIn;

	private final Words words;

	HandOverController(Cases cases, Assignments assignments, OthersSessions sessions, Clashes clashes,
			StaffAccounts accounts, SignedIn signedIn, Words words) {
		this.cases = cases;
		this.assignments = assignments;
		this.sessions = sessions;
		this.clashes = clashes;
		this.accounts = accounts;
		this.signedIn = signedIn;
		this.words = words;
	}

	/** Its address, with where to go on from there. */
	static String address(String reference, @Nullable String back, @Nullable String from) {
		return UriComponentsBuilder.fromPath(PATH)
			.queryParamIfPresent("back", Optional.ofNullable(back).map((list) -> "{back}"))
			.queryParamIfPresent("from", Optional.ofNullable(from).map((list) -> "{from}"))
			.encode()
			.buildAndExpand(Map.of("reference", reference, "back", Objects.requireNonNullElse(back, ""), "from",
					Objects.requireNonNullElse(from, "")))
			.toUriString();
	}

	@GetMapping(PATH)
	String show(@PathVariable String reference, @RequestParam(required = false) @Nullable String back,
			@RequestParam(required = false) @Nullable String from, Model model) {
		Case theCase = open(reference);
		StaffMember to = to(theCase);
		String seen = OthersSessions.seen(this.sessions.notWith(theCase.id(), to.id()));
		Met met = this.clashes.wouldMeet(theCase.id(), () -> this.sessions.give(theCase.id(), to.id(), seen));
		return show(theCase, to, met, new Way(WorklistFilter.known(back), WorklistFilter.known(from)), List.of(),
				model);
	}

	/** The sessions, and what their therapist has already at their times. */
	@PostMapping(PATH)
	String give(@PathVariable String reference, @RequestParam(defaultValue = "") String seen,
			@RequestParam(required = false) @Nullable String clashes,
			@RequestParam(required = false) @Nullable String sure,
			@RequestParam(required = false) @Nullable String back,
			@RequestParam(required = false) @Nullable String from, HttpServletResponse response, Model model) {
		Case theCase = open(reference);
		StaffMember to = to(theCase);
		Way way = new Way(WorklistFilter.known(back), WorklistFilter.known(from));
		try {
			Met met = this.clashes.take(theCase.id(), (sure != null) ? clashes : null,
					() -> this.sessions.give(theCase.id(), to.id(), seen));
			if (met.isNothing()) {
				return "redirect:" + way.on(theCase, "handed-over");
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(theCase, to, met, way, List.of(new FieldProblem("sure", this.words.of("desk.problem.sure"))),
					model);
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(theCase, to, Met.NOTHING, way, List.of(), model);
		}
	}

	private Case open(String reference) {
		return this.cases.read(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Whoever looks after the case now; nothing is given to somebody who left. */
	private StaffMember to(Case theCase) {
		UUID account = this.assignments.of(theCase.id()).orElse(null);
		return this.accounts.active()
			.stream()
			.filter((member) -> member.id().equals(account))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Where somebody goes on.
	 *
	 * @param back the list that the case was given away on, null for its page
	 * @param from the list that its page goes back to
	 */
	record Way(@Nullable String back, @Nullable String from) {

		String on(Case theCase, String done) {
			return (this.back != null) ? this.back + "#" + theCase.reference()
					: CaseController.address(theCase.reference(), "done", done, this.from);
		}

	}

	private String show(Case theCase, StaffMember to, Met met, Way way, List<FieldProblem> problems, Model model) {
		List<ToCome> toCome = this.sessions.notWith(theCase.id(), to.id());
		Map<UUID, String> names = this.accounts.all()
			.stream()
			.collect(Collectors.toMap(StaffMember::id, StaffMember::name));
		model.addAttribute("private", true);
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("client", theCase.client());
		model.addAttribute("to", to.name());
		model.addAttribute("sessions", toCome);
		model.addAttribute("names", names);
		model.addAttribute("seen", OthersSessions.seen(toCome));
		model.addAttribute("clashes", met.said().stream().map((one) -> one.in(this.words)).toList());
		model.addAttribute("mark", met.mark());
		model.addAttribute("way", way);
		model.addAttribute("leave", way.on(theCase, "assigned"));
		FieldProblem.show(problems, model);
		return "desk/hand-over";
	}

}
