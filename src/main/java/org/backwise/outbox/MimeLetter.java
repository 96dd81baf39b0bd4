package org.backwise.outbox;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A letter as mail servers carry it: text and HTML, and headers that say it is automatic.
 */
final class MimeLetter extends MimeMessage {

	private final String id;

	MimeLetter(Session session, Letter letter, String from, String fromName, Instant at) throws MessagingException {
		super(session);
		this.id = letter.id();
		setFrom(name(new InternetAddress(from), fromName));
		setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
		setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
		setSentDate(Date.from(at));
		setHeader("Auto-Submitted", "auto-generated");
		setHeader("X-Auto-Response-Suppress", "All");
		if (letter.off() != null) {
			// RFC 8058: the mail programme may end the messages with one click.
			setHeader("List-Unsubscribe", "<" + letter.off() + ">");
			setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		MimeMultipart parts = new MimeMultipart("alternative");
		MimeBodyPart text = new MimeBodyPart();
		text.setText(letter.text(), StandardCharsets.UTF_8.name(), "plain");
		parts.addBodyPart(text);
		MimeBodyPart html = new MimeBodyPart();
		html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
		parts.addBodyPart(html);
		setContent(parts);
		saveChanges();
	}

	private static InternetAddress name(InternetAddress address, String name) throws MessagingException {
		try {
			String clean = oneLine(name);
			if (!clean.isBlank()) {
				address.setPersonal(clean, StandardCharsets.UTF_8.name());
			}
			return address;
		}
		catch (UnsupportedEncodingException ex) {
			throw new MessagingException("Java without UTF-8", ex);
		}
	}

	/** No name can begin a header of its own. */
	static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
	}

	/** The same for every try, so that a double can be told. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", "<" + this.id + ">");
	}

}
