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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What waits at the desk, in its order, and how it is found. */
@DeskTest
class WorklistPageTests extends DeskScenario {

	@Test
	void anEmptyWorklistSaysWhatWillAppear() throws Exception {
		page("/desk/cases").andExpect(status().isOk())
			.andExpect(content().string(containsString("Nothing waits for you")))
			.andExpect(content().string(containsString("new referrals, plans to check")));
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
		String page = text("/desk/cases");
		assertThat(page).containsSubsequence("Numb", "Fever", "Leg Late", "Plan Late", "Plan Later");
		assertThat(page).contains("Emergency", "5 cases.", "Not yet", "Not asked yet", "4 hours");
	}

	@Test
	void filtersStandInTheAddress() throws Exception {
		file("Ordinary", Map.of(), "link-one");
		file("Fever", Map.of("general-signs", List.of("fever")), "link-two");
		assertThat(text("/desk/cases?need=review")).contains("Ordinary").doesNotContain(">Fever<");
		assertThat(text("/desk/cases?level=urgent")).contains(">Fever<").doesNotContain(">Ordinary<");
		assertThat(text("/desk/cases?need=done")).contains("Nobody is in care yet");
		assertThat(text("/desk/cases?level=nonsense&need=nonsense&after=nonsense")).contains("Ordinary", "Fever");
	}

	@Test
	void searchFindsTheBeginningOfAnyNameAndOfTheReference() throws Exception {
		file("Grace Oyelaran-Whittington", Map.of(), "link-grace");
		file("Ünal Çelik", Map.of(), "link-unal");
		file("نور حداد", Map.of(), "link-noor");
		assertThat(text("/desk/cases?q=grace")).contains("Grace").doesNotContain("Çelik");
		assertThat(text("/desk/cases?q=whitt")).contains("Grace");
		assertThat(text("/desk/cases?q=celik")).contains("Çelik");
		assertThat(text("/desk/cases?q=UN")).contains("Çelik").doesNotContain("Grace");
		assertThat(text("/desk/cases?q=حداد")).contains("نور");
		assertThat(text("/desk/cases?q=" + reference("link-grace").substring(0, 5).toLowerCase())).contains("Grace");
		assertThat(text("/desk/cases?q=race")).contains("No case fits, in any list");
		assertThat(text("/desk/cases?q=%25")).contains("3 cases");
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
		for (String address : List.of("/desk/cases", "/desk/cases?q=client", "/desk/cases?whose=nobodys")) {
			assertThat(allPages(address)).as(address).hasSize(45);
		}
		assertThat(allPages("/desk/cases?whose=nobodys&need=review&level=plan")).hasSize(23);
		for (int i = 0; i < 44; i += 2) {
			act("link-number-" + i, "approve", Map.of("version", "0")).andExpect(status().is3xxRedirection());
			later(Duration.ofSeconds(1));
		}
		assertThat(allPages("/desk/cases?list=in-care")).hasSize(22).isSorted();
		for (int i = 0; i < 44; i += 2) {
			act("link-number-" + i, "end", Map.of("version", "1", "reason", "better"))
				.andExpect(status().is3xxRedirection());
			later(Duration.ofSeconds(1));
		}
		assertThat(allPages("/desk/cases?list=finished&whose=nobodys")).hasSize(22)
			.isSortedAccordingTo(java.util.Comparator.reverseOrder());
	}

	/** Each name once, in order. */
	private List<String> allPages(String address) throws Exception {
		List<String> seen = new java.util.ArrayList<>();
		String next = address;
		while (next != null) {
			String page = text(next);
			java.util.regex.Matcher names = java.util.regex.Pattern.compile("client-name\">(Client \\d\\d)")
				.matcher(page);
			while (names.find()) {
				seen.add(names.group(1));
			}
			java.util.regex.Matcher link = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
				.matcher(page);
			next = link.find() ? link.group(1).replace("&amp;", "&") : null;
		}
		assertThat(seen).as(address).doesNotHaveDuplicates();
		return seen;
	}

	@Test
	void whereTheWorklistWasTheListsAreFound() throws Exception {
		page("/desk").andExpect(redirectedUrl("/desk/today"));
		page("/desk?q=Sam F&need=review&level=plan")
			.andExpect(redirectedUrl("/desk/cases?q=Sam%20F&need=review&level=plan"));
		page("/desk?need=done").andExpect(redirectedUrl("/desk/cases?list=in-care"));
		page("/desk?q=%7Ba%7D%0d%0aX").andExpect(status().is3xxRedirection());
	}

