package org.backwise.followup;

import java.time.LocalDate;
import java.util.List;

import org.backwise.followup.CourseState.Told;
import org.backwise.followup.CourseState.Where;

/**
 * How far the numbers of a course are counted: beyond, no rule and no story tells them
 * apart. So there are only so many states, each with a number of its own.
 *
 * @param kept sessions that took place, for each phase
 * @param stepBacks steps back within a year
 * @param settled check-ins in a row that were settled
 */
record CourseBounds(List<Integer> kept, int stepBacks, int settled) {

	/** As far as a story counts what happened in a row or in a year. */
	static final int TOLD = 2;

	/** None, not for long, and long. */
	private static final int WELL = 3;

	int kept(int phase, int sessions) {
		return Math.min(this.kept.get(phase), sessions);
	}

	int stepBacks(int number) {
		return Math.min(this.stepBacks, number);
	}

	int settled(int inARow) {
		return Math.min(this.settled, inARow);
	}

	static int told(int inARow) {
		return Math.min(TOLD, inARow);
	}

	long number(CourseState state) {
		Digits digits = new Digits(0);
		digits.add(state.where().ordinal(), Where.values().length);
		digits.add(state.startMade());
		digits.add(state.phase(), this.kept.size());
		for (int place = 0; place < this.kept.size(); place++) {
			digits.add(state.kept().get(place), this.kept.get(place) + 1);
		}
		digits.add(state.stepBacks(), this.stepBacks + 1);
		digits.add(state.overruled());
		Past past = state.past();
		digits.add(past.begun());
		digits.add(past.settledInARow(), this.settled + 1);
		digits.add((past.wellSince() == null) ? 0 : (past.wellSince().equals(CourseWays.TODAY) ? 1 : 2), WELL);
		digits.add(past.worse());
		digits.add(state.told().worse());
		digits.add(state.told().responds());
		digits.add(state.told().settled(), TOLD + 1);
		return digits.number;
	}

	CourseState state(long number) {
		Digits digits = new Digits(number);
		int settledTold = digits.take(TOLD + 1);
		boolean respondsTold = digits.take();
		boolean worseTold = digits.take();
		boolean worse = digits.take();
		int well = digits.take(WELL);
		int settledInARow = digits.take(this.settled + 1);
		boolean begun = digits.take();
		boolean overruled = digits.take();
		int back = digits.take(this.stepBacks + 1);
		Integer[] sessions = new Integer[this.kept.size()];
		for (int place = sessions.length - 1; place >= 0; place--) {
			sessions[place] = digits.take(this.kept.get(place) + 1);
		}
		int phase = digits.take(sessions.length);
		boolean startMade = digits.take();
		Where where = Where.values()[digits.take(Where.values().length)];
		LocalDate since = (well == 0) ? null : ((well == 1) ? CourseWays.TODAY : CourseWays.LONG_AGO);
		return new CourseState(where, startMade, phase, List.of(sessions), back, overruled,
				new Past(begun, settledInARow, since, worse, false, false, null, List.of()),
				new Told(worseTold, respondsTold, settledTold));
	}

	/** Small numbers in one large one. */
	private static final class Digits {

		private long number;

		Digits(long number) {
			this.number = number;
		}

		void add(int digit, int many) {
			this.number = this.number * many + digit;
		}

		void add(boolean digit) {
			add(digit ? 1 : 0, 2);
		}

		int take(int many) {
			int digit = (int) (this.number % many);
			this.number /= many;
			return digit;
		}

		boolean take() {
			return take(2) > 0;
		}

	}

}
