package org.backwise.settings;

import org.backwise.journal.Action;

/** What can be set at the desk, and what the journal says when it was. */
enum Setting {

	COUNTRY("practice.country", Action.COUNTRY_CHANGED),

	ZONE("practice.zone", Action.ZONE_CHANGED),

	EMERGENCY_NUMBER("practice.emergency-number", Action.SERVICES_CHANGED),

	EMERGENCY_DEPARTMENT("practice.emergency-department", Action.SERVICES_CHANGED),

	URGENT_SERVICE("practice.urgent-service", Action.SERVICES_CHANGED),

	URGENT_NUMBER("practice.urgent-number", Action.SERVICES_CHANGED),

	DOCTOR("practice.doctor", Action.SERVICES_CHANGED),

	MATERNITY_SERVICE("practice.maternity-service", Action.SERVICES_CHANGED),

	MATERNITY_NUMBER("practice.maternity-number", Action.SERVICES_CHANGED),

	CRISIS_SERVICE("practice.crisis-service", Action.SERVICES_CHANGED),

	CRISIS_LINE("practice.crisis-line", Action.SERVICES_CHANGED),

	TEXT_RELAY("practice.text-relay", Action.SERVICES_CHANGED),

	SIGN_LANGUAGE("practice.sign-language", Action.SERVICES_CHANGED),

	INTERPRETER("practice.interpreter", Action.SERVICES_CHANGED),

	NAME("practice.name", Action.NAME_CHANGED),

	ADDRESS("practice.address", Action.ADDRESS_CHANGED),

	PHONE("practice.phone", Action.PHONE_CHANGED),

	EMAIL("practice.email", Action.EMAIL_CHANGED),

	REVIEW_DAYS("practice.review-days", Action.REVIEW_TIME_CHANGED),

	COLOUR("practice.colour", Action.COLOUR_CHANGED),

	LOGO("practice.logo", Action.LOGO_CHANGED),

	REFERRALS("keeping.referrals", Action.PERIODS_CHANGED),

	PLANS("keeping.plans", Action.PERIODS_CHANGED),

	WITHDRAWN("keeping.withdrawn", Action.PERIODS_CHANGED),

	DRAFTS("keeping.drafts", Action.PERIODS_CHANGED),

	MINORS_UNTIL("keeping.minors-until", Action.PERIODS_CHANGED),

	DEVICE_MINUTES("keeping.device-minutes", Action.PERIODS_CHANGED),

	REVIEWED_BY("review.reviewed-by", Action.REVIEW_CHANGED),

	REVIEWED_ROLE("review.reviewed-role", Action.REVIEW_CHANGED),

	REVIEWED_ON("review.reviewed-on", Action.REVIEW_CHANGED),

	REVIEWED_VERSION("review.reviewed-version", Action.REVIEW_CHANGED);

	private final String key;

	private final Action action;

	Setting(String key, Action action) {
		this.key = key;
		this.action = action;
	}

	/** Its name in the database, and after {@code backwise.} in the server's file. */
	String key() {
		return this.key;
	}

	/** Its name on a page. */
	String id() {
		return this.key.substring(this.key.indexOf('.') + 1);
	}

	Action action() {
		return this.action;
	}

	/** Whether a country brings it. */
	boolean isService() {
		return this.action == Action.SERVICES_CHANGED;
	}

}