	@Test
	void everyCaseIsOnItsList() throws Exception {
		for (String name : List.of("Wanda Waits", "Carla Cared", "Paula Paused", "Fina Finished", "Della Declined")) {
			file(name, Map.of(), "link-" + name.substring(0, 5));
		}
		file("Ruth Referred", Map.of("limb-signs", List.of("pain-into-leg")), "link-refer");
		for (String link : List.of("link-Carla", "link-Paula", "link-Fina ")) {
			act(link, "approve", Map.of("version", "0")).andExpect(status().is3xxRedirection());
		}
		act("link-Paula", "pause", Map.of("version", "1", "reason", "away")).andExpect(status().is3xxRedirection());
		act("link-Fina ", "end", Map.of("version", "1", "reason", "better")).andExpect(status().is3xxRedirection());
		act("link-Della", "decline", Map.of("version", "0", "reason", "other", "words", "not here"))
			.andExpect(status().is3xxRedirection());
		assertThat(names("/desk/cases")).containsExactly("Ruth Referred", "Wanda Waits");
		assertThat(names("/desk/cases?list=in-care")).containsExactly("Carla Cared", "Paula Paused");
		assertThat(names("/desk/cases?list=finished")).containsExactly("Fina Finished");
		assertThat(names("/desk/cases?list=declined")).containsExactly("Della Declined");
		assertThat(text("/desk/cases?list=in-care")).contains("Mon 8 Mar 2027", ", paused", "Once a week")
			.containsPattern(
					"(?s)To decide\\s*<.*?tab-count\">2<.*?In care.*?tab-count\">2<.*?tab-count\">1<.*?tab-count\">1<");
		assertThat(text("/desk/cases?list=finished")).contains("Care ended", "1 March 2027");
		assertThat(text("/desk/cases?list=declined")).contains("Plan declined").doesNotContain("Nothing any more");
		assertThat(names("/desk/cases?q=arla")).isEmpty();
		assertThat(names("/desk/cases?list=declined&q=carla")).containsExactly("Carla Cared");
	}

	@Test
	void emptyListsSayWhatWillCome() throws Exception {
		assertThat(text("/desk/cases?list=in-care")).contains("Nobody is in care yet",
				"from the moment you approve their plan");
		assertThat(text("/desk/cases?list=finished")).contains("No care has ended yet");
		assertThat(text("/desk/cases?list=declined")).contains("Nothing was declined");
		assertThat(text("/desk/cases?whose=mine")).contains("No case in this list fits");
	}

	@Test
	void searchFindsNumbersAndAddresses() throws Exception {
		file("Nia National", "07700 900444", "link-national");
		file("Ina International", "+44 7700 900555", "link-abroad");
		file("Zed Trunk", "call +44 (0)7700 900666 or zed.t@example.org", "link-trunk");
		file("Meg Mail", "Meg.Mail@example.org", "link-mail");
		for (String typed : List.of("07700 900444", "%2B447700900444", "0044 7700 900444", "900444",
				"(07700)900-444")) {
			assertThat(names("/desk/cases?q=" + typed)).as(typed).containsExactly("Nia National");
		}
		for (String typed : List.of("07700 900555", "%2B44 7700 900555", "00447700900555", "900555", "0555")) {
			assertThat(names("/desk/cases?q=" + typed)).as(typed).containsExactly("Ina International");
		}
		assertThat(names("/desk/cases?q=07700900666")).containsExactly("Zed Trunk");
		assertThat(names("/desk/cases?q=zed.t@")).containsExactly("Zed Trunk");
		assertThat(names("/desk/cases?q=meg.mail@EXAMPLE")).containsExactly("Meg Mail");
		assertThat(names("/desk/cases?q=example.org")).isEmpty();
		assertThat(names("/desk/cases?q=07700")).containsExactlyInAnyOrder("Nia National", "Ina International",
				"Zed Trunk");
		assertThat(names("/desk/cases?q=%2B4477")).containsExactlyInAnyOrder("Ina International", "Zed Trunk");
		assertThat(names("/desk/cases?q=999999")).isEmpty();
	}

	private List<String> names(String path) throws Exception {
		return java.util.regex.Pattern.compile("client-name\">([^<]+)")
			.matcher(text(path))
			.results()
			.map((name) -> name.group(1))
			.toList();
	}

	private void file(String name, String reach, String link) {
		this.cases.open(new org.backwise.cases.CaseId(java.util.UUID.randomUUID()),
				new org.backwise.practice.LinkToken(link), new org.backwise.cases.Consent("test", this.clock.instant()),
				new org.backwise.cases.SentRound(this.triage.read(ORDINARY), List.of(),
						new org.backwise.cases.Contact(name, null, null, false, reach),
						java.time.LocalDate.of(2027, 3, 8)));
	}

