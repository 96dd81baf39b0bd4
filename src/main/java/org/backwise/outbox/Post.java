package org.backwise.outbox;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import org.backwise.outbox.MailSettings.Encryption;

/**
 * Spring's mail sender for a server as it is set, with a connection that stays open for
 * several letters. Never without encryption where that is asked for, and never longer in
 * one step than the time-out.
 */
final class Post extends JavaMailSenderImpl {

	Post(MailSettings settings, String password, String greeting) {
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
		setJavaMailProperties(properties);
	}

	/** A connection, greeted and signed in. */
	Transport open() throws MessagingException {
		return connectTransport();
	}

}
