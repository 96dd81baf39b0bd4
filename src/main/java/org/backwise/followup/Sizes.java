package org.backwise.followup;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.Measures.Course;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp;

/**
 * What the measures come to, by the sizes of a real change: plain functions of whole
 * numbers, so that a proof can go through all of them.
 */
class Sizes {

	private final FollowUp.Measures sizes;

	private final FollowUp.Roles roles;

	Sizes(FollowUp followUp) {
		this.sizes = followUp.measures();
		this.roles = followUp.roles();
	}

	/**
	 * What the pain says.
	 *
	 * @param course which way it goes
	 * @param fromNothing whether there was none at the start
	 * @param settled whether it is little and near the best
	 * @param well whether hardly any is left
	 * @param flare whether it has flared up
	 * @param asAtStart whether it is as bad as at the start
	 */
	record Pain(Course course, boolean fromNothing, boolean settled, boolean well, boolean flare, boolean asAtStart) {
	}

	/**
	 * What the activities say; somebody who named none is not held back by them.
	 *
	 * @param named whether there are any
	 * @param course which way they go
	 * @param settled whether they go well
	 * @param well whether they go as before
	 * @param fallen whether less goes than at the best
	 */
	record Activities(boolean named, Course course, boolean settled, boolean well, boolean fallen) {
	}

	/**
	 * What muscles and movement say; what was never asked is neither.
	 *
	 * @param loose whether neither is tight all the time nor much stiffer
	 * @param again whether one of them is, and neither was before
	 */
	record Stiffness(boolean loose, boolean again) {
	}

	/** What all of it says together. */
	record Together(Response response, boolean settled, boolean well, boolean flare, boolean backToStart) {
	}

	int need(int start) {
		return this.sizes.need().get(start);
	}

	/** What is not asked is never counted as better. */
	Pain pain(int start, int best, int now, boolean asked) {
		Course course = Course.SAME;
		if (now - start >= this.sizes.worse()) {
			course = Course.WORSE;
		}
		else if (asked && need(start) > 0 && start - now >= need(start)) {
			course = Course.BETTER;
		}
		return new Pain(course, start == 0,
				now <= this.sizes.settledPain() && now <= best + this.sizes.settledAboveBest(),
				now <= this.sizes.wellPain(),
				now >= this.sizes.flarePain() && now >= best + this.sizes.flareAboveBest(), now >= start);
	}

	Activities activities(int number, int start, int best, int now, boolean asked) {
		int size = (number == 1) ? this.sizes.activitySingle() : this.sizes.activityEach() * number;
		Course course = Course.SAME;
		if (number > 0 && start - now >= size) {
			course = Course.WORSE;
		}
		else if (number > 0 && asked && now - start >= size) {
			course = Course.BETTER;
		}
		return new Activities(number > 0, course, now >= this.sizes.settledActivity() * number,
				now >= this.sizes.wellActivity() * number, number > 0 && best - now >= size);
	}

	/** What is not asked stays worse, and is not better. */
	Course felt(@Nullable String change, @Nullable Course before) {
		String meaning = (change != null) ? this.sizes.felt().get(change) : null;
		if (meaning != null) {
			return course(meaning);
		}
		return (before == Course.WORSE) ? Course.WORSE : Course.SAME;
	}

	private static Course course(String id) {
		for (Course course : Course.values()) {
			if (course.toString().equals(id)) {
				return course;
			}
		}
		throw new IllegalArgumentException("There is no course with that id");
	}

	/** What is not asked stays as it was. */
	Stiffness stiffness(@Nullable String tension, @Nullable String movement, @Nullable String tensionBefore,
			@Nullable String movementBefore) {
		String tensionNow = (tension != null) ? tension : tensionBefore;
		String movementNow = (movement != null) ? movement : movementBefore;
		boolean restricted = isRestricted(tensionNow, movementNow);
		boolean known = tensionBefore != null || movementBefore != null;
		return new Stiffness(tensionNow != null && movementNow != null && !restricted,
				restricted && known && !isRestricted(tensionBefore, movementBefore));
	}

	private boolean isRestricted(@Nullable String tension, @Nullable String movement) {
		return this.roles.tight().equals(tension) || this.roles.stiff().equals(movement);
	}

	Together together(Pain pain, Activities activities, Course felt, boolean loose) {
		boolean settled = pain.settled && activities.settled && loose;
		boolean flare = pain.flare || activities.fallen;
		return new Together(response(pain, activities, felt), settled, settled && pain.well && activities.well, flare,
				flare && pain.asAtStart);
	}

	/** Two of three; with nothing to compare, what the client says alone. */
	private static Response response(Pain pain, Activities activities, Course felt) {
		if (pain.course == Course.WORSE || activities.course == Course.WORSE || felt == Course.WORSE) {
			return Response.WORSE;
		}
		int better = ((pain.course == Course.BETTER) ? 1 : 0) + ((activities.course == Course.BETTER) ? 1 : 0)
				+ ((felt == Course.BETTER) ? 1 : 0);
		boolean feltAlone = !activities.named || pain.fromNothing;
		if (better >= 2 || feltAlone && felt == Course.BETTER) {
			return Response.RESPONDS;
		}
		return (better == 1 || felt == Course.A_LITTLE_BETTER) ? Response.A_LITTLE : Response.NONE;
	}

}
