package org.backwise.journey;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.care.CarePlans;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk of a practice where nobody works yet, and the ways in. */
class NewDesk {

	private static final List<String> TABLES = List.of("staff_recovery_code", "staff_link", "user_credentials",
			"staff_account", "spring_session");

	private static final Pattern LINK = Pattern.compile("within 24 hours: http://localhost:\\d+(/desk/join/\\S+)");

	private final ConfigurableApplicationContext application;

	/** Takes everybody's account away. */
	NewDesk(ConfigurableApplicationContext application) {
		this.application = application;
		JdbcClient jdbc = application.getBean(JdbcClient.class);
		TABLES.forEach((table) -> jdbc.sql("delete from " + table).update());
	}

	/** The path that the console names when the application starts. */
	String setUpLink(CapturedOutput console) {
		this.application.publishEvent(
				new ApplicationReadyEvent(new SpringApplication(), new String[0], this.application, Duration.ZERO));
		Matcher link = LINK.matcher(console);
		String last = null;
		while (link.find()) {
			last = link.group(1);
		}
		assertThat(last).as("the link on the console").isNotNull();
		return last;
	}

	/** Makes an account without a link. */
	void open(Colleague who, Role role) {
		this.application.getBean(StaffAccounts.class).open(who.name(), who.signInName(), who.password(), role);
	}

	/** Lets a plan stand without the pages; the test goes on as whoever did it. */
	void approve(Case theCase, Colleague who) {
		StaffMember member = this.application.getBean(StaffAccounts.class)
			.all()
			.stream()
			.filter((one) -> one.name().equals(who.name()))
			.findFirst()
			.orElseThrow();
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who.signInName(), null, List.of()));
		this.application.getBean(CarePlans.class)
			.letStand(theCase.id(), Act.APPROVE, 0, new Therapist(member.id(), member.name()),
					new Reason("approved", null, null), null);
	}

	/** Makes an account by a one-time link. */
	static void join(Visit visit, Hands hands, String link, Colleague who) {
		visit.open(link);
		write(visit, hands, who);
		assertThat(visit.path()).isEqualTo("/desk/sign-in");
	}

	/** Says who somebody is on the page behind a one-time link. */
	static void write(Visit visit, Hands hands, Colleague who) {
		hands.write(visit, "#name", who.name());
		hands.write(visit, "#signInName", who.signInName());
		hands.write(visit, "#password", who.password());
		hands.press(visit, "main form button");
	}

	/** Signs in on the way to a page of the desk. */
	static void signIn(Visit visit, Hands hands, String page, Colleague who) {
		visit.open(page);
		hands.write(visit, "#username", who.signInName());
		hands.write(visit, "#password", who.password());
		hands.press(visit, "main form button");
	}

	/**
	 * Somebody who works here.
	 *
	 * @param name their name
	 * @param signInName what they sign in with
	 * @param password and their password
	 */
	record Colleague(String name, String signInName, String password) {

		Colleague trying(String other) {
			return new Colleague(this.name, this.signInName, other);
		}

	}

}
