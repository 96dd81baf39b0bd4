package org.backwise.proof;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.knowledge.KnowledgeBase;

/** The public page that shows what is proved of the running rules. */
@Controller
class ProofController {

	private final Proofs proofs;

	private final KnowledgeBase base;

	ProofController(Proofs proofs, KnowledgeBase base) {
		this.proofs = proofs;
		this.base = base;
	}

	@GetMapping("/how-we-decide/proof")
	String show(Model model) {
		model.addAttribute("about", this.base.about());
		model.addAttribute("proof", ProofPage.of(this.proofs.report(), this.base));
		return "proof/proof";
	}

}
