package org.backwise.outbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Why something could not be sent, so that it can be said in plain words. The names are
 * stored; what a server said is not, since it names addresses.
 */
enum Trouble {

	/** Nobody knows the server's name. */
	HOST_UNKNOWN(true),
	/** Nothing listens there. */
	REFUSED(true),
	/** No answer in time. */
	SILENT(true),
	/** It got the whole letter and did not say in time whether it took it. */
	MAY_HAVE_ARRIVED(true),
	/** Its certificate is not to be trusted, or no encryption was agreed. */
	CERTIFICATE(true),
	/** It offers no encryption although that is asked for. */
	NO_ENCRYPTION(true),
	/** It does not take the user's name or password. */
	PASSWORD(true),
	/** The password that is stored cannot be opened with the key of this server. */
	SEALED(true),
	/** It does not take mail from this address. */
	SENDER(true),
	/** It does not take mail for this address, and never will. */
	ADDRESS(false),
	/** It does not take this message, and never will. */
	MESSAGE(false),
	/** It says to try again later. */
	LATER(false),
	/** There is no address any more. */
	NO_ADDRESS(false),
	/** It is days old and was never tried. */
	TOO_OLD(false),
	/** It could not be made; the log says why. */
	BROKEN(false),
	/** The connection broke, or something else. */
	OTHER(true);

	private static final int FOR_GOOD = 500;

	/** Codes of a server that wants to know first who sends. */
	private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

	private final boolean ofServer;

	Trouble(boolean ofServer) {
		this.ofServer = ofServer;
	}

	/** Whether it would hit every other message as well. */
	boolean isOfServer() {
		return this.ofServer;
	}

	/** Whether trying again leads nowhere, or to a second letter. */
	boolean isForGood() {
		return this == ADDRESS || this == MESSAGE || this == NO_ADDRESS || this == MAY_HAVE_ARRIVED;
	}

	/** What lies behind an exception of a mail server or of the network. */
	static Trouble of(Exception thrown) {
		Trouble found = OTHER;
		for (Throwable cause : causes(thrown)) {
			Trouble one = one(cause);
			if (one != OTHER) {
				// what the server said of one address says more than that sending failed
				found = one;
			}
		}
		return found;
	}

	private static Trouble one(Throwable cause) {
		if (cause instanceof SMTPAddressFailedException address) {
			return (address.getReturnCode() >= FOR_GOOD) ? ADDRESS : LATER;
		}
		if (cause instanceof SMTPSenderFailedException) {
			return SENDER;
		}
		if (cause instanceof SMTPSendFailedException sending) {
			return of(sending);
		}
		if (cause instanceof AuthenticationFailedException) {
			return PASSWORD;
		}
		if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
			return HOST_UNKNOWN;
		}
		if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
			return SILENT;
		}
		if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
			return REFUSED;
		}
		if (cause instanceof SSLException) {
			return CERTIFICATE;
		}
		String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
		return (cause instanceof MessagingException && said.contains("starttls is required")) ? NO_ENCRYPTION
				: (cause instanceof IOException && said.contains("timed out")) ? SILENT : OTHER;
	}

	/** Only what is said after the whole letter is about the letter. */
	private static Trouble of(SMTPSendFailedException sending) {
		if (sending.getReturnCode() < FOR_GOOD) {
			return LATER;
		}
		if (NOT_LET_IN.contains(sending.getReturnCode())) {
			return PASSWORD;
		}
		return ".".equals(sending.getCommand()) ? MESSAGE : SENDER;
	}

	/** With those that a mail exception only names as the next one. */
	private static List<Throwable> causes(Throwable first) {
		List<Throwable> causes = new ArrayList<>();
		List<Throwable> open = new ArrayList<>(List.of(first));
		while (!open.isEmpty()) {
			Throwable cause = open.remove(0);
			if (causes.contains(cause)) {
				continue;
			}
			causes.add(cause);
			if (cause.getCause() != null) {
				open.add(cause.getCause());
			}
			if (cause instanceof MessagingException mail && mail.getNextException() != null) {
				open.add(mail.getNextException());
			}
		}
		return causes;
	}

	/** The id used in messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
