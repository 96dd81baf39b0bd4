package org.backwise.transfer;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A good line of a file.
 *
 * @param line its number
 * @param name the client's name
 * @param phone their telephone number
 * @param email their e-mail address
 * @param day the day of the session, null in a file of clients
 * @param minutes how long it was
 * @param remark anything more
 */
record IncomingLine(long line, String name, @Nullable String phone, @Nullable String email, @Nullable LocalDate day,
		@Nullable Integer minutes, @Nullable String remark) {

	Set<String> keys() {
		return Known.by(this.name, this.phone, this.email);
	}

	/** The same day, length and words are the same session. */
	String sessionKey() {
		return Known.hash(String.valueOf(this.minutes), (this.remark != null) ? this.remark : "");
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "line " + this.line;
	}

}
