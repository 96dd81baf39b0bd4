package org.backwise.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The note on one session.
 *
 * @param number the session
 * @param soap what it says
 * @param treatment what was done
 * @param author who saved it last
 * @param savedAt when
 * @param signedAt when it was signed, null for a draft
 * @param amendments what was added after signing, in order
 * @param struck why, by whom and when it was said to be entered in error; null while it
 * counts
 * @param version counts the changes of a draft
 */
public record Note(int number, Soap soap, Treatment treatment, UUID author, Instant savedAt, @Nullable Instant signedAt,
		List<Amendment> amendments, @Nullable Amendment struck, int version) {

	/**
	 * Something added to a signed note.
	 *
	 * @param text what is added
	 * @param reason why
	 * @param author by whom
	 * @param at when
	 */
	public record Amendment(String text, String reason, UUID author, Instant at) {

		@Override
		public String toString() {
			return "an amendment";
		}

	}

	/** A note that nobody has begun. */
	static Note blank(int number) {
		return new Note(number, new Soap("", "", "", ""), Treatment.NONE, new UUID(0, 0), Instant.EPOCH, null,
				List.of(), null, -1);
	}

	/**
	 * Whether it stands for good.
	 * @return true once it was signed
	 */
	public boolean isSigned() {
		return this.signedAt != null;
	}

}
