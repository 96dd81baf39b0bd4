package org.backwise.practice;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets no address hold all the threads: whoever sends bodies a byte at a time waits
 * alone. Addresses are only kept while their requests run.
 */
@Component
class FairShare implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final Limits limits;

	private final TurnedAway turnedAway;

	FairShare(Limits limits, TurnedAway turnedAway) {
		this.limits = limits;
		this.turnedAway = turnedAway;
	}

	/** Behind the valve that knows whom a proxy speaks for. */
	@Override
	public void customize(TomcatServletWebServerFactory server) {
		if (this.limits.enabled()) {
			server.addEngineValves(new Share(this.limits.atOnce(), this.turnedAway));
		}
	}

	/**
	 * In Tomcat itself, which alone can close a connection whose body is still to come.
	 */
	private static final class Share extends ValveBase {

		private final int most;

		private final TurnedAway turnedAway;

		private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

		Share(int most, TurnedAway turnedAway) {
			super(true);
			this.most = most;
			this.turnedAway = turnedAway;
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			String address = request.getRemoteAddr();
			int with = this.running.merge(address, 1, Integer::sum);
			try {
				if (with > this.most) {
					this.turnedAway.count(TurnedAway.Why.AT_ONCE);
					refuse(response);
					return;
				}
				getNext().invoke(request, response);
			}
			finally {
				this.running.computeIfPresent(address, (key, count) -> (count == 1) ? null : count - 1);
			}
		}

		/** Else a thread would wait for the rest of the body. */
		private static void refuse(Response response) throws IOException {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.setHeader(HttpHeaders.CONNECTION, "close");
			response.flushBuffer();
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		}

	}

}
