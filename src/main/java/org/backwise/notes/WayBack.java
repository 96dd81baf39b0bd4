package org.backwise.notes;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page from which somebody came to a session or its note: today, the diary or the
 * notes to sign. It goes along as an address and is taken only as it was written.
 */
final class WayBack {

	/** What it is called in an address and in a form. */
	static final String FROM = "from";

	/** What it is called on a page. */
	static final String NAME = "back";

	/** Where the notes to sign are. */
	static final String TO_SIGN = "/desk/notes";

	private static final String WHO = "who=(?:mine|none|[0-9a-f-]{36})";

	private static final String OF_DIARY = "(?:day=[0-9]{4}-[0-9]{2}-[0-9]{2}|view=week|" + WHO
			+ "|room=[0-9A-Za-z-]{1,40})";

	private static final Pattern ADDRESS = Pattern.compile("/desk/today(?:\\?" + WHO + ")?|/desk/diary(?:\\?" + OF_DIARY
			+ "(?:&" + OF_DIARY + "){0,3})?|" + TO_SIGN + "(?:\\?whose=all)?");

	private WayBack() {
	}

	/** An address that came along with a request, null for any other one. */
	static @Nullable String known(@Nullable String address) {
		return (address != null && ADDRESS.matcher(address).matches()) ? address : null;
	}

	/** Another page, from which the same way leads back. */
	static String through(String page, @Nullable String back) {
		return (back == null) ? page
				: UriComponentsBuilder.fromPath(page)
					.queryParam(FROM, "{from}")
					.encode()
					.buildAndExpand(back)
					.toUriString();
	}

	/** The way back after a note was signed; the list of those to sign says so. */
	static String signed(String back) {
		return back.startsWith(TO_SIGN) ? back + (back.contains("?") ? "&" : "?") + "signed" : back;
	}

}