	@Test
	void aListOfThousandsAndOfNoneTakesAtMostTwelveStatements() throws Exception {
		for (int i = 0; i < 25; i++) {
			file("Client %02d".formatted(i), (i % 2 == 0) ? Map.of() : Map.of("general-signs", List.of("fever")),
					"link-number-" + i);
		}
		for (int i = 0; i < 24; i += 2) {
			act("link-number-" + i, "approve", Map.of("version", "0")).andExpect(status().is3xxRedirection());
		}
		String first = text("/desk/cases");
		java.util.regex.Matcher next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
			.matcher(text("/desk/cases?q=client"));
		assertThat(next.find()).isTrue();
		assertThat(first).contains("13 cases");
		for (String address : List.of("/desk/cases", "/desk/cases?need=referral&level=urgent&whose=nobodys",
				"/desk/cases?list=in-care", "/desk/cases?list=finished", "/desk/cases?q=client",
				"/desk/cases?q=07700900444", next.group(1).replace("&amp;", "&"))) {
			Cookie session = page(address).andReturn().getResponse().getCookie("backwise-desk");
			this.jdbc.sql("set query_statistics false").update();
			this.jdbc.sql("set query_statistics true").update();
			this.mvc.perform(get(java.net.URI.create(address)).cookie(session).with(this.people.there()))
				.andExpect(status().isOk());
			List<Map<String, Object>> taken = this.jdbc
				.sql("select sql_statement, execution_count from information_schema.query_statistics "
						+ "where sql_statement not like '%query_statistics%' " + "and sql_statement <> 'COMMIT'")
				.query()
				.listOfRows();
			this.jdbc.sql("set query_statistics false").update();
			int sum = taken.stream().mapToInt((row) -> ((Number) row.get("EXECUTION_COUNT")).intValue()).sum();
			assertThat(sum).as(address + "\n" + String.join("\n", taken.stream().map(Object::toString).toList()))
				.isBetween(4, 12);
		}
	}

	@Test
	void theWayBackFromACaseLeadsToTheListItWasOpenedFrom() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		assertThat(text(path)).containsPattern("class=\"back-link[^>]* href=\"/desk/cases\"|href=\"/desk/cases\">Back");
		String one = opened(text("/desk/cases?need=review&whose=nobodys"));
		String other = opened(text("/desk/cases?q=Sam F"));
		String backToOne = "href=\"/desk/cases?whose=nobodys&amp;need=review\"";
		String backToOther = "href=\"/desk/cases?q=Sam%20F\"";
		assertThat(text(one)).contains(backToOne).doesNotContain(backToOther);
		assertThat(text(other)).contains(backToOther).doesNotContain(backToOne);
		String decline = link(text(one), path + "/decline");
		assertThat(decline).contains("from=");
		assertThat(link(text(decline), path + "?from")).contains("need");
		String done = act("link-sam", "decline",
				Map.of("version", "0", "reason", "other", "words", "x", "from",
						"/desk/cases?whose=nobodys&need=review"))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(text(done)).contains(backToOne, "The plan is declined");
		for (String evil : List.of("https://evil.example/desk/cases", "//evil.example", "/desk/casesX",
				"javascript:x")) {
			assertThat(text(path + "?from=" + evil)).doesNotContain(evil + "\"").contains("href=\"/desk/cases");
		}
	}

	@Test
	void theWayBackFromACaseOpenedOtherwiseLeadsToTheListSeenLast() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		for (String list : List.of("/desk/cases?q=Sam%20F", "/desk/cases?list=declined&whose=mine",
				"/desk/cases?need=review&level=plan")) {
			Cookie session = page(list).andReturn().getResponse().getCookie("backwise-desk");
			assertThat(this.mvc.perform(get(path + "?done=change").cookie(session).with(this.people.there()))
				.andReturn()
				.getResponse()
				.getContentAsString()).contains("href=\"" + list.replace("&", "&amp;") + "\"");
		}
	}

	private static String opened(String page) {
		return link(page, "/desk/cases/");
	}

	private static String link(String page, String begins) {
		java.util.regex.Matcher link = java.util.regex.Pattern
			.compile("href=\"(" + java.util.regex.Pattern.quote(begins) + "[^\"]*)\"")
			.matcher(page);
		assertThat(link.find()).as(begins + " in " + page).isTrue();
		return link.group(1).replace("&amp;", "&");
	}

}
