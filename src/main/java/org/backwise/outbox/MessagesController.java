package org.backwise.outbox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

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

import org.backwise.cases.CaseId;
import org.backwise.outbox.Message.State;
import org.backwise.practice.Refusal;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** The messages at the desk: what waits, what failed and what was sent. */
@Controller
class MessagesController {

	private static final String PATH = "/desk/messages";

	private final MessageLists lists;

	private final MessageKeeper keeper;

	private final Offered offered;

	private final Postman postman;

	private final SignedIn signedIn;

	private final Words words;

	private final Clock clock;

	MessagesController(MessageLists lists, MessageKeeper keeper, Offered offered, Postman postman, SignedIn signedIn,
			Words words, Clock clock) {
		this.lists = lists;
		this.keeper = keeper;
		this.offered = offered;
		this.postman = postman;
		this.signedIn = signedIn;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String done, Model model) {
		for (State state : List.of(State.WAITING, State.FAILED, State.SENT)) {
			model.addAttribute(state.toString(), this.lists.of(state));
		}
		model.addAttribute("most", MessageLists.MOST);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("offered", this.offered.any());
		model.addAttribute("keepDays", this.offered.mail().keepDays());
		model.addAttribute("owner", this.signedIn.member().isOwner());
		model.addAttribute("done", List.of("again", "give-up").contains(String.valueOf(done)) ? done : null);
		return "outbox/messages";
	}

	@PostMapping(PATH + "/{id}/{act}")
	String act(@PathVariable String id, @PathVariable String act, HttpServletResponse response, Model model) {
		UUID message = CaseId.parse(id).map(CaseId::value).orElseThrow(MessagesController::unknown);
		UUID by = this.signedIn.member().id();
		boolean done = switch (act) {
			case "again" -> this.keeper.again(message, by);
			case "give-up" -> this.keeper.giveUp(message, by);
			default -> throw unknown();
		};
		if (!done) {
			Refusal.of("outbox.refused.over").show(this.words, response, model);
			return show(null, model);
		}
		if (act.equals("again")) {
			this.postman.goNow();
		}
		return "redirect:" + PATH + "?done=" + act;
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
