package org.backwise.diary;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.AgreedTime;
import org.backwise.care.SessionTimes;
import org.backwise.cases.CaseId;
import org.backwise.hours.OpeningHours;
import org.backwise.storage.OncePerPage;

/** Tells the other rooms at what times the sessions stand in the diary. */
@Component
class DiaryTimes implements SessionTimes {

	private final DiaryRows rows;

	private final OpeningHours hours;

	DiaryTimes(DiaryRows rows, OpeningHours hours) {
		this.rows = rows;
		this.hours = hours;
	}

	@Override
	@OncePerPage
	@Transactional(readOnly = true)
	public Map<Integer, AgreedTime> of(CaseId id) {
		return this.rows.agreed(id.value(), (room) -> this.hours.room(room).map(OpeningHours.Room::name).orElse(room));
	}

}
