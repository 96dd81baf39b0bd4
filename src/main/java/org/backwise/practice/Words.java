package org.backwise.practice;

import java.awt.ComponentOrientation;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the message files say, in the language of the page that is being made. Outside a
 * page it is the practice's first language, never that of the computer.
 */
@Component
public class Words {

	private final MessageSource messages;

	private final PracticeNow practice;

	Words(MessageSource messages, PracticeNow practice) {
		this.messages = messages;
		this.practice = practice;
	}

	/**
	 * Some words.
	 * @param key a message key
	 * @param arguments what is put into them
	 * @return the words
	 */
	public String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, language());
	}

	/**
	 * Whether the message files say anything under a key.
	 * @param key a message key
	 * @return false when there are no such words
	 */
	public boolean has(String key) {
		return this.messages.getMessage(key, null, null, language()) != null;
	}

	/**
	 * The language of the page.
	 * @return one of the practice's languages
	 */
	public Locale language() {
		Locale page = LocaleContextHolder.getLocale();
		Practice now = this.practice.now();
		return now.languages().contains(page) ? page : now.language();
	}

	/**
	 * The direction of the page's script.
	 * @return ltr or rtl, as HTML names it
	 */
	public String direction() {
		return ComponentOrientation.getOrientation(language()).isLeftToRight() ? "ltr" : "rtl";
	}

}
