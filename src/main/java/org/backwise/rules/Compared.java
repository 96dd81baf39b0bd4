package org.backwise.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far a comparison is and what it found.
 *
 * @param id which comparison
 * @param startedAt when it began
 * @param progressedAt when it last got on
 * @param finishedAt when it was done, null while it runs
 * @param intakes how many decisions were made again
 * @param tighter how many would get tighter
 * @param looser how many would get looser
 * @param otherwise how many would get other sessions or another technique
 * @param undecided how many could not be decided without asking more
 * @param meaning what differs over all answer sheets there can be, line by line
 * @param meaningLooser whether anything there gets looser; null when it cannot be told
 */
public record Compared(UUID id, Instant startedAt, Instant progressedAt, @Nullable Instant finishedAt, long intakes,
		long tighter, long looser, long otherwise, long undecided, List<String> meaning,
		@Nullable Boolean meaningLooser) {

	/**
	 * Whether it is done.
	 * @return true once everything was looked at
	 */
	public boolean isFinished() {
		return this.finishedAt != null;
	}

	/**
	 * Whether somebody else has to look before the candidate may run.
	 * @return false only when it is sure that nothing gets looser
	 */
	public boolean needsSecondLook() {
		return this.looser > 0 || this.undecided > 0 || !Boolean.FALSE.equals(this.meaningLooser);
	}

	/**
	 * How many would change in one direction.
	 * @param direction the direction
	 * @return the number
	 */
	public long count(Change.Direction direction) {
		return switch (direction) {
			case LOOSER -> this.looser;
			case TIGHTER -> this.tighter;
			case OTHER -> this.otherwise;
			case UNDECIDED -> this.undecided;
			case SAME -> this.intakes - this.looser - this.tighter - this.otherwise - this.undecided;
		};
	}

}
