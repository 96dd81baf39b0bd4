package org.backwise;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.Contact;
import org.backwise.cases.SentRound;
import org.backwise.practice.LinkToken;
import org.backwise.triage.Triage;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/**
 * A desk with an owner and a therapist, a clock that stands still, and clients to work
 * with.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDesk {

	/** How the owner of the practice, Olga Owner, signs in. */
	public static final String OWNER = "olga";

	/** How a therapist, Theo Therapist, signs in. */
	public static final String THERAPIST = "theo";

	/** The password of both. */
	public static final String PASSWORD = "quiet harbour lamp 93";

	/** What is said at a check-in when nothing is the matter. */
	public static final Map<String, Object> CALM = Map.ofEntries(Map.entry("nerve-signs", List.of("none")),
			Map.entry("body-signs", List.of("none")), Map.entry("new-signs", List.of("none")), Map.entry("pain", 5),
			Map.entry("pain-pattern", "comes-and-goes"), Map.entry("change", "a-little-better"),
			Map.entry("tension-now", "at-times"), Map.entry("movement", "free"), Map.entry("after-last", "fine"),
			Map.entry("pressure-last", "right"), Map.entry("habit-days", 5), Map.entry("confidence", 7),
			Map.entry("sleep", 2), Map.entry("stress", 2), Map.entry("wish", "go-on"));

	private static final Map<String, Object> ORDINARY_BACK_ACHE = Map.ofEntries(
			Map.entry("nerve-signs", List.of("none")), Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
			Map.entry("location", List.of("upper-back-left", "upper-back-right")),
			Map.entry("duration", "6-to-12-weeks"), Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5),
			Map.entry("pain-pattern", "comes-and-goes"), Map.entry("pain-trend", "same"),
			Map.entry("limb-signs", List.of("none")), Map.entry("disc-diagnosis", "no"),
			Map.entry("general-signs", List.of("none")), Map.entry("history", List.of("none")),
			Map.entry("health-today", List.of("none")), Map.entry("health-ongoing", List.of("none")),
			Map.entry("skin-and-medicines", List.of("none")), Map.entry("movement", "free"),
			Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting", "poor-posture")),
			Map.entry("preference", "no-preference"));

	@Bean
	@Primary
	TestClock testClock() {
		return new TestClock();
	}

	@Bean
	MockMvcBuilderCustomizer wholeWords() {
		return (builder) -> builder.alwaysExpect(new WholeWords());
	}

	@Bean
	static StatementCount statementCount() {
		return new StatementCount();
	}

	@Bean
	People people(Cases cases, Triage triage, DataSource database, TestClock clock, StaffAccounts accounts) {
		return new People(cases, triage, database, clock, accounts);
	}

	/** The people of a test. */
	public static class People {

		private final Cases cases;

		private final Triage triage;

		private final DataSource database;

		private final JdbcClient jdbc;

		private final TestClock clock;

		private final StaffAccounts accounts;

		@Autowired
		People(Cases cases, Triage triage, DataSource database, TestClock clock, StaffAccounts accounts) {
			this.cases = cases;
			this.triage = triage;
			this.database = database;
			this.jdbc = JdbcClient.create(database);
			this.clock = clock;
			this.accounts = accounts;
		}

		/** An empty practice on the morning of 1 March 2027; the owner is at the desk. */
		public void startOver() {
			Tables.empty(this.database, "staff_account");
			this.clock.reset();
			if (!this.accounts.all()
				.stream()
				.map(StaffMember::name)
				.collect(Collectors.toSet())
				.equals(Set.of("Olga Owner", "Theo Therapist"))) {
				this.jdbc.sql("delete from staff_account").update();
				this.accounts.open("Olga Owner", OWNER, PASSWORD, Role.OWNER);
				this.accounts.open("Theo Therapist", THERAPIST, PASSWORD, Role.THERAPIST);
			}
			this.jdbc.sql("update staff_account set enabled = true").update();
			atTheDesk(OWNER);
		}

		/**
		 * Puts somebody at the desk.
		 * @param signInName who
		 */
		public void atTheDesk(String signInName) {
			TestSecurityContextHolder.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signInName,
					null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
		}

		/**
		 * A request of whoever is at the desk.
		 * @return what to give a request
		 */
		public RequestPostProcessor there() {
			return SecurityMockMvcRequestPostProcessors
				.authentication(TestSecurityContextHolder.getContext().getAuthentication());
		}

		/**
		 * Nobody but the owner works here.
		 */
		public void onlyTheOwner() {
			this.jdbc.sql("update staff_account set enabled = false where sign_in_name = ?").param(THERAPIST).update();
		}

		/**
		 * Somebody with an ordinary back ache and a plan from today on.
		 * @param link the secret of their link
		 * @return their case
		 */
		public Case planned(String link) {
			return sent(link, Map.of());
		}

		/**
		 * Somebody who was referred to a doctor.
		 * @param link the secret of their link
		 * @return their case
		 */
		public Case referred(String link) {
			return sent(link, Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6));
		}

		/**
		 * Somebody with other answers.
		 * @param link the secret of their link
		 * @param differs what differs from an ordinary back ache
		 * @return their case
		 */
		public Case sent(String link, Map<String, Object> differs) {
			Map<String, Object> sheet = new LinkedHashMap<>(new HashMap<>(ORDINARY_BACK_ACHE));
			sheet.putAll(differs);
			this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken(link),
					new Consent("test", this.clock.instant()),
					new SentRound(this.triage.read(sheet), List.of(),
							new Contact("Casey Client", null, "casey@example.org", false, null),
							LocalDate.now(this.clock)));
			return this.cases.behind(link).orElseThrow();
		}

	}

}
