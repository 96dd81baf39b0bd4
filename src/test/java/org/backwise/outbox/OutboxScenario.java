package org.backwise.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.outbox.Kind.Choice;
import org.backwise.practice.Settings;
import org.backwise.staff.StaffAccounts;

/** A practice on Monday 1 March 2027 with a mail server that shows what it got. */
abstract class OutboxScenario {

	static final String SITE = "https://desk.example";

	/** Longer than a busy machine holds a server up. */
	private static final String PATIENT = "30s";

	private static final Pattern LINK = Pattern.compile(SITE + "/result/([A-Za-z0-9_-]{43})");

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	@Autowired
	Settings settings;

	@Autowired
	StaffAccounts accounts;

	@Autowired
	StaffChoices staff;

	@Autowired
	ClientChoices clients;

	@Autowired
	Cases cases;

	@Autowired
	LifeCycle lifeCycle;

	@Autowired
	Attendance sessions;

	@Autowired
	Drain drain;

	@Autowired
	OutboxClock outboxClock;

	@Autowired
	OutboxRows rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MockMvc mvc;

	GreenMail server;

	@BeforeEach
	void openTheOffice() {
		this.people.startOver();
		this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
		sendBy(this.server.getSmtp().getPort());
		this.drain.goOn();
	}

	@AfterEach
	void closeTheOffice() throws IOException {
		keep();
		this.server.stop();
	}

	/** For people who want to see the mails: BACKWISE_MAILS names a folder. */
	private void keep() throws IOException {
		String folder = System.getenv("BACKWISE_MAILS");
		if (folder != null) {
			for (MimeMessage mail : got()) {
				Files.writeString(Path.of(folder, UUID.randomUUID() + ".eml"), raw(mail));
			}
		}
	}

	/** Mail goes to this port from now on. */
	void sendBy(int port) {
		set(Map.of("mail.host", "127.0.0.1", "mail.port", Integer.toString(port), "mail.encryption", "none",
				"mail.from", "practice@larkfield.example", "mail.timeout", PATIENT));
	}

	void set(Map<String, String> values) {
		values.forEach((name, value) -> {
			this.jdbc.sql("delete from practice_setting where name = ?").param(name).update();
			this.jdbc.sql("insert into practice_setting (name, content) values (?, ?)").params(name, value).update();
		});
		this.settings.look();
	}

	UUID account(String name) {
		return this.accounts.all().stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow().id();
	}

	void ownerWants(Choice... choices) {
		this.staff.choose(account("Olga Owner"), "olga@larkfield.example", Set.of(choices));
	}

	Case inCare(String link, Choice... wanted) {
		Case client = this.people.planned(link);
		this.clients.choose(client.id(), wanted.length > 0 ? EnumSet.of(wanted[0], wanted) : Set.of());
		take(client, Act.APPROVE, null);
		return client;
	}

	void take(Case client, Act act, String reason) {
		this.people.atTheDesk(TestDesk.OWNER);
		this.lifeCycle.take(client.id(),
				new Decision(act, this.lifeCycle.standing(client).version(),
						new Therapist(account("Olga Owner"), "Olga"),
						(reason != null) ? new Reason(reason, null, null) : null));
	}

	LiveSession session(Case client, int number) {
		return this.sessions.of(client.id()).get(number - 1);
	}

	void later(Duration time) {
		this.clock.pass(time);
		this.drain.goOn();
	}

	MimeMessage[] got() {
		return this.server.getReceivedMessages();
	}

	List<String> subjects() throws MessagingException {
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : got()) {
			subjects.add(message.getSubject());
		}
		return subjects;
	}

	List<Message> all() {
		List<UUID> ids = this.jdbc.sql("select id from outbox_message order by made_at, id").query(UUID.class).list();
		return ids.stream().map((id) -> this.rows.find(id).orElseThrow()).toList();
	}

	static String part(MimeMessage message, int number) throws Exception {
		BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(number);
		return (String) part.getContent();
	}

	/** The private link that a mail leads to. */
	static String link(MimeMessage message) throws Exception {
		Matcher found = LINK.matcher(part(message, 0));
		return found.find() ? found.group(1) : "";
	}

	static String raw(MimeMessage message) {
		return GreenMailUtil.getWholeMessage(message);
	}

}
