package org.backwise;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Consent;
import org.backwise.intake.Details;
import org.backwise.intake.Intakes;
import org.backwise.staff.Role;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * A desk with an owner and a therapist, a clock that stands still, and clients to work
 * with.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDesk {

	/** The owner of the practice. */
	public static final StaffMember OWNER = new StaffMember(new UUID(1, 1), "Olga Owner", Role.OWNER);

	/** A therapist. */
	public static final StaffMember THERAPIST = new StaffMember(new UUID(1, 2), "Theo Therapist", Role.THERAPIST);

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

	@Bean
	@Primary
	TestClock testClock() {
		return new TestClock();
	}

	@Bean
	@Primary
	SignedIn testSignedIn() {
		return mock(SignedIn.class);
	}

	@Bean
	@Primary
	StaffAccounts testAccounts() {
		StaffAccounts accounts = mock(StaffAccounts.class);
		given(accounts.all()).willReturn(List.of(OWNER, THERAPIST));
		given(accounts.find(OWNER.id())).willReturn(Optional.of(OWNER));
		given(accounts.find(THERAPIST.id())).willReturn(Optional.of(THERAPIST));
		return accounts;
	}

	@Bean
	People people(Intakes intakes, JdbcClient jdbc, TestClock clock, SignedIn signedIn, StaffAccounts accounts) {
		return new People(intakes, jdbc, clock, signedIn, accounts);
	}

	/** The people of a test. */
	public static class People {

		private final Intakes intakes;

		private final JdbcClient jdbc;

		private final TestClock clock;

		private final SignedIn signedIn;

		private final StaffAccounts accounts;

		@Autowired
		People(Intakes intakes, JdbcClient jdbc, TestClock clock, SignedIn signedIn, StaffAccounts accounts) {
			this.intakes = intakes;
			this.jdbc = jdbc;
			this.clock = clock;
			this.signedIn = signedIn;
			this.accounts = accounts;
		}

		/** An empty practice on the morning of 1 March 2027; the owner is at the desk. */
		public void startOver() {
			for (String table : List.of("care_session", "care_plan", "intake_contact", "intake_opening", "intake",
					"forgotten", "rules_approval", "rules_comparison")) {
				this.jdbc.sql("delete from " + table).update();
			}
			this.clock.reset();
			given(this.accounts.all()).willReturn(List.of(OWNER, THERAPIST));
			atTheDesk(OWNER);
		}

		/**
		 * Puts somebody at the desk.
		 * @param member who
		 */
		public void atTheDesk(StaffMember member) {
			given(this.signedIn.member()).willReturn(member);
		}

		/**
		 * Nobody but the owner works here.
		 */
		public void onlyTheOwner() {
			given(this.accounts.all()).willReturn(List.of(OWNER));
		}

		/**
		 * Somebody with an ordinary back ache and a plan from today on.
		 * @param link the secret of their link
		 * @return their intake
		 */
		public CompletedIntake planned(String link) {
			return sent(link, Map.of());
		}

		/**
		 * Somebody who was referred to a doctor.
		 * @param link the secret of their link
		 * @return their intake
		 */
		public CompletedIntake referred(String link) {
			return sent(link, Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6));
		}

		/**
		 * Somebody with other answers.
		 * @param link the secret of their link
		 * @param differs what differs from an ordinary back ache
		 * @return their intake
		 */
		public CompletedIntake sent(String link, Map<String, Object> differs) {
			Map<String, Object> sheet = new LinkedHashMap<>(new HashMap<>(ORDINARY_BACK_ACHE));
			sheet.putAll(differs);
			this.intakes.file(sheet, new Consent("test", this.clock.instant()),
					new Details("Casey Client", "casey@example.org", LocalDate.now(this.clock)), link);
			return this.intakes.behind(link).orElseThrow();
		}

	}

}
