package org.backwise.limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.ITemplateEngine;

import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks for too much at once is told so, in the site's look. */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:fair-share;DB_CLOSE_DELAY=-1",
		"backwise.practice.name=Larkfield Massage", "backwise.practice.phone=01632 960 123" })
class FairShareTests {

	@Autowired
	private ITemplateEngine templates;

	@Autowired
	private PracticeNow practice;

	@Autowired
	private Words words;

	@Test
	void oneRequestTooManyIsToldWhatToDoAndTheOthersGoOn() throws Exception {
		CountDownLatch begun = new CountDownLatch(2);
		CountDownLatch goOn = new CountDownLatch(1);
		WebServer server = slow(begun, goOn);
		try {
			HttpClient client = HttpClient.newHttpClient();
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/slow"))
				.build();
			CompletableFuture<HttpResponse<String>> one = client.sendAsync(request, BodyHandlers.ofString());
			CompletableFuture<HttpResponse<String>> other = client.sendAsync(request, BodyHandlers.ofString());
			assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

			HttpResponse<String> refused = client.send(request, BodyHandlers.ofString());

			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).contains("5");
			assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
			assertThat(refused.body()).contains("<title>Please wait a few seconds", "site-header", "Larkfield Massage",
					"wait about ten seconds and try again", "Call us: 01632 960 123", "</html>");
			goOn.countDown();
			assertThat(one.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
			assertThat(other.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
			assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
		}
		finally {
			goOn.countDown();
			server.stop();
		}
	}

	private WebServer slow(CountDownLatch begun, CountDownLatch goOn) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		Limits limits = new Limits(true, 1, 1, 1, 2, DataSize.ofKilobytes(64), DataSize.ofKilobytes(64));
		new FairShare(limits, new TurnedAway(), this.templates, this.practice, this.words).customize(factory);
		WebServer server = factory.getWebServer((context) -> context.addServlet("slow", new HttpServlet() {

			@Override
			protected void doGet(HttpServletRequest request, HttpServletResponse response) {
				begun.countDown();
				try {
					goOn.await(20, TimeUnit.SECONDS);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}

		}).addMapping("/slow"));
		server.start();
		return server;
	}

}
