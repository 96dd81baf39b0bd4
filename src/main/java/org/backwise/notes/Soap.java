package org.backwise.notes;

/**
 * The four parts of a session's note.
 *
 * @param subjective what the client says
 * @param objective what the therapist finds
 * @param assessment what that means
 * @param plan what comes next
 */
public record Soap(String subjective, String objective, String assessment, String plan) {

	/**
	 * Whether nothing was written.
	 * @return true when all four parts are empty
	 */
	public boolean saysNothing() {
		return this.subjective.isEmpty() && this.objective.isEmpty() && this.assessment.isEmpty()
				&& this.plan.isEmpty();
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "a note";
	}

}
