package org.backwise.diary;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose sessions are shown, and in which room.
 *
 * @param who {@code all}, {@code mine}, {@code none} for those without a therapist, or
 * the id of an account
 * @param room id of a room, empty for all
 */
record DiaryFilter(String who, String room) {

	static final String ALL = "all";

	static final String MINE = "mine";

	static final String NONE = "none";

	static DiaryFilter of(@Nullable String who, @Nullable String room) {
		String wanted = (who != null) ? who : ALL;
		boolean known = wanted.equals(MINE) || wanted.equals(NONE) || wanted.matches("[0-9a-f-]{36}");
		return new DiaryFilter(known ? wanted : ALL, (room != null) ? room : "");
	}

	public boolean isAll() {
		return this.who.equals(ALL) && this.room.isEmpty();
	}

	/** As it stands in an address, null for all. */
	public @Nullable String whoOrNull() {
		return this.who.equals(ALL) ? null : this.who;
	}

	/** As it stands in an address, null for all. */
	public @Nullable String roomOrNull() {
		return this.room.isEmpty() ? null : this.room;
	}

	boolean lets(DiaryRow row, UUID me) {
		String therapist = Optional.ofNullable(row.at().therapist()).map(UUID::toString).orElse(NONE);
		boolean theirs = switch (this.who) {
			case ALL -> true;
			case MINE -> therapist.equals(me.toString());
			default -> therapist.equals(this.who);
		};
		return theirs && (this.room.isEmpty() || this.room.equals(row.at().room()));
	}

}
