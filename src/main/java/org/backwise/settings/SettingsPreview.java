package org.backwise.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices.Notice;
import org.backwise.practice.Practice;
import org.backwise.practice.Settings.Saved;
import org.backwise.retention.Retention;
import org.backwise.triage.InForce;

/** Shows what typed settings would change, before they count. */
@Component
class SettingsPreview {

	private static final int MOST = 100;

	private final SettingsForms forms;

	private final PracticeSettings settings;

	private final InForce inForce;

	private final Retention retention;

	private final Clock clock;

	SettingsPreview(SettingsForms forms, PracticeSettings settings, InForce inForce, Retention retention, Clock clock) {
		this.forms = forms;
		this.settings = settings;
		this.inForce = inForce;
		this.retention = retention;
		this.clock = clock;
	}

	/** Fills the page with what would be different. */
	void show(SettingsPage page, Typed typed, Model model) {
		Saved saved = this.settings.saved(page);
		Map<String, String> next = this.settings.chosen(page.settings(), typed, saved.values());
		model.addAttribute("page", page);
		model.addAttribute("typed", typed.values());
		model.addAttribute("seen", typed.seen());
		model.addAttribute("shown", typed.shown());
		model.addAttribute("changes", changes(page, saved.values(), next));
		Practice would = this.settings.practice(next);
		model.addAttribute("would", would);
		if (page == SettingsPage.COUNTRY || page == SettingsPage.CONTACT) {
			KnowledgeBase base = this.inForce.base();
			model.addAttribute("samples",
					Stream.of(Level.EMERGENCY, Level.URGENT)
						.map((level) -> Sample.of(base.notice(level), would))
						.toList());
		}
		if (page.settings().contains(Setting.ZONE)) {
			model.addAttribute("there",
					this.clock.instant().atZone(would.zone()).toLocalTime().withNano(0).withSecond(0));
		}
		if (page == SettingsPage.LOOK) {
			Colour colour = Colour.of(would.colour()).orElseGet(() -> Colour.of("#14624f").orElseThrow());
			model.addAttribute("light", colour.toString());
			model.addAttribute("dark", colour.forDark().toString());
		}
		if (page == SettingsPage.KEEPING) {
			model.addAttribute("due", due(saved.values(), next));
			model.addAttribute("most", MOST);
		}
	}

	/** How many records would go tonight that would stay as it is. */
	private int due(Map<String, String> before, Map<String, String> next) {
		LocalDate today = LocalDate.now(this.clock);
		int already = this.retention.goingBy(today, MOST + 1, this.settings.periods(before)).size();
		return Math.max(0, this.retention.goingBy(today, MOST + 1, this.settings.periods(next)).size() - already);
	}

	private List<Change> changes(SettingsPage page, Map<String, String> before, Map<String, String> next) {
		return page.settings()
			.stream()
			.map((setting) -> new Change(setting.id(), this.forms.named(setting, this.settings.shown(setting, before)),
					this.forms.named(setting, this.settings.shown(setting, next))))
			.filter((change) -> !change.before().equals(change.after()))
			.toList();
	}

	/**
	 * One setting that would be different.
	 *
	 * @param id its id
	 * @param before what it is
	 * @param after what it would be
	 */
	record Change(String id, String before, String after) {
	}

	/**
	 * What a client would read.
	 *
	 * @param heading the head of the notice
	 * @param steps what to do
	 */
	record Sample(String heading, List<String> steps) {

		static Sample of(Notice notice, Practice practice) {
			return new Sample(practice.fill(notice.heading()), notice.steps().stream().map(practice::fill).toList());
		}

	}

}
