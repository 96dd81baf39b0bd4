package org.backwise.outbox;

import java.util.Optional;

import org.backwise.cases.Case;

/** How a client can be reached by a message. */
final class Reachable {

	private Reachable() {
	}

	static Optional<String> mail(Case theCase) {
		return theCase.contact().flatMap((contact) -> MailAddress.of(contact.reach())).map(MailAddress::text);
	}

	static Optional<String> phone(Case theCase) {
		return theCase.contact()
			.map((contact) -> String.valueOf(contact.reach()).replaceAll("[\\s().-]", ""))
			.filter((number) -> number.matches("\\+[0-9]{7,15}"));
	}

}
