package org.backwise.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.cases.Consent;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.SentRound;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Phone;
import org.backwise.triage.Triage;

/** Fills an empty database with made-up clients, each decided by the real rules. */
@Component
@Profile("demo")
@Order(2)
class MadeUpClients implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MadeUpClients.class);

	private static final int DAYS_AHEAD = 7;

	private final Cases cases;

	private final Triage triage;

	private final Clock clock;

	private final List<MadeUpClient> clients = read(new YAMLMapper());

	MadeUpClients(Cases cases, Triage triage, Clock clock) {
		this.cases = cases;
		this.triage = triage;
		this.clock = clock;
	}

	List<MadeUpClient> all() {
		return this.clients;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.cases.isEmpty()) {
			LocalDate firstDay = LocalDate.now(this.clock).plusDays(DAYS_AHEAD);
			Consent consent = new Consent("demo", this.clock.instant());
			all().forEach((client) -> this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken(client.link()),
					consent,
					new SentRound(this.triage.read(client.answers()), List.of(), contact(client.name()), firstDay)));
			logger.info("Made up {} clients; their links are on /demo", all().size());
		}
	}

	/** With a number of those that ring nowhere. */
	static Contact contact(String name) {
		String number = "+441632960" + (100 + Math.floorMod(name.hashCode(), 900));
		return new Contact(name, new Phone(number, null), null, false, null);
	}

	private static List<MadeUpClient> read(YAMLMapper yaml) {
		try (InputStream in = MadeUpClients.class.getResourceAsStream("/trial/clients.yaml")) {
			People people = yaml.readValue(in, People.class);
			return people.clients().stream().map((person) -> {
				Map<String, Object> answers = new LinkedHashMap<>(people.ordinary());
				answers.putAll(person.answers());
				person.without().forEach(answers::remove);
				return new MadeUpClient(person.name(), person.story(), person.link(), answers);
			}).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file: an ordinary back ache, and people whose answers differ from it. */
	record People(Map<String, Object> ordinary, List<Person> clients) {

	}

	/** A person; {@code without} names questions that are not asked of them. */
	record Person(String name, String story, String link, Map<String, Object> answers, List<String> without) {

		Person {
			answers = Objects.requireNonNullElse(answers, Map.of());
			without = Objects.requireNonNullElse(without, List.of());
		}

	}

}
