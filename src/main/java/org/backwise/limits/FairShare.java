package org.backwise.limits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/**
 * Lets no address hold all the threads: whoever sends bodies a byte at a time waits
 * alone. Addresses are only kept while their requests run.
 */
@Component
class FairShare implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final Limits limits;

	private final TurnedAway turnedAway;

	private final ITemplateEngine templates;

	private final PracticeNow practice;

	private final Words words;

	private volatile @Nullable Page page;

	FairShare(Limits limits, TurnedAway turnedAway, ITemplateEngine templates, PracticeNow practice, Words words) {
		this.limits = limits;
		this.turnedAway = turnedAway;
		this.templates = templates;
		this.practice = practice;
		this.words = words;
	}

	/**
	 * What is told, made once for a practice: whoever is refused costs next to nothing.
	 */
	private record Page(Practice practice, byte[] html) {

	}

	@SuppressWarnings("ReferenceEquality")
	private byte[] page() {
		Practice now = this.practice.now();
		@Nullable Page made = this.page;
		if (made == null || made.practice() != now) {
			Context told = new Context(this.words.language(), Map.of("practice", now, "about", "busy"));
			made = new Page(now, this.templates.process("error/unreadable", told).getBytes(StandardCharsets.UTF_8));
			this.page = made;
		}
		return made.html();
	}

	/** Behind the valve that knows whom a proxy speaks for. */
	@Override
	public void customize(TomcatServletWebServerFactory server) {
		if (this.limits.enabled()) {
			server.addEngineValves(new Share(this.limits.atOnce(), this.turnedAway, this::page));
		}
	}

	/**
	 * In Tomcat itself, which alone can close a connection whose body is still to come.
	 */
	private static final class Share extends ValveBase {

		private final int most;

		private final TurnedAway turnedAway;

		private final Supplier<byte[]> page;

		private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

		Share(int most, TurnedAway turnedAway, Supplier<byte[]> page) {
			super(true);
			this.most = most;
			this.turnedAway = turnedAway;
			this.page = page;
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
		private void refuse(Response response) throws IOException {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.setHeader(HttpHeaders.CONNECTION, "close");
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader("Content-Security-Policy",
					"default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setContentType("text/html");
			response.setCharacterEncoding("utf-8");
			response.getOutputStream().write(this.page.get());
			response.flushBuffer();
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		}

	}

}
