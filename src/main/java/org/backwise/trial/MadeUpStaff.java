package org.backwise.trial;

import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.backwise.cases.Therapist;
import org.backwise.staff.FirstStart;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** One owner and one therapist, who anybody may sign in as. */
@Component
@Profile("demo")
@Order(1)
class MadeUpStaff implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MadeUpStaff.class);

	/** As an owner would type it; it can be changed at the desk. */
	private static final Map<String, String> PRACTICE = Map.of("country", "GB", "practice-name", "Larkfield Massage",
			"phone", "01632 960 123");

	private final StaffAccounts accounts;

	private final FirstStart practice;

	MadeUpStaff(StaffAccounts accounts, FirstStart practice) {
		this.practice = practice;
		this.accounts = accounts;
	}

	List<MadeUpColleague> all() {
		return List.of(new MadeUpColleague("Mara Lindqvist", "owner", "demo-owner-larkfield", Role.OWNER),
				new MadeUpColleague("Jo Abara", "therapist", "demo-therapist-larkfield", Role.THERAPIST));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.accounts.isEmpty()) {
			all().stream()
				.map((colleague) -> this.accounts.open(colleague.name(), colleague.signInName(), colleague.password(),
						colleague.role()))
				.filter(StaffMember::isOwner)
				.forEach((owner) -> this.practice.keep(PRACTICE, owner.id()));
		}
		all().forEach((colleague) -> logger.info("Sign in at /desk as {} with the password {}", colleague.signInName(),
				colleague.password()));
	}

	/** The account of a colleague, by how they sign in; null when there is none. */
	@Nullable UUID account(String signInName) {
		return all().stream()
			.filter((one) -> one.signInName().equals(signInName))
			.flatMap((one) -> this.accounts.all().stream().filter((member) -> member.name().equals(one.name())))
			.map(StaffMember::id)
			.findFirst()
			.orElse(null);
	}

	/** Does something as the therapist, who is then at the desk in this thread only. */
	void asTherapist(Consumer<Therapist> what) {
		MadeUpColleague colleague = all().stream()
			.filter((one) -> one.role() == Role.THERAPIST)
			.findFirst()
			.orElseThrow();
		this.accounts.all()
			.stream()
			.filter((member) -> member.name().equals(colleague.name()))
			.findFirst()
			.ifPresent((member) -> {
				SecurityContextHolder.getContext()
					.setAuthentication(
							UsernamePasswordAuthenticationToken.authenticated(colleague.signInName(), null, List.of()));
				try {
					what.accept(new Therapist(member.id(), member.name()));
				}
				finally {
					SecurityContextHolder.clearContext();
				}
			});
	}

	/**
	 * A colleague who does not exist.
	 *
	 * @param name their name
	 * @param signInName what to type
	 * @param password what to type next
	 * @param role what they may do
	 */
	record MadeUpColleague(String name, String signInName, String password, Role role) {
	}

}
