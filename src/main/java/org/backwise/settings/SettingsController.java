package org.backwise.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** The owner's pages of settings: a list of them, and each with a look ahead. */
@Controller
class SettingsController {

	private final SettingsForms forms;

	private final SettingsPreview preview;

	private final PracticeSettings settings;

	private final PracticeNow practice;

	private final SignedIn signedIn;

	private final Words words;

	SettingsController(SettingsForms forms, SettingsPreview preview, PracticeSettings settings, PracticeNow practice,
			SignedIn signedIn, Words words) {
		this.forms = forms;
		this.preview = preview;
		this.settings = settings;
		this.practice = practice;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping("/desk/settings")
	String index(@RequestParam(required = false) @Nullable String saved, Model model) {
		this.signedIn.owner();
		Map<String, String> now = this.settings.saved(SettingsPage.COUNTRY).values();
		Map<String, List<String>> summaries = new LinkedHashMap<>();
		for (SettingsPage page : SettingsPage.values()) {
			summaries.put(page.path(), summary(page, now));
		}
		model.addAttribute("summaries", summaries);
		model.addAttribute("saved",
				(saved != null) ? SettingsPage.of(saved).map(SettingsPage::path).orElse(null) : null);
		model.addAttribute("guessed", this.settings.isGuessed(now) ? this.practice.now().zone().getId() : null);
		model.addAttribute("ready", this.practice.now().isSetUp());
		model.addAttribute("english", this.practice.now().languages());
		return "settings/index";
	}

	/** What is set, in a line. */
	private List<String> summary(SettingsPage page, Map<String, String> now) {
		return page.settings()
			.stream()
			.filter((setting) -> setting == Setting.COUNTRY || setting == Setting.EMERGENCY_NUMBER
					|| setting == Setting.NAME || setting == Setting.PHONE
					|| (setting == Setting.ZONE && page == SettingsPage.TIME) || setting == Setting.COLOUR)
			.map((setting) -> this.forms.named(setting, this.settings.shown(setting, now)))
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	@GetMapping("/desk/settings/{path}")
	String show(@PathVariable String path, @RequestParam Map<String, String> asked, Model model) {
		this.signedIn.owner();
		this.forms.show(page(path), asked, model);
		return "settings/page";
	}

	@PostMapping("/desk/settings/{path}")
	String change(@PathVariable String path, @RequestParam Map<String, String> sent, HttpServletResponse response,
			Model model) {
		this.signedIn.owner();
		SettingsPage page = page(path);
		Typed typed = Typed.of(page, sent);
		boolean otherCountry = page == SettingsPage.COUNTRY && !this.settings.isInFile(Setting.COUNTRY)
				&& !typed.shown().equals(typed.value(Setting.COUNTRY));
		List<FieldProblem> problems = this.forms.problems(page, typed);
		boolean wrongCountry = problems.stream().anyMatch((one) -> one.field().equals(Setting.COUNTRY.id()));
		if (otherCountry && !wrongCountry) {
			this.forms.showCountry(typed, model);
			model.addAttribute("look", true);
			return "settings/page";
		}
		if (typed.go().equals("edit")) {
			this.forms.show(page, typed, List.of(), null, model);
			return "settings/page";
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.forms.show(page, typed, problems, null, model);
			return "settings/page";
		}
		if (!typed.go().equals("save")) {
			this.preview.show(page, typed, model);
			return "settings/preview";
		}
		try {
			this.settings.save(page, typed, this.signedIn.owner().id());
			return "redirect:/desk/settings?saved=" + page.path();
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			this.forms.show(page, typed, List.of(), this.settings.saved(page), model);
			return "settings/page";
		}
	}

	private static SettingsPage page(String path) {
		return SettingsPage.of(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
