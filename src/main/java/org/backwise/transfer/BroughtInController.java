package org.backwise.transfer;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.origin.Origin;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.transfer.BroughtIn.Client;

/** Clients from another system, until their questionnaire is there and after. */
@Controller
class BroughtInController {

	private final BroughtIn broughtIn;

	private final SignedIn signedIn;

	private final Words words;

	private final Origin origin;

	BroughtInController(BroughtIn broughtIn, SignedIn signedIn, Words words, Origin origin) {
		this.broughtIn = broughtIn;
		this.signedIn = signedIn;
		this.words = words;
		this.origin = origin;
	}

	@GetMapping("/desk/brought-in")
	String list(@RequestParam(defaultValue = "") String q, Model model) {
		String typed = FormText.line(q).text();
		List<Client> found = this.broughtIn.find(typed);
		model.addAttribute("q", typed);
		model.addAttribute("rows", found.subList(0, Math.min(found.size(), BroughtIn.MOST)));
		model.addAttribute("more", found.size() > BroughtIn.MOST);
		model.addAttribute("count", this.broughtIn.count());
		model.addAttribute("owner", this.signedIn.member().isOwner());
		model.addAttribute("private", true);
		return "transfer/brought-in";
	}

	@GetMapping("/desk/brought-in/{id}")
	String show(@PathVariable String id, Model model) {
		return show(id, "", List.of(), model);
	}

	@PostMapping("/desk/brought-in/{id}/join")
	String join(@PathVariable String id, @RequestParam(defaultValue = "") String reference,
			HttpServletResponse response, Model model) {
		String typed = FormText.line(reference).text();
		try {
			this.broughtIn.join(BringInController.key(id), typed.toUpperCase(Locale.ROOT));
			return back(id);
		}
		catch (Refused ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(id, typed, List.of(new FieldProblem("reference", ex.refusal().in(this.words))), model);
		}
	}

	@PostMapping("/desk/brought-in/{id}/part")
	String part(@PathVariable String id) {
		this.broughtIn.part(BringInController.key(id));
		return back(id);
	}

	@PostMapping("/desk/brought-in/{id}/erase")
	String erase(@PathVariable String id) {
		this.broughtIn.erase(BringInController.key(id));
		return "redirect:/desk/brought-in";
	}

	private static String back(String id) {
		return "redirect:/desk/brought-in/" + BringInController.key(id);
	}

	private String show(String id, String typed, List<FieldProblem> problems, Model model) {
		UUID key = BringInController.key(id);
		Client client = this.broughtIn.read(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("client", client);
		model.addAttribute("typed", typed);
		model.addAttribute("owner", this.signedIn.member().isOwner());
		model.addAttribute("start", this.origin.of("/"));
		model.addAttribute("private", true);
		FieldProblem.show(problems, model);
		return "transfer/client";
	}

}
