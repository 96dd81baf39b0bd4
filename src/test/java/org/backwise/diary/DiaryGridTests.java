package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.backwise.diary.DiaryGrid.Column;
import org.backwise.diary.DiaryGrid.Head;

import static org.assertj.core.api.Assertions.assertThat;

/** Where sessions stand in the grid. */
class DiaryGridTests {

	private static final int FROM = 8 * 60;

	private static final int TO = 18 * 60;

	@Test
	void quartersGoDownAndColumnsAcross() {
		Visit ten = visit("10:00", 60);
		Visit late = visit("14:15", 45);
		DiaryGrid grid = DiaryGrid.of(List.of(new Column("Kim", List.of(ten)), new Column("Lee", List.of(late))), FROM,
				TO);
		assertThat(grid.place(ten)).isEqualTo("diary-at-8 diary-for-4 diary-lane-1");
		assertThat(grid.place(late)).isEqualTo("diary-at-25 diary-for-3 diary-lane-2");
		assertThat(grid.heads()).extracting(Head::classes)
			.containsExactly("diary-lane-1 diary-wide-1", "diary-lane-2 diary-wide-1");
		assertThat(grid.hours()).hasSize(10).first().hasToString("Hour[time=08:00, classes=diary-at-0]");
		assertThat(grid.width()).isEqualTo(2);
	}

	@Test
	void whatIsAtTheSameTimeStandsSideBySide() {
		Visit one = visit("10:00", 60);
		Visit clash = visit("10:30", 60);
		Visit after = visit("11:00", 30);
		Visit other = visit("10:00", 60);
		DiaryGrid grid = DiaryGrid
			.of(List.of(new Column("Kim", List.of(one, clash, after)), new Column("Lee", List.of(other))), FROM, TO);
		assertThat(grid.place(one)).endsWith("diary-lane-1");
		assertThat(grid.place(clash)).endsWith("diary-lane-2");
		assertThat(grid.place(after)).endsWith("diary-lane-1");
		assertThat(grid.place(other)).endsWith("diary-lane-3");
		assertThat(grid.head("Kim")).isEqualTo("diary-lane-1 diary-wide-2");
		assertThat(grid.width()).isEqualTo(3);
	}

	@Test
	void theGridGrowsWithWhatIsEarlierOrLater() {
		Visit early = visit("06:50", 30);
		Visit late = visit("23:00", 60);
		DiaryGrid grid = DiaryGrid.of(List.of(new Column("Kim", List.of(early, late, visit(null, 60)))), FROM, TO);
		assertThat(grid.hours()).first().hasToString("Hour[time=06:00, classes=diary-at-0]");
		assertThat(grid.hours()).hasSize(18);
		assertThat(grid.place(early)).isEqualTo("diary-at-3 diary-for-3 diary-lane-1");
		assertThat(grid.place(late)).startsWith("diary-at-68 diary-for-4");
		assertThat(grid.place(visit(null, 60))).isEmpty();
	}

	private static Visit visit(String time, int minutes) {
		return new Visit(new DiaryRow(UUID.randomUUID(), 1, "REF", "Casey", LocalDate.of(2027, 3, 1),
				new Appointment((time != null) ? LocalTime.parse(time) : null, minutes, null, null), "PLANNED", null,
				true, true, DiaryRow.Mind.NOTHING), null, null, List.of());
	}

}
