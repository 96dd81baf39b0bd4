package org.backwise.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.StaffNames;
import org.backwise.outbox.Message.State;
import org.backwise.practice.Refusal;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** The messages at the desk: what waits, what failed and what was sent. */
@Controller
class MessagesController {

	private static final String PATH = "/desk/messages";

	/** Each list shows so many. */
	private static final int MOST = 50;

	private final OutboxRows rows;

	private final MessageKeeper keeper;

	private final Offered offered;

	private final Postman postman;

	private final Drain drain;

	private final Cases cases;

	private final StaffNames names;

	private final SignedIn signedIn;

	private final TransactionTemplate transaction;

	private final Words words;

	private final Clock clock;

	MessagesController(OutboxRows rows, MessageKeeper keeper, Offered offered, Postman postman, Drain drain,
			Cases cases, StaffNames names, SignedIn signedIn, TransactionTemplate transaction, Words words,
			Clock clock) {
		this.rows = rows;
		this.keeper = keeper;
		this.offered = offered;
		this.postman = postman;
		this.drain = drain;
		this.cases = cases;
		this.names = names;
		this.signedIn = signedIn;
		this.transaction = transaction;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * A message as a page shows it.
	 *
	 * @param message the message
	 * @param reference the reference of its case
	 * @param client what to call the client
	 * @param to who of the practice is told, null for the client
	 * @param at when it is tried next, or when it was over
	 */
	record Shown(Message message, String reference, String client, @Nullable String to, Instant at) {
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String done, Model model) {
		this.transaction.executeWithoutResult((status) -> {
			model.addAttribute("waiting",
					this.rows.waiting(MOST).stream().map((one) -> shown(one, one.due())).toList());
			model.addAttribute("failed", over(State.FAILED));
			model.addAttribute("sent", over(State.SENT));
			model.addAttribute("counts", List.of(this.rows.count(State.WAITING, MOST + 1),
					this.rows.count(State.FAILED, MOST + 1), this.rows.count(State.SENT, MOST + 1)));
		});
		model.addAttribute("most", MOST);
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
			this.drain.goOn();
			this.postman.go();
		}
		return "redirect:" + PATH + "?done=" + act;
	}

	private List<Shown> over(State state) {
		return this.rows.over(state, MOST).stream().map((one) -> shown(one.message(), one.at())).toList();
	}

	private Shown shown(Message message, Instant at) {
		Optional<Case> found = this.cases.find(message.theCase());
		return new Shown(message, found.map(Case::reference).orElse(""), found.map(Case::client).orElse(""),
				(message.account() != null)
						? this.names.nameOf(message.account()).orElseGet(() -> this.words.of("outbox.somebody")) : null,
				at);
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
