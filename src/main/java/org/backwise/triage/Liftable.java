package org.backwise.triage;

import java.util.List;

/**
 * What a therapist's clearance could do with the findings of a sheet. It opens something
 * only when nothing is held.
 *
 * @param lifted ids of the rules that it could lift
 * @param held ids of the rules that no clearance lifts at the level at which they fired
 */
public record Liftable(List<String> lifted, List<String> held) {

	public Liftable {
		lifted = List.copyOf(lifted);
		held = List.copyOf(held);
	}

	/**
	 * Whether a clearance would be for nothing: something fired, and all of it is held.
	 * @return false where a clearance can at least be recorded
	 */
	public boolean isOnlyHeld() {
		return this.lifted.isEmpty() && !this.held.isEmpty();
	}

}
