package org.backwise.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.LinkMail;
import org.backwise.cases.Therapist;
import org.backwise.origin.Origin;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;

/** A new private link for a client who lost theirs. */
@Controller
class LinkController {

	private final Cases cases;

	private final LinkMail mail;

	private final SignedIn signedIn;

	private final Words words;

	private final Origin origin;

	LinkController(Cases cases, LinkMail mail, SignedIn signedIn, Words words, Origin origin) {
		this.cases = cases;
		this.mail = mail;
		this.signedIn = signedIn;
		this.words = words;
		this.origin = origin;
	}

	/**
	 * What was chosen.
	 *
	 * @param fresh the link before it counts, so that a double click makes one only
	 * @param lost whether the links of before end
	 * @param how mail or show
	 */
	record Form(@Nullable String fresh, @Nullable String lost, @Nullable String how) {

		boolean wasLost() {
			return "true".equals(this.lost);
		}

		/** Says nothing of the link. */
		@Override
		public String toString() {
			return "a form for a link";
		}

	}

	@GetMapping("/desk/cases/{reference}/link")
	String show(@PathVariable String reference, Model model) {
		return show(find(reference), List.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/link")
	String renew(@PathVariable String reference, Form form, HttpServletResponse response, Model model) {
		Case theCase = find(reference);
		StaffMember me = this.signedIn.member();
		Therapist by = new Therapist(me.id(), me.name());
		LinkToken fresh = new LinkToken((form.fresh() != null) ? form.fresh() : "");
		boolean mails = "mail".equals(form.how());
		if (!mails && (!"show".equals(form.how()) || !fresh.isWellFormed())) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("lost", form.wasLost());
			return show(theCase, List.of(new FieldProblem("how", "how-show", this.words.of("desk.link.how.missing"))),
					model);
		}
		try {
			if (mails) {
				this.mail.mail(theCase.id(), form.wasLost(), by);
				model.addAttribute("sent", true);
			}
			else {
				this.mail.renew(theCase.id(), fresh, form.wasLost(), by);
				model.addAttribute("address", this.origin.of("/result/" + fresh.text()));
			}
			model.addAttribute("ended", form.wasLost());
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			model.addAttribute("lost", form.wasLost());
			model.addAttribute("how", form.how());
		}
		return show(theCase, List.of(), model);
	}

	private Case find(String reference) {
		return this.cases.read(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String show(Case theCase, List<FieldProblem> problems, Model model) {
		model.addAttribute("theCase", theCase);
		model.addAttribute("fresh", LinkToken.random().text());
		model.addAttribute("email", this.mail.canSend() ? theCase.contact().map(Contact::email).orElse(null) : null);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "desk/link";
	}

}
