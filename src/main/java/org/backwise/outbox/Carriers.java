package org.backwise.outbox;

import java.time.Clock;
import java.util.Objects;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.practice.PracticeNow;

/** Brings letters on their way, whichever way that is. */
@Component
class Carriers {

	private final Offered offered;

	private final TextMessages sms;

	private final Secrets secrets;

	private final PracticeNow practice;

	private final Clock clock;

	Carriers(Offered offered, TextMessages sms, Secrets secrets, PracticeNow practice, Clock clock) {
		this.offered = offered;
		this.sms = sms;
		this.secrets = secrets;
		this.practice = practice;
		this.clock = clock;
	}

	/** One round with the settings of now, over one connection where that lasts. */
	Round round() {
		return new Round(this.offered.mail());
	}

	/** A round with other settings, to try them. */
	Round round(MailSettings settings) {
		return new Round(settings);
	}

	/** One round. Not for several threads. */
	final class Round implements AutoCloseable {

		private final MailSettings settings;

		/** The password in clear, null when it cannot be opened. */
		private final @Nullable String password;

		private final Post post;

		private @Nullable LastAnswer open;

		private Round(MailSettings settings) {
			this.settings = settings;
			this.password = Carriers.this.secrets.open(settings.password()).orElse(null);
			this.post = new Post(settings, Objects.requireNonNullElse(this.password, ""),
					Carriers.this.offered.domain());
		}

		/** Sends a letter, or says why it was not. */
		void carry(Letter letter) throws NotSentException {
			LastAnswer server = null;
			try {
				if (letter.by() == Letter.By.SMS) {
					Carriers.this.sms.carry(letter);
					return;
				}
				MimeLetter mail = new MimeLetter(this.post.getSession(), letter, from(),
						Carriers.this.practice.now().name(), Carriers.this.clock.instant());
				server = connected();
				server.sendMessage(mail, mail.getAllRecipients());
			}
			catch (MessagingException | RuntimeException ex) {
				Trouble trouble = (server != null && server.isOpen()) ? Trouble.MAY_HAVE_ARRIVED : Trouble.of(ex);
				if (trouble.isOfServer()) {
					close();
				}
				throw new NotSentException(trouble, ex.getMessage());
			}
		}

		private String from() {
			return MailAddress.of(this.settings.from()).map(MailAddress::text).orElse(this.settings.from());
		}

		private LastAnswer connected() throws MessagingException, NotSentException {
			if (this.password == null) {
				throw new NotSentException(Trouble.SEALED);
			}
			LastAnswer server = this.open;
			if (server == null || !server.isConnected()) {
				server = this.post.open();
				this.open = server;
			}
			return server;
		}

		/** Ends what is going on, whoever waits for it. */
		void hangUp() {
			this.post.hangUp();
		}

		@Override
		public void close() {
			LastAnswer server = this.open;
			this.open = null;
			if (server != null) {
				try {
					server.close();
				}
				catch (MessagingException ex) {
					// The server was faster; what it took is taken.
				}
			}
		}

	}

}
