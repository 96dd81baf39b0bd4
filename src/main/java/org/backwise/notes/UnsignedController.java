package org.backwise.notes;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.staff.SignedIn;

/** The list of the notes that are still to be signed. */
@Controller
class UnsignedController {

	private final UnsignedNotes unsigned;

	private final SignedIn signedIn;

	UnsignedController(UnsignedNotes unsigned, SignedIn signedIn) {
		this.unsigned = unsigned;
		this.signedIn = signedIn;
	}

	@GetMapping(WayBack.TO_SIGN)
	String list(@RequestParam(defaultValue = "mine") String whose,
			@RequestParam(required = false) @Nullable String signed, Model model) {
		UUID me = this.signedIn.member().id();
		boolean all = "all".equals(whose);
		@Nullable UUID account = all ? null : me;
		List<UnsignedNote> notes = this.unsigned.of(account);
		model.addAttribute("signed", signed != null);
		model.addAttribute("all", all);
		model.addAttribute("notes", notes);
		model.addAttribute("mine", this.unsigned.count(me));
		model.addAttribute("total", this.unsigned.count(null));
		model.addAttribute("more", notes.size() >= UnsignedNotes.MOST);
		model.addAttribute("private", true);
		return "notes/unsigned";
	}

}
