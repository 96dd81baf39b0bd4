package org.backwise.plan;

import java.util.List;

import org.backwise.intake.IntakeId;

/**
 * Knows on which days the sessions of a plan really are: moved, kept or missed. A later
 * room implements it.
 */
public interface LiveDays {

	/**
	 * The sessions on the days that hold now.
	 * @param intake the intake that the plan followed
	 * @param planned the sessions as planned
	 * @return the same sessions in the same order
	 */
	List<Session> live(IntakeId intake, List<Session> planned);

	/**
	 * How many sessions a plan must keep, because they took place or have a note.
	 * @param intake the intake that the plan followed
	 * @return the number of the last one, 0 when there is none
	 */
	int taken(IntakeId intake);

}
