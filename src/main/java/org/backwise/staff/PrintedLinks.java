package org.backwise.staff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.backwise.journal.Who;
import org.backwise.origin.Origin;

/** Prints one-time links on the console for whoever runs the computer. */
@Component
class PrintedLinks {

	private static final Logger logger = LoggerFactory.getLogger(PrintedLinks.class);

	private final StaffAccounts accounts;

	private final StoredAccounts stored;

	private final Invitations invitations;

	private final DeskSettings settings;

	private final Origin origin;

	PrintedLinks(StaffAccounts accounts, StoredAccounts stored, Invitations invitations, DeskSettings settings,
			Origin origin) {
		this.accounts = accounts;
		this.stored = stored;
		this.invitations = invitations;
		this.settings = settings;
		this.origin = origin;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (this.accounts.isEmpty()) {
			logger.warn("Nobody has an account yet. Make the owner's within 24 hours: {}",
					this.origin.of(JoinController.PATH + this.invitations.setUp()));
		}
		String lost = this.settings.wayBackFor();
		if (lost != null) {
			this.stored.bySignInName(lost)
				.ifPresentOrElse(
						(account) -> logger.warn("The way back for {}, within 24 hours: {}", lost,
								this.origin.of(JoinController.PATH
										+ this.invitations.startAgain(account.id(), new Who.System()))),
						() -> logger.warn("Nobody signs in as {}", lost));
		}
	}

}
