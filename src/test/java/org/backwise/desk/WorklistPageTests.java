package org.backwise.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.backwise.DeskTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What waits at the desk, in its order, and how it is found. */
@DeskTest
class WorklistPageTests extends DeskScenario {

	@Test
	void anEmptyWorklistSaysWhatWillAppear() throws Exception {
		page("/desk").andExpect(status().isOk())
			.andExpect(content().string(containsString("Nothing waits for you")))
			.andExpect(content().string(containsString("as soon as somebody sends their answers")));
	}

	@Test
	void theMostUrgentStandsFirstAndThenTheLongestWaiting() throws Exception {
		file("Plan Late", Map.of(), "link-plan-late");
		later(Duration.ofHours(1));
		file("Fever", Map.of("general-signs", List.of("fever")), "link-fever");
		later(Duration.ofHours(1));
		file("Leg Late", Map.of("limb-signs", List.of("pain-into-leg")), "link-leg");
		later(Duration.ofHours(1));
		file("Numb", emergency(), "link-numb");
		later(Duration.ofHours(1));
		file("Plan Later", Map.of(), "link-plan-later");
		String page = text("/desk");
		assertThat(page).containsSubsequence("Numb", "Fever", "Leg Late", "Plan Late", "Plan Later");
		assertThat(page).contains("Emergency", "5 cases.", "Not yet", "Not asked yet", "4 hours");
	}

	@Test
	void filtersStandInTheAddress() throws Exception {
		file("Ordinary", Map.of(), "link-one");
		file("Fever", Map.of("general-signs", List.of("fever")), "link-two");
		assertThat(text("/desk?need=review")).contains("Ordinary").doesNotContain(">Fever<");
		assertThat(text("/desk?level=urgent")).contains(">Fever<").doesNotContain(">Ordinary<");
		assertThat(text("/desk?need=done")).contains("No case fits");
		assertThat(text("/desk?level=nonsense&need=nonsense&after=nonsense")).contains("Ordinary", "Fever");
	}

	@Test
	void searchFindsTheBeginningOfAnyNameAndOfTheReference() throws Exception {
		file("Grace Oyelaran-Whittington", Map.of(), "link-grace");
		file("Ünal Çelik", Map.of(), "link-unal");
		file("نور حداد", Map.of(), "link-noor");
		assertThat(text("/desk?q=grace")).contains("Grace").doesNotContain("Çelik");
		assertThat(text("/desk?q=whitt")).contains("Grace");
		assertThat(text("/desk?q=celik")).contains("Çelik");
		assertThat(text("/desk?q=UN")).contains("Çelik").doesNotContain("Grace");
		assertThat(text("/desk?q=حداد")).contains("نور");
		assertThat(text("/desk?q=" + reference("link-grace").substring(0, 5).toLowerCase())).contains("Grace");
		assertThat(text("/desk?q=race")).contains("No case fits");
		assertThat(text("/desk?q=%25")).contains("3 cases");
	}

	@Test
	void pagesGoOnByKey() throws Exception {
		for (int i = 0; i < 45; i++) {
			file("Client %02d".formatted(i), (i % 2 == 0) ? Map.of() : Map.of("general-signs", List.of("fever")),
					"link-number-" + i);
			if (i % 5 == 0) {
				later(Duration.ofMinutes(1));
			}
		}
		for (String address : List.of("/desk", "/desk?q=client")) {
			java.util.Set<String> seen = new java.util.TreeSet<>();
			String page = text(address);
			for (int i = 0; i < 3; i++) {
				java.util.regex.Matcher names = java.util.regex.Pattern.compile("Client \\d\\d").matcher(page);
				while (names.find()) {
					assertThat(seen.add(names.group())).as(names.group()).isTrue();
				}
				java.util.regex.Matcher next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
					.matcher(page);
				assertThat(next.find()).as(address + " page " + i + ": " + seen.size()).isEqualTo(i < 2);
				page = (i < 2) ? text(next.group(1).replace("&amp;", "&")) : page;
			}
			assertThat(seen).as(address).hasSize(45);
		}
	}

	@Test
	void theWayBackFromACaseKeepsWhatTheListShowed() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		assertThat(text(path)).containsPattern("class=\"back-link[^>]* href=\"/desk\"|href=\"/desk\">Back");
		Cookie session = page("/desk?q=Sam F&need=review&level=plan").andReturn()
			.getResponse()
			.getCookie("backwise-desk");
		assertThat(this.mvc.perform(get(path + "?done=change").cookie(session).with(this.people.there()))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("href=\"/desk?q=Sam%20F&amp;need=review&amp;level=plan\"");
		page("/desk?q=Sam%20F&need=review&level=plan").andExpect(content().string(containsString("Sam Field")));
	}

}
