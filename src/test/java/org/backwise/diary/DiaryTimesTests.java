package org.backwise.diary;

import java.io.UnsupportedEncodingException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.care.AgreedTime;
import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.Marking;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/** The agreed times on the pages of other rooms, and what suits the client. */
@DeskTest
class DiaryTimesTests extends DiaryScenario {

	private static final String THEO = "Theo Therapist";

	@Autowired
	private SessionTimes times;

	@Autowired
	private Marking marking;

	@Test
	void onlyFirmSessionsOfARunningPlanHaveAnAgreedTime() {
		Case client = inCare("p");
		assertThat(this.times.of(client.id())).isEmpty();
		usual(client, "10:00", THEO);
		assertThat(this.times.of(client.id())).containsEntry(1, new AgreedTime(LocalTime.of(10, 0), 60, THEO, null))
			.hasSizeLessThan(this.sessions.of(client.id()).size());
		take(client, Act.PAUSE, "away");
		assertThat(this.times.of(client.id())).isEmpty();
		Case unseen = this.people.planned("unseen");
		assertThat(this.times.of(unseen.id())).isEmpty();
	}

	@Test
	void aStoppedPlanKeepsTheTimesOfWhatTookPlace() {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		send(client, Moment.START, Map.of());
		keep(client, 1);
		take(client, Act.PAUSE, "away");
		assertThat(this.times.of(client.id())).containsOnlyKeys(1);
	}

	@Test
	void theClientSeesDayTimeLengthTherapistAndRoom() throws Exception {
		Case client = inCare("p");
		assertThat(get("/result/p")).hasStatusOk()
			.bodyText()
			.contains("Your next session is on Monday 1 March 2027.")
			.doesNotContain("Your next session is on Monday 1 March 2027 at");
		LocalTime ten = LocalTime.of(10, 0);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session(client, 1), at(client, 1), true,
				session(client, 1).day(), new Appointment(ten, 60, id(THEO), "Blue room")));
		assertThat(text("/result/p")).contains(
				"Your next session is on Monday 1 March 2027 at 10:00. 60 minutes, with Theo Therapist, Blue room.",
				"Mon 8 Mar 2027, 10:00, 60 minutes, with Theo Therapist, Blue room");
		try (PDDocument paper = Loader.loadPDF(get("/result/p/pdf").getResponse().getContentAsByteArray())) {
			assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " ")).contains(
					"Your next session is on Monday 1 March 2027 at 10:00. 60 minutes, with Theo Therapist, Blue room.",
					"Mon 8 Mar 2027, 10:00, 60 minutes, with Theo Therapist, Blue room");
		}
		send(client, Moment.START, Map.of());
		assertThat(text("/result/p")).containsPattern("(It begins|2027) at 10:00. 60 minutes, with Theo");
		this.marking.cancel(client.id(), 1, false, CancelledBy.CLIENT, session(client, 1).seen());
		assertThat(text("/result/p")).contains("Mon 1 Mar 2027 cancelled").contains("Mon 8 Mar 2027, 10:00,");
	}

	@Test
	void theDeskSeesTimeAndRoomBesideTheDay() throws Exception {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		String page = "/desk/cases/" + client.reference();
		assertThat(text(page)).contains("Mon 1 Mar 2027 10:00, Mon 8 Mar 2027 10:00,");
		assertThat(text(page + "/sessions")).contains("Mon 8 Mar 2027 of session 2 10:00");
		assertThat(text(page + "/sessions/2")).contains("Monday 8 March 2027, 10:00, 60 minutes, with Theo Therapist");
	}

	@Test
	void theTimePageSaysWhatSuitsAndWarnsOfWhatDoesNot() throws Exception {
		Case client = inCare("p");
		assertThat(text("/desk/cases/" + client.reference() + "/time")).doesNotContain("Days and times that suit");
		this.jdbc.sql("insert into case_suits (case_id, days, day_parts) values (?, 'monday,tuesday', 'morning')")
			.param(client.id().value())
			.update();
		assertThat(text("/desk/cases/" + client.reference() + "/sessions/1/time")).contains("Monday, Tuesday; morning");
		String said = "does not suit the client. They said: Monday, Tuesday; morning";
		assertThat(post(client, 1, form(client, 1, "13:00", THEO, "scope", "later"))).hasStatus(422)
			.bodyText()
			.containsOnlyOnce("Monday at 13:00 " + said);
		assertThat(post(client, 2, form(client, 2, "10:00", THEO, "day", "2027-03-10"))).hasStatus(422)
			.bodyText()
			.contains("Wednesday at 10:00 " + said);
		assertThat(post(client, 1, form(client, 1, "11:30", THEO))).hasStatus3xxRedirection();
		List<Warning> against = List.of(new Warning(Warning.Kind.UNSUITED, session(client, 2).day(),
				List.of("Monday", "17:00", "Monday, Tuesday; morning")));
		assertThat(post(client, 2, form(client, 2, "17:00", THEO, "sure", Warning.mark(against))))
			.hasStatus3xxRedirection();
		assertThat(at(client, 2).start()).isEqualTo("17:00");
	}

	/** The words of a page, as somebody reads them. */
	private String text(String path) throws UnsupportedEncodingException {
		this.people.atTheDesk(TestDesk.OWNER);
		return get(path).getResponse().getContentAsString().replaceAll("(?s)<[^>]*>", "").replaceAll("\\s+", " ");
	}

}
