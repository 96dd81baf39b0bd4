package org.backwise.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.backwise.cases.Consent;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.SentRound;
import org.backwise.practice.LinkToken;
import org.backwise.triage.Triage;

/** Fills an empty database with made-up clients, each decided by the real rules. */
@Component
@Profile("demo")
class MadeUpClients implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MadeUpClients.class);

	private static final int DAYS_AHEAD = 7;

	private final Cases cases;

	private final Triage triage;

	private final Clock clock;

	MadeUpClients(Cases cases, Triage triage, Clock clock) {
		this.cases = cases;
		this.triage = triage;
		this.clock = clock;
	}

	List<MadeUpClient> all() {
		return List.of(
				client("Ines Moreau", "Numb between the legs since yesterday", "demo-emergency",
						Map.of("nerve-signs", List.of("saddle-numbness"), "nerve-signs-course", "new-or-worse")),
				client("Tom Akande", "Back pain with a high temperature", "demo-urgent",
						Map.of("general-signs", List.of("fever"))),
				client("Priya Nair", "Pain that travels into one leg", "demo-see-doctor",
						Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6)),
				client("Bram de Vries", "Has caught a stomach bug", "demo-wait",
						Map.of("health-today", List.of("infectious-today"))),
				client("Sam Field", "Tense shoulders from desk work", "demo-plan", Map.of()),
				client("Noor Haddad", "Pain for months, light touch hurts", "demo-plan-gentle",
						Map.of("duration", "over-12-weeks", "inflammatory-signs", List.of("none"), "sensitivity",
								List.of("spreads-or-moves", "light-touch-hurts", "poor-sleep", "on-edge-most-days"),
								"contributors", List.of("stress", "always-alert"), "pain", 7)),
				client("Grace Oyelaran-Whittington", "Pregnant, takes blood thinners, and more to look out for",
						"demo-plan-cautions",
						Map.of("age", 52, "pain", 8, "health-ongoing",
								List.of("pregnant", "diabetes", "heart-or-circulation"), "skin-and-medicines",
								List.of("blood-thinners", "oil-allergy", "touch-is-difficult"))),
				client("Lee Chang", "No pain, wants to stay well", "demo-plan-prevention", Map.of("location",
						List.of("no-pain"), "complaints", List.of("none"), "contributors", List.of("none"))));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.cases.isEmpty()) {
			LocalDate firstDay = LocalDate.now(this.clock).plusDays(DAYS_AHEAD);
			Consent consent = new Consent("demo", this.clock.instant());
			all().forEach((client) -> this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken(client.link()),
					consent, new SentRound(this.triage.read(client.answers()), List.of(),
							new Contact(client.name(), null), firstDay)));
			logger.info("Made up {} clients; their links are on /demo", all().size());
		}
	}

	private static MadeUpClient client(String name, String story, String link, Map<String, Object> differs) {
		Map<String, Object> answers = new LinkedHashMap<>(ORDINARY_BACK_ACHE);
		answers.putAll(differs);
		return new MadeUpClient(name, story, link, answers);
	}

	private static final Map<String, Object> ORDINARY_BACK_ACHE = Map.ofEntries(
			Map.entry("nerve-signs", List.of("none")), Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
			Map.entry("location", List.of("upper-back-left", "upper-back-right")),
			Map.entry("duration", "6-to-12-weeks"), Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5),
			Map.entry("pain-pattern", "comes-and-goes"), Map.entry("limb-signs", List.of("none")),
			Map.entry("disc-diagnosis", "no"), Map.entry("general-signs", List.of("none")),
			Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
			Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
			Map.entry("movement", "free"), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting", "poor-posture")),
			Map.entry("preference", "no-preference"));

}
