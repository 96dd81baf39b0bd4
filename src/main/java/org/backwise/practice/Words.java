package org.backwise.practice;

import java.awt.ComponentOrientation;
import java.text.MessageFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

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

	/**
	 * From here on the page speaks of somebody who does not read it: "they" instead of
	 * "you", wherever the message files and the knowledge have such words.
	 * @param another whether whoever reads it answered for another person
	 */
	public static void speakOfAnother(boolean another) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (another && request != null) {
			request.setAttribute(Files.ATTRIBUTE, another, RequestAttributes.SCOPE_REQUEST);
		}
	}

	/**
	 * Whether the page speaks of somebody who does not read it.
	 * @return false for almost every page, and outside a page
	 */
	public static boolean speaksOfAnother() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null && request.getAttribute(Files.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) != null;
	}

	/**
	 * The message files. A file such as {@code messages-result_en__they.properties} holds
	 * the sentences that are about another person; whatever it leaves out is said as to
	 * everybody.
	 */
	static final class Files extends ResourceBundleMessageSource {

		private static final String THEY = "they";

		private static final String ATTRIBUTE = Files.class.getName();

		@Override
		protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
			return super.resolveCodeWithoutArguments(code, spoken(locale));
		}

		@Override
		protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
			return super.resolveCode(code, spoken(locale));
		}

		private static Locale spoken(Locale locale) {
			return speaksOfAnother() ? new Locale(locale.getLanguage(), "", THEY) : locale;
		}

	}

}
