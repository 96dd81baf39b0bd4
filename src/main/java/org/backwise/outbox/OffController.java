package org.backwise.outbox;

import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.CaseId;
import org.backwise.outbox.ClientChoices.Wanted;

/**
 * Ends the messages of a client by a link out of one. To look changes nothing, since mail
 * programmes look at links by themselves; the post may come from such a programme,
 * without a form of ours (RFC 8058).
 */
@Controller
class OffController {

	/** What the links begin with. */
	static final String PATH = "/messages/off";

	private final ClientChoices choices;

	OffController(ClientChoices choices) {
		this.choices = choices;
	}

	@GetMapping(PATH + "/{off}")
	String ask(@PathVariable String off, Model model) {
		CaseId id = find(off);
		return show(off, this.choices.of(id).map(Wanted::kinds).orElse(Set.of()).isEmpty(), model);
	}

	@PostMapping(PATH + "/{off}")
	String end(@PathVariable String off, Model model) {
		this.choices.choose(find(off), Set.of());
		return show(off, true, model);
	}

	private static String show(String off, boolean ended, Model model) {
		model.addAttribute("off", PATH + "/" + off);
		model.addAttribute("ended", ended);
		model.addAttribute("private", true);
		return "outbox/off";
	}

	private CaseId find(String off) {
		return this.choices.behind(off).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
