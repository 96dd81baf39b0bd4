package org.backwise.calendar;

import org.backwise.origin.Origin;
import org.backwise.practice.LinkToken;

/**
 * The address of a feed, as people give it to their calendar.
 *
 * @param page what is copied
 * @param app what a calendar on this device opens
 */
record FeedAddress(String page, String app) {

	static FeedAddress of(LinkToken secret, Origin origin) {
		String page = origin.of("/calendar/" + secret.text() + ".ics");
		return new FeedAddress(page, "webcal" + page.substring(page.indexOf(':')));
	}

	/** Says nothing, so that it cannot reach a log. */
	@Override
	public String toString() {
		return "the address of a calendar feed";
	}

}
