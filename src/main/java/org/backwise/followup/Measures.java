package org.backwise.followup;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the client is, in whole numbers.
 *
 * @param pain the pain, 0 to 10
 * @param activities the things that matter, null when none were named
 * @param felt how the client feels since the plan began
 * @param response what all of it says of the plan
 * @param settled whether pain, tightness, movement and activities are settled
 * @param flare whether it has flared up
 */
public record Measures(Pain pain, @Nullable Activities activities, Course felt, Response response, boolean settled,
		boolean flare) {

	/** Which way something goes, by the size of a real change. */
	public enum Course {

		/** A real change for the better. */
		BETTER,
		/** Said to be a little better; a measure never is. */
		A_LITTLE_BETTER,
		/** Too small to be sure. */
		SAME,
		/** A real change for the worse. */
		WORSE;

		/** The id used in the JSON API and the records. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What the measures say of the plan. */
	public enum Response {

		/** Two of three are really better, and nothing is worse. */
		RESPONDS("responds"),
		/** One of them, or a little better by their own words. */
		A_LITTLE("a-little"),
		/** None. */
		NONE("none"),
		/** At least one is really worse. */
		WORSE("worse");

		private final String id;

		Response(String id) {
			this.id = id;
		}

		/** The id used in the JSON API and the records. */
		@Override
		public String toString() {
			return this.id;
		}

	}

	/**
	 * Average pain.
	 *
	 * @param now now
	 * @param start at the start
	 * @param best the lowest before now
	 * @param need how much less than at the start is a real change, 0 for never
	 * @param course which way it goes
	 */
	public record Pain(int now, int start, int best, int need, Course course) {
	}

	/**
	 * The things that matter to the client, as sums of 0 to 10 each.
	 *
	 * @param now now
	 * @param start at the start
	 * @param best the highest before now
	 * @param number how many there are, 1 to 3
	 * @param course which way they go
	 */
	public record Activities(int now, int start, int best, int number, Course course) {
	}

}
