package org.backwise.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client has begun and what was kept outlast a clock that is put right. */
@RunningApplication
@TestPropertySource(properties = ClockJumpTests.OF_ITS_OWN)
class ClockJumpTests {

	/** What is dated ahead here would be in the way of other tests. */
	static final String OF_ITS_OWN = "spring.datasource.url=jdbc:h2:mem:clock-jump;DB_CLOSE_DELAY=-1";

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Journal journal;

	@AfterEach
	void putRight() {
		this.clock.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT24H", "PT-1H", "PT-24H" })
	void aJourneyGoesOnAndTheChainStaysWhole(Duration jump) {
		Visitor client = new Visitor(this.port);
		String earlier = new Visitor(this.port).result(Sheet.emergency(), "", "").path();
		Page second = client.send(client.begin(), Map.of("nerve-signs", List.of("none")));
		this.clock.move(jump);
		assertThat(client.get("/intake/questions/nerve-signs").isTicked("nerve-signs-none")).isTrue();
		Page result = client.send(client.answer(second, Sheet.seeDoctor()), Map.of());
		assertThat(result.path()).startsWith("/result/");
		assertThat(client.get(earlier).body()).contains("Call 999");
		assertThat(this.journal.checkAll(new Who.System()).isWhole()).isTrue();
	}

	/** The nights in which the clocks change, and the end of February. */
	@ParameterizedTest
	@ValueSource(strings = { "2027-03-28T00:59:50Z", "2027-03-28T01:00:00Z", "2027-10-31T00:30:00Z",
			"2027-10-31T01:30:00Z", "2028-02-28T23:59:50Z", "2028-02-29T12:00:00Z", "2027-02-28T23:30:00Z" })
	void aPlanIsMadeInAnyNight(Instant night) {
		this.clock.move(Duration.between(this.clock.instant(), night));
		LocalDate firstDay = LocalDate.now(this.clock).plusDays(1);
		Page plan = new Visitor(this.port).result(Sheet.ordinaryBackAche(), "Sam", firstDay.toString());
		assertThat(plan.status()).isEqualTo(200);
		assertThat(plan.body()).contains("Your suggested plan");
		assertThat(new Visitor(this.port).get(plan.path()).status()).isEqualTo(200);
	}

	@Test
	void aDraftThatAClockWhichRanAheadHasSavedIsKeptForItsDays() {
		Visitor client = new Visitor(this.port);
		this.clock.move(Duration.ofDays(1));
		client.begin();
		this.clock.move(Duration.ofDays(-1));
		this.clock.move(Duration.ofDays(7));
		assertThat(client.get("/intake/questions/nerve-signs").path()).isEqualTo("/intake/questions/nerve-signs");
	}

}
