package org.backwise.trial;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;

/** One owner and one therapist, who anybody may sign in as. */
@Component
@Profile("demo")
class MadeUpStaff implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MadeUpStaff.class);

	private final StaffAccounts accounts;

	MadeUpStaff(StaffAccounts accounts) {
		this.accounts = accounts;
	}

	List<MadeUpColleague> all() {
		return List.of(new MadeUpColleague("Mara Lindqvist", "owner", "demo-owner-larkfield", Role.OWNER),
				new MadeUpColleague("Jo Abara", "therapist", "demo-therapist-larkfield", Role.THERAPIST));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.accounts.isEmpty()) {
			all().forEach((colleague) -> this.accounts.open(colleague.name(), colleague.signInName(),
					colleague.password(), colleague.role()));
		}
		all().forEach((colleague) -> logger.info("Sign in at /desk as {} with the password {}", colleague.signInName(),
				colleague.password()));
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
