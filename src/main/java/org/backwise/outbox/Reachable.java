package org.backwise.outbox;

import java.util.Optional;

import org.backwise.cases.Case;
import org.backwise.cases.Contact;
import org.backwise.practice.Phone;

/** How a client can be reached by a message. */
final class Reachable {

	private Reachable() {
	}

	static Optional<String> mail(Case theCase) {
		return theCase.contact()
			.flatMap((contact) -> MailAddress.of((contact.email() != null) ? contact.email() : contact.other()))
			.map(MailAddress::text);
	}

	static Optional<String> phone(Case theCase) {
		return theCase.contact().map(Contact::phone).map(Phone::number);
	}

}
