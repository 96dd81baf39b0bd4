package org.backwise.care;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Clearance;

/**
 * What a session is to be like, for the therapist to confirm by hand.
 *
 * @param technique what the kind of massage is called
 * @param leftOut the kinds of massage that are left out
 * @param work the places to work on
 * @param leave the places to leave alone
 * @param minds what limits the plan since it began, or since a check-in
 * @param chosen id of that kind of massage
 * @param kinds every kind of massage, also those left out
 * @param light whether the pressure is to stay light, because the firmest kind of massage
 * is left out
 * @param minutes how long a session of the plan lasts
 * @param clearance the clearance that stands, null where there is none
 */
public record SessionBasis(String technique, List<String> leftOut, List<String> work, List<String> leave,
		List<Mind> minds, String chosen, List<Kind> kinds, boolean light, int minutes, @Nullable Clearance clearance) {

	/**
	 * A kind of massage.
	 *
	 * @param id its id
	 * @param name what it is called
	 * @param leftOut whether a rule leaves it out
	 */
	public record Kind(String id, String name, boolean leftOut) {
	}

	/**
	 * A rule that limits the plan.
	 *
	 * @param rule its id
	 * @param title what it is about
	 * @param text what the therapist is to do, null when only kinds of massage are left
	 * out
	 */
	public record Mind(String rule, String title, @Nullable String text) {
	}

}
