package org.backwise.journey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.documents.NuChecker;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.journey.Visitor.Page;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page that links lead to is valid HTML, and those of mistakes are too. */
@RunningApplication
class HtmlValidityTests {

	private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

	private static final Colleague KIM = new Colleague("Kim Care", "kim-valid", "gentle harbour lamp 51");

	private static final String DAY = LocalDate.now().plusDays(10).toString();

	private static final int FEWEST = 200;

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	private final Map<String, String> pages = new LinkedHashMap<>();

	private final Set<String> kinds = new HashSet<>();

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void everyPageIsValid(@TempDir Path folder) {
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.OWNER);
		Visitor client = new Visitor(this.port);
		Visitor owner = new Visitor(this.port);
		owner.send(owner.get("/desk/sign-in"),
				Map.of("username", List.of(KIM.signInName()), "password", List.of(KIM.password())));

		questions(client);
		keep(client.get("/intake/sent"));
		keep(client.get("/intake/sent?late"));
		for (Sheet sheet : List.of(Sheet.emergency(), Sheet.urgent(), Sheet.seeDoctor(), Sheet.waiting(),
				Sheet.seeDoctor().with("age", "17"), Sheet.ordinaryBackAche(), Sheet.everyCaution(),
				Sheet.sensitised())) {
			Visitor visitor = new Visitor(this.port);
			String link = visitor.sent(sheet, "Val Id & <Sons>", DAY);
			keep(owner.get("/desk/cases/" + behind(link).reference()));
			crawl(visitor, link);
		}
		care(desk, owner);
		crawl(client, "/");
		crawl(owner, "/desk/today");
		keep(client.get("/result/nobody"));
		keep(owner.get("/desk/cases/NOBODY42"));

		assertThat(this.pages).hasSizeGreaterThan(FEWEST);
		this.pages.put("broken",
				"<!DOCTYPE html><html lang='en'><title>Broken</title><p><div>Not in a paragraph</div></p>");
		assertThat(NuChecker.problems(this.pages, folder)).hasSize(1).first().asString().startsWith("broken: ");
	}

	/** The questions as they come and, without an answer, with what is missing. */
	private void questions(Visitor visitor) {
		keep(visitor.send(visitor.get("/intake/consent"), Map.of()));
		Page page = visitor.begin();
		while (page.path().startsWith("/intake/")) {
			keep(page);
			keep(visitor.send(page, Map.of()));
			page = page.path().equals("/intake/details")
					? visitor.send(page,
							Map.of("name", List.of("Val"), "phone", List.of("01632 960 123"), "firstDay", List.of(DAY)))
					: visitor.send(page, visitor.fields(page, Sheet.everyCaution()));
		}
		assertThat(page.path()).startsWith("/result/");
	}

	/** A plan in care and the check-in before its first session. */
	private void care(NewDesk desk, Visitor owner) {
		Visitor visitor = new Visitor(this.port);
		String link = visitor.sent(Sheet.ordinaryBackAche(), "Vera Care", DAY);
		Case theCase = behind(link);
		desk.approve(theCase, KIM);
		crawl(visitor, link);
		Page page = visitor.send(visitor.get(link + "/check-in/start"), Map.of());
		while (page.path().contains("/check-in/")) {
			keep(page);
			keep(visitor.send(page, Map.of()));
			page = visitor.send(page, visitor.fields(page, WholeCourse.CALM));
		}
		crawl(visitor, link);
		crawl(owner, "/desk/cases/" + theCase.reference());
	}

	private Case behind(String link) {
		return this.application.getBean(Cases.class).behind(link.substring("/result/".length())).orElseThrow();
	}

	/**
	 * Goes wherever links lead, once to each kind of page, anew for each result and case.
	 */
	private void crawl(Visitor visitor, String start) {
		this.kinds.removeIf((kind) -> kind.startsWith(kind(start)));
		Deque<String> open = new ArrayDeque<>(List.of(start));
		while (!open.isEmpty()) {
			String path = open.removeFirst();
			if (!this.kinds.add(kind(path))) {
				continue;
			}
			Page page = visitor.get(path);
			if (page.header("Content-Type").startsWith("text/html")) {
				keep(page);
				LINK.matcher(page.body())
					.results()
					.map((link) -> link.group(1).replace("&amp;", "&"))
					.filter((link) -> !this.kinds.contains(kind(link)))
					.forEach(open::add);
			}
		}
	}

	private void keep(Page page) {
		this.pages.put(this.pages.size() + " " + page.status() + " " + kind(page.path()), page.body());
	}

	private static String kind(String path) {
		return path.replaceAll("/(result|cases|join|keeping|resume)/[^/?]+", "/$1/x")
			.replaceAll("=[^&]*", "=")
			.replaceAll("[0-9]+", "1");
	}

}
