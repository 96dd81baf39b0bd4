package org.backwise.outbox;

import java.util.EnumSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.Case;
import org.backwise.outbox.Kind.Choice;

/** Makes a letter of any kind, whether or not what it tells is so. */
final class LetterMaker {

	private LetterMaker() {
	}

	static Letter of(MailWriter letters, TransactionTemplate transaction, Kind kind, Case client,
			@Nullable UUID account, ClientChoices clients) {
		clients.choose(client.id(), EnumSet.of(Choice.PLAN, Choice.CHANGE, Choice.CHECK_IN, Choice.REMINDER));
		return transaction.execute((status) -> {
			Message message = Message.of(kind, client.id(), account, "test",
					java.time.Instant.parse("2027-03-01T09:00:00Z"));
			String off = (kind.isForStaff() || kind == Kind.LINK) ? null
					: "https://desk.example/messages/off/" + clients.off(client.id()).text();
			return ReflectionTestUtils.<Letter>invokeMethod(letters, "letter", message,
					new MailWriter.Where(Letter.By.MAIL, "casey@example.org"), "https://desk.example/result/x", off);
		});
	}

}
