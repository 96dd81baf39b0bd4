package org.backwise.notes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Only an address of this desk leads back, and only as the desk itself writes it. */
class WayBackTests {

	private static final String SOMEBODY = "0b51f0f2-9a35-4d0c-8f3c-6d1a7e2b4c90";

	@ParameterizedTest
	@ValueSource(strings = { "/desk/today", "/desk/today?who=mine", "/desk/today?who=" + SOMEBODY, "/desk/diary",
			"/desk/diary?day=2027-03-08", "/desk/diary?day=2027-03-08&view=week&who=none&room=room-1",
			"/desk/diary?who=" + SOMEBODY, "/desk/notes", "/desk/notes?whose=all" })
	void whatTheDeskWritesIsTaken(String address) {
		assertThat(WayBack.known(address)).isEqualTo(address);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "today", "/", "//desk/today", "https://example.org/desk/today", "/desk/today/",
			"/desk/today?", "/desk/today?who=all", "/desk/today?done", "/desk/today#x", "/desk/today\n",
			"/desk/today,/desk/diary", "/desk/diary?day=2027-3-8", "/desk/diary?view=month",
			"/desk/diary?day=2027-03-08&next=https://example.org", "/desk/diary?room=a%0d%0a", "/desk/diary?room=",
			"/desk/notes?whose=mine&x=1", "/desk/notes/../people", "/desk/cases/ABCD2345", "/desk/sign-out" })
	void anythingElseLeadsNowhere(String address) {
		assertThat(WayBack.known(address)).isNull();
	}

}
