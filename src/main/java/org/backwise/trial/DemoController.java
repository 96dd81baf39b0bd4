package org.backwise.trial;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with the links of the made-up clients, and how to sit at the desk. */
@Controller
@Profile("demo")
class DemoController {

	private final MadeUpClients clients;

	private final MadeUpCourses courses;

	private final MadeUpStaff staff;

	DemoController(MadeUpClients clients, MadeUpCourses courses, MadeUpStaff staff) {
		this.clients = clients;
		this.courses = courses;
		this.staff = staff;
	}

	@GetMapping("/demo")
	String show(Model model) {
		model.addAttribute("people", this.clients.all());
		model.addAttribute("courses", this.courses.all());
		model.addAttribute("colleagues", this.staff.all());
		return "trial/demo";
	}

}
