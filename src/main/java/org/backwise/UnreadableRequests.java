package org.backwise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/**
 * Answers in the site's look what the server cannot read well enough to hand it to the
 * application, such as an address with a zero in it. Says nothing of what was asked for.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final ITemplateEngine templates;

	private final PracticeNow practice;

	private final Words words;

	UnreadableRequests(ITemplateEngine templates, PracticeNow practice, Words words) {
		this.templates = templates;
		this.practice = practice;
		this.words = words;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.getPipeline().addValve(new SitePage());
				host.setErrorReportValveClass(SitePage.class.getName());
			}
		});
	}

	/** The page, for what came to no page of the application. */
	private final class SitePage extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable thrown) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			Context page = new Context(UnreadableRequests.this.words.language(),
					Map.of("practice", UnreadableRequests.this.practice.now(), "about", "400"));
			byte[] html = UnreadableRequests.this.templates.process("error/unreadable", page)
				.getBytes(StandardCharsets.UTF_8);
			try {
				response.setContentType("text/html");
				response.setCharacterEncoding("utf-8");
				response.setHeader("Content-Security-Policy",
						"default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
				response.setHeader("X-Content-Type-Options", "nosniff");
				response.setHeader("Cache-Control", "no-store");
				response.getOutputStream().write(html);
				response.finishResponse();
			}
			catch (IOException ex) {
				// Whoever asked has gone.
			}
		}

	}

}
