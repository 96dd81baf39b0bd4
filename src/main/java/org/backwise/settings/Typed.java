package org.backwise.settings;

import java.util.Map;
import java.util.TreeMap;

import org.backwise.practice.FormText;

/**
 * What an owner typed on a page of settings, cleaned.
 *
 * @param values the words by the id of the setting
 * @param others what else the form said, such as the version that was seen
 */
record Typed(Map<String, String> values, Map<String, String> others) {

	static Typed of(SettingsPage page, Map<String, String> sent) {
		Map<String, String> values = new TreeMap<>();
		for (Setting setting : page.settings()) {
			String text = sent.getOrDefault(setting.id(), "");
			values.put(setting.id(),
					((setting == Setting.ADDRESS) ? FormText.lines(text) : FormText.line(text)).text());
		}
		if (page == SettingsPage.LOOK) {
			if ("other".equals(values.get(Setting.COLOUR.id()))) {
				values.put(Setting.COLOUR.id(), FormText.line(sent.get("other-colour")).text());
			}
			if (sent.containsKey("nearest")) {
				values.put(Setting.COLOUR.id(), FormText.line(sent.get("nearest")).text());
			}
			if (sent.containsKey("no-logo")) {
				values.put(Setting.LOGO.id(), "");
			}
		}
		return new Typed(values, sent);
	}

	String value(Setting setting) {
		return this.values.getOrDefault(setting.id(), "");
	}

	/**
	 * The version of the page that was seen; one that never was for what is no number.
	 */
	long seen() {
		try {
			return Long.parseLong(this.others.getOrDefault("seen", ""));
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	/** The country whose services stand in the fields. */
	String shown() {
		return this.others.getOrDefault("shown", "");
	}

	/** Which button was pressed. */
	String go() {
		return this.others.containsKey("nearest") ? "preview" : this.others.getOrDefault("go", "preview");
	}

}
