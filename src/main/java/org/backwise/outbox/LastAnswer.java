package org.backwise.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

import javax.net.SocketFactory;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection that waits for the last answer as long as RFC 5321 says, and knows when
 * that answer never came: then the server may have taken the letter, and whoever sends it
 * again may send it twice.
 */
final class LastAnswer extends SMTPTransport {

	private final Line line;

	private final Duration usual;

	private final Duration last;

	private boolean open;

	LastAnswer(Session session, Line line, MailSettings settings) {
		super(session, new URLName("smtp", null, -1, null, null, null));
		this.line = line;
		this.usual = settings.timeout();
		this.last = settings.answer();
	}

	/** Whether the server may have taken a letter without saying so. */
	boolean isOpen() {
		return this.open;
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		this.open = true;
		this.line.waits(this.last);
		try {
			super.finishData();
			this.open = false;
		}
		catch (SMTPSendFailedException ex) {
			// Without a code the connection ended before any answer.
			this.open = ex.getReturnCode() <= 0;
			throw ex;
		}
		finally {
			this.line.waits(this.usual);
		}
	}

	/** Plain sockets, of which it knows the newest; encryption is laid over them. */
	static final class Line extends SocketFactory {

		private volatile @Nullable Socket socket;

		@Override
		public Socket createSocket() {
			Socket made = new Socket();
			this.socket = made;
			return made;
		}

		private void waits(Duration time) {
			Socket now = this.socket;
			try {
				if (now != null && !now.isClosed()) {
					now.setSoTimeout(Math.toIntExact(time.toMillis()));
				}
			}
			catch (SocketException ex) {
				// It was closed just now; whoever reads from it finds out.
			}
		}

		/** Hangs up at once, without a word: another thread may wait for an answer. */
		void hangUp() {
			Socket now = this.socket;
			try {
				if (now != null) {
					now.close();
				}
			}
			catch (IOException ex) {
				// Then it is closed.
			}
		}

		@Override
		public Socket createSocket(String host, int port) throws IOException {
			return to(new InetSocketAddress(host, port), null);
		}

		@Override
		public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
			return to(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
		}

		@Override
		public Socket createSocket(InetAddress host, int port) throws IOException {
			return to(new InetSocketAddress(host, port), null);
		}

		@Override
		public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
			return to(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
		}

		private Socket to(InetSocketAddress server, @Nullable InetSocketAddress from) throws IOException {
			Socket made = createSocket();
			if (from != null) {
				made.bind(from);
			}
			made.connect(server);
			return made;
		}

	}

}
