package org.backwise.cases;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import org.backwise.practice.Phones;
import org.backwise.practice.Words;

/** How a client is reached, in words, on pages ({@code @contactWords}) and in Java. */
@Component
public class ContactWords {

	private final Phones phones;

	private final Words words;

	ContactWords(Phones phones, Words words) {
		this.phones = phones;
		this.words = words;
	}

	/**
	 * Every way to reach a client.
	 * @param contact who it is
	 * @return such as "01632 960123, sam@example.org"; empty when nobody knows
	 */
	public String of(Contact contact) {
		List<String> ways = new ArrayList<>();
		if (contact.willCall()) {
			ways.add(this.words.of("cases.reach.will-call"));
		}
		if (contact.phone() != null) {
			String shown = this.phones.shown(contact.phone());
			ways.add((contact.phone().typed() != null)
					? this.words.of("cases.reach.typed", shown, contact.phone().typed()) : shown);
		}
		if (contact.email() != null) {
			ways.add(contact.email());
		}
		if (contact.other() != null) {
			ways.add(contact.other());
		}
		return String.join(", ", ways);
	}

	/**
	 * The client's number, for them to see.
	 * @param contact who it is
	 * @return as it is dialled, empty when there is none
	 */
	public String phone(Contact contact) {
		return (contact.phone() != null) ? this.phones.shown(contact.phone()) : "";
	}

}
