package org.backwise.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with the links of the made-up clients. */
@Controller
@Profile("demo")
class DemoController {

	private final MadeUpClients clients;

	DemoController(MadeUpClients clients) {
		this.clients = clients;
	}

	@GetMapping("/demo")
	String show(Model model) {
		model.addAttribute("people", this.clients.all());
		return "demo/demo";
	}

}
