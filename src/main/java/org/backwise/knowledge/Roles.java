package org.backwise.knowledge;

import java.util.List;

/**
 * The questions that are known by what they are for: the content of {@code roles.yaml}.
 * Each is the id of a question. Files of the old shape have the built-in roles.
 *
 * @param contributors what plays a part: its options point to the causes
 * @param mainCause the cause that counts double
 * @param mainComplaint the complaint that counts double
 * @param preference what the client would like
 * @param age how old the client is, in years
 * @param location where it hurts
 */
public record Roles(String contributors, String mainCause, String mainComplaint, String preference, String age,
		String location) {

	/** The file. */
	static final String FILE = "roles.yaml";

	/** The questions that have a role. */
	List<String> all() {
		return List.of(this.contributors, this.mainCause, this.mainComplaint, this.preference, this.age, this.location);
	}

}
