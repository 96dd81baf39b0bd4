package org.backwise.outbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Text messages by one JSON object to a gateway. */
@Component
class HttpTextMessages implements TextMessages {

	private static final Duration TIME = Duration.ofSeconds(10);

	/** A gateway may ask another one before it answers. */
	private static final Duration ANSWER = Duration.ofMinutes(1);

	private static final int TAKEN = 200;

	private static final int TAKEN_TOO = 299;

	private static final int NOT_LET_IN = 401;

	private static final int FORBIDDEN = 403;

	private static final int WRONG = 400;

	private static final int UNFIT = 422;

	private final Offered offered;

	private final JsonMapper json;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIME).build();

	HttpTextMessages(Offered offered, JsonMapper json) {
		this.offered = offered;
		this.json = json;
	}

	@Override
	public void carry(Letter letter) throws NotSentException {
		SmsSettings settings = this.offered.sms();
		Map<String, String> body = new LinkedHashMap<>();
		body.put(settings.toField(), letter.to());
		body.put(settings.textField(), letter.text());
		if (!settings.fromField().isEmpty()) {
			body.put(settings.fromField(), settings.from());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(Objects.requireNonNull(settings.url()))
			.timeout(ANSWER)
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", letter.id())
			.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body)));
		if (!settings.token().isEmpty()) {
			request.header(settings.header(), settings.token());
		}
		check(status(request.build()));
	}

	private int status(HttpRequest request) throws NotSentException {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new NotSentException(trouble(ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotSentException(Trouble.MAY_HAVE_ARRIVED);
		}
	}

	/**
	 * What broke before there was a connection did not arrive; of the rest nobody knows.
	 */
	private static Trouble trouble(IOException thrown) {
		Trouble trouble = Trouble.of(thrown);
		boolean unknown = trouble == Trouble.SILENT || trouble == Trouble.OTHER;
		return (unknown && !(thrown instanceof HttpConnectTimeoutException)) ? Trouble.MAY_HAVE_ARRIVED : trouble;
	}

	private static void check(int status) throws NotSentException {
		if (status == NOT_LET_IN || status == FORBIDDEN) {
			throw new NotSentException(Trouble.PASSWORD);
		}
		if (status == WRONG || status == UNFIT) {
			throw new NotSentException(Trouble.ADDRESS);
		}
		if (status < TAKEN || status > TAKEN_TOO) {
			throw new NotSentException(Trouble.LATER);
		}
	}

}
