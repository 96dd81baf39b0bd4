package org.backwise.staff;

import java.util.UUID;

/**
 * An account as it lies in the database.
 *
 * @param id its id
 * @param name what people read
 * @param signInName what its owner types to sign in, in small letters
 * @param password the hash of the password
 * @param role what its owner may do
 * @param enabled whether it may sign in
 */
record Account(UUID id, String name, String signInName, String password, Role role, boolean enabled) {

	StaffMember member() {
		return new StaffMember(this.id, this.name, this.role);
	}

	/** Without the password's hash, so that it cannot reach a log. */
	@Override
	public String toString() {
		return "account " + this.id;
	}

}
