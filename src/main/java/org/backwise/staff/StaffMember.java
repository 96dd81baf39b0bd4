package org.backwise.staff;

import java.util.UUID;

/**
 * Somebody with an account.
 *
 * @param id the account's id, which never changes
 * @param name what clients and colleagues read
 * @param role what they may do
 */
public record StaffMember(UUID id, String name, Role role) {

	/** Whether they run the practice. */
	public boolean isOwner() {
		return this.role == Role.OWNER;
	}

}
