package org.backwise.journal;

import java.util.stream.Stream;

/** What can be done that the journal keeps. Names are stored: add, never rename. */
public enum Action {

	SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT,

	ACCOUNT_SET_UP, ACCOUNT_INVITED, ACCOUNT_CREATED, ACCOUNT_DISABLED, ACCOUNT_ENABLED,

	PASSWORD_CHANGED, SECOND_FACTOR_ADDED, SECOND_FACTOR_REMOVED, RECOVERY_CODES_MADE,

	/** A one-time link back into an account was made. */
	WAY_BACK_OFFERED,

	/** Somebody asked for what they may not see or what is not there. */
	REFUSED,

	INTAKE_SENT, RESULT_OPENED, PLAN_PROPOSED,

	CASE_READ, PLAN_APPROVED, PLAN_CHANGED, PLAN_DECLINED, CLEARANCE_RECORDED, LEVEL_RAISED, REFERRAL_FOLLOWED_UP,

	CARE_PAUSED, CARE_RESUMED, CARE_ENDED, CARE_LAPSED, CARE_RETURNED, STEP_TAKEN, STEP_PUT_OFF,

	CHECK_IN_SENT, DOCTOR_VISIT_TOLD, CASES_JOINED, CASES_PARTED, CASE_ASSIGNED, CASE_UNASSIGNED,

	NOTE_SIGNED, NOTE_AMENDED, NOTE_STRUCK, SESSION_KEPT, SESSION_MISSED, SESSION_MOVED,

	WITHDRAWN, DOWNLOADED, ERASURE_ASKED, ERASURE_REFUSED, ERASED, EXPIRED,

	CANDIDATE_COMPARED, CANDIDATE_PUT_FORWARD, CANDIDATE_APPROVED, RULES_PUT_IN_FORCE,

	/** Never written: what a row says whose action somebody altered. */
	UNREADABLE;

	/** An altered row is still shown. */
	static Action of(String stored) {
		return Stream.of(values()).filter((action) -> action.name().equals(stored)).findFirst().orElse(UNREADABLE);
	}

}
