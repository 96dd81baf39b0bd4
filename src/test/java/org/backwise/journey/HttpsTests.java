package org.backwise.journey;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.BackwiseApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** HTTPS as the handbook says, with a certificate that is renewed while it runs. */
class HttpsTests {

	@TempDir
	private Path folder;

	private SSLContext trusted;

	private int port;

	@Test
	void aRenewedCertificateIsServedWithoutARestart() throws Exception {
		SelfMadeCertificate first = SelfMadeCertificate.make(this.folder);
		SelfMadeCertificate second = SelfMadeCertificate.make(this.folder);
		this.trusted = SelfMadeCertificate.trusting(first, second);
		first.write(this.folder);
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		try (ConfigurableApplicationContext application = start()) {
			assertThat(application.isRunning()).isTrue();
			HttpResponse<String> page = get();
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
			assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
				.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
			assertThat(shown(page)).isEqualTo(first.certificate());

			Path half = Files.createDirectory(this.folder.resolve("half"));
			second.write(half);
			Files.move(half.resolve("fullchain.pem"), this.folder.resolve("fullchain.pem"),
					StandardCopyOption.REPLACE_EXISTING);
			Thread.sleep(Duration.ofSeconds(2).toMillis());
			assertThat(shown(get())).isEqualTo(first.certificate());

			second.write(this.folder);
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(shown(get())).isEqualTo(second.certificate()));
		}
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(BackwiseApplication.class).run("--server.port=" + this.port,
				"--backwise.desk.address=https://localhost:" + this.port,
				"--spring.datasource.url=jdbc:h2:mem:https;DB_CLOSE_DELAY=-1", "--server.ssl.bundle=web",
				"--spring.ssl.bundle.pem.web.reload-on-update=true",
				"--spring.ssl.bundle.pem.web.keystore.certificate=file:" + this.folder.resolve("fullchain.pem"),
				"--spring.ssl.bundle.pem.web.keystore.private-key=file:" + this.folder.resolve("privkey.pem"),
				"--spring.ssl.bundle.pem.web.keystore.verify-keys=true",
				"--spring.ssl.bundle.watch.file.quiet-period=200ms");
	}

	/** Each time as somebody who was never here. */
	private HttpResponse<String> get() throws Exception {
		return HttpClient.newBuilder()
			.sslContext(this.trusted)
			.build()
			.send(HttpRequest.newBuilder(URI.create("https://localhost:" + this.port + "/intake/consent")).build(),
					BodyHandlers.ofString());
	}

	private static Certificate shown(HttpResponse<String> page) throws Exception {
		return page.sslSession().orElseThrow().getPeerCertificates()[0];
	}

}
