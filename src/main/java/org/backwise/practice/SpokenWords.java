package org.backwise.practice;

import java.text.MessageFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The message files, and whom they speak of. For somebody who answers for another person
 * a file such as {@code messages-result_en__they.properties} holds the sentences that are
 * about that person; whatever it leaves out is said as to everybody.
 */
public class SpokenWords extends ResourceBundleMessageSource {

	private static final String THEY = "they";

	private static final String ATTRIBUTE = SpokenWords.class.getName();

	SpokenWords() {
	}

	/**
	 * From here on the page speaks of somebody who does not read it.
	 * @param another whether whoever reads it answered for another person
	 */
	public static void ofAnother(boolean another) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (another && request != null) {
			request.setAttribute(ATTRIBUTE, THEY, RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
		return super.resolveCodeWithoutArguments(code, spoken(locale));
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		return super.resolveCode(code, spoken(locale));
	}

	private static Locale spoken(Locale locale) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		boolean they = request != null && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) != null;
		return they ? new Locale(locale.getLanguage(), "", THEY) : locale;
	}

}
