package org.backwise.backup;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.staff.SignedIn;

/** The owner's page of the backups. */
@Controller
class BackupController {

	private static final String PATH = "/desk/settings/backup";

	private static final int MOST = 20;

	private final BackupKeeper keeper;

	private final BackupRuns runs;

	private final BackupWarning warning;

	private final BackupSettings settings;

	private final SignedIn signedIn;

	BackupController(BackupKeeper keeper, BackupRuns runs, BackupWarning warning, BackupSettings settings,
			SignedIn signedIn) {
		this.keeper = keeper;
		this.runs = runs;
		this.warning = warning;
		this.settings = settings;
		this.signedIn = signedIn;
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String made, Model model) {
		this.signedIn.owner();
		return show(made != null, model);
	}

	@PostMapping(PATH)
	String make(HttpServletResponse response, Model model) {
		UUID owner = this.signedIn.owner().id();
		if (this.settings.missing().isPresent()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(false, model);
		}
		this.keeper.makeFor(owner);
		return "redirect:" + PATH + "?made";
	}

	private String show(boolean made, Model model) {
		model.addAttribute("made", made);
		model.addAttribute("running", this.keeper.isRunning());
		model.addAttribute("missing", this.settings.missing().orElse(null));
		model.addAttribute("shortest", BackupSettings.SHORTEST);
		model.addAttribute("folder", this.settings.folder());
		model.addAttribute("warning", this.warning.now().orElse(null));
		model.addAttribute("good", this.runs.lastGood().orElse(null));
		model.addAttribute("runs", this.runs.newest(MOST));
		return "backup/backup";
	}

}
