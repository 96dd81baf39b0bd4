package org.backwise.hours;

import java.util.Collection;
import java.util.List;

import org.backwise.hours.SessionsToCome.ToCome;

/**
 * The sessions to come in some rooms, for the page that says which of them are in a room
 * that is no longer used. The room of the diary knows them.
 */
public interface SessionsInRooms {

	/**
	 * A session to come in a room.
	 *
	 * @param room id of the room
	 * @param session the session
	 */
	record InRoom(String room, ToCome session) {
	}

	/**
	 * Sessions to come in some rooms.
	 * @param rooms ids of rooms
	 * @param most how many at most
	 * @return the soonest first
	 */
	List<InRoom> in(Collection<String> rooms, int most);

}
