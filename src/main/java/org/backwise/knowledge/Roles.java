package org.backwise.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
 * @param habit the small habit that is chosen; null in files from before there was one
 */
public record Roles(String contributors, String mainCause, String mainComplaint, String preference, String age,
		String location, @Nullable String habit) {

	/** The file. */
	static final String FILE = "roles.yaml";

	/** The questions that have a role. */
	List<String> all() {
		return Stream
			.of(this.contributors, this.mainCause, this.mainComplaint, this.preference, this.age, this.location,
					this.habit)
			.filter(Objects::nonNull)
			.toList();
	}

}
