package org.backwise.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.ClientDevices;
import org.backwise.staff.SignedIn;

/** Says of the device in hand that clients answer on it. */
@Controller
class DeviceController {

	private final ClientDevices devices;

	private final Journal journal;

	private final SignedIn signedIn;

	DeviceController(ClientDevices devices, Journal journal, SignedIn signedIn) {
		this.devices = devices;
		this.journal = journal;
		this.signedIn = signedIn;
	}

	@GetMapping("/desk/device")
	String show(HttpServletRequest request, Model model) {
		model.addAttribute("marked", this.devices.isOne(request));
		model.addAttribute("minutes", this.devices.patience().toMinutes());
		model.addAttribute("private", true);
		return "desk/device";
	}

	@PostMapping("/desk/device")
	@Transactional
	public String mark(HttpServletRequest request, HttpServletResponse response) {
		if (this.devices.mark(this.signedIn.member().id(), request, response)) {
			this.journal.note(Action.CLIENT_DEVICE_MARKED, new Who.Staff(this.signedIn.member().id()), null);
		}
		return "redirect:/desk/device";
	}

	@PostMapping("/desk/device/unmark")
	@Transactional
	public String unmark(HttpServletRequest request, HttpServletResponse response) {
		if (this.devices.unmark(request, response)) {
			this.journal.note(Action.CLIENT_DEVICE_UNMARKED, new Who.Staff(this.signedIn.member().id()), null);
		}
		return "redirect:/desk/device";
	}

}
