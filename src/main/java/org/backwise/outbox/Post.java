package org.backwise.outbox;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import org.backwise.outbox.MailSettings.Encryption;

/**
 * Spring's mail sender for a server as it is set, with a connection that stays open for
 * several letters. Never without encryption where that is asked for, and never longer in
 * one step than that may take.
 */
final class Post extends JavaMailSenderImpl {

	private final LastAnswer.Line line = new LastAnswer.Line();

	private final MailSettings settings;

	Post(MailSettings settings, String password, String greeting) {
		this.settings = settings;
		setHost(settings.host());
		setPort(settings.port());
		setDefaultEncoding("UTF-8");
		Properties properties = new Properties();
		String time = Long.toString(settings.timeout().toMillis());
		for (String step : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.setProperty("mail.smtp." + step, time);
		}
		properties.setProperty("mail.smtp.localhost", greeting);
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		if (settings.encryption() == Encryption.STARTTLS) {
			properties.setProperty("mail.smtp.starttls.enable", "true");
			properties.setProperty("mail.smtp.starttls.required", "true");
		}
		if (settings.encryption() == Encryption.TLS) {
			properties.setProperty("mail.smtp.ssl.enable", "true");
		}
		if (!settings.user().isEmpty()) {
			properties.setProperty("mail.smtp.auth", "true");
			setUsername(settings.user());
			setPassword(password);
		}
		properties.put("mail.smtp.socketFactory", this.line);
		properties.setProperty("mail.smtp.socketFactory.fallback", "false");
		setJavaMailProperties(properties);
	}

	/** A connection, greeted and signed in. */
	LastAnswer open() throws MessagingException {
		return (LastAnswer) connectTransport();
	}

	@Override
	protected Transport getTransport(Session session) {
		return new LastAnswer(session, this.line, this.settings);
	}

	/** Ends what is going on, whoever waits for it. */
	void hangUp() {
		this.line.hangUp();
	}

}
