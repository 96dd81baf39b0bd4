package org.backwise.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.Country.Source;

/**
 * A setting on its page.
 *
 * @param id the id of the setting
 * @param kind how it is asked for
 * @param value what stands in it
 * @param inFile what the server's file says; it cannot be changed here then
 * @param now what somebody else set it to meanwhile
 * @param choices what can be chosen
 * @param source where the country's value was read
 */
record SettingField(String id, String kind, String value, @Nullable String inFile, @Nullable String now,
		List<Choice> choices, @Nullable Source source) {

	/**
	 * One of several.
	 *
	 * @param value its value
	 * @param label its words
	 */
	record Choice(String value, String label) {
	}

}
