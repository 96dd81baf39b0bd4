package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.backwise.journey.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Who hurts somewhere and chose no pain is asked to look twice, and may go on. */
@RunningApplication
class LikelySlipTests {

	private static final String ASKED = "you chose 0 for the pain";

	@LocalServerPort
	private int port;

	@Test
	void noPainWhereItHurtsIsAskedOnceMore() {
		Visitor visitor = new Visitor(this.port);
		Page check = check(visitor, Sheet.ordinaryBackAche().with("pain", "0"));
		assertThat(check.body()).contains(ASKED, "/intake/questions/pain");
		Page result = visitor.send(check, Map.of());
		assertThat(result.path()).startsWith("/result/");
	}

	@Test
	void whoeverSaysHowMuchItHurtsIsNotAsked() {
		assertThat(check(new Visitor(this.port), Sheet.ordinaryBackAche()).body()).doesNotContain(ASKED);
		assertThat(check(new Visitor(this.port), Sheet.ordinaryBackAche().with("pain", "1")).body())
			.doesNotContain(ASKED);
	}

	private static Page check(Visitor visitor, Sheet sheet) {
		Page check = visitor.send(visitor.answer(visitor.begin(), sheet), Map.of("name", List.of("Sam"), "willCall",
				List.of("true"), "firstDay", List.of(LocalDate.now().plusDays(9).toString())));
		assertThat(check.path()).isEqualTo("/intake/check");
		return check;
	}

}
