package org.backwise.staff;

/** What somebody with an account may do. */
public enum Role {

	/** Runs the practice: a therapist who also looks after people and the journal. */
	OWNER,

	/** Looks after clients. */
	THERAPIST

}
