package org.backwise.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.BackwiseApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/operating/nginx.conf} as it is, but for its ports, names and files, before
 * the running application. Where there is no nginx this is skipped.
 */
@EnabledIf("hasNginx")
class ProxyTests {

	private static final Path NGINX = Path.of("/usr/sbin/nginx");

	private static final int SLOW = 100;

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext application;

	private static Process nginx;

	private static int http;

	private static int https;

	private static SSLContext trusted;

	static boolean hasNginx() {
		return Files.isExecutable(NGINX);
	}

	@BeforeAll
	static void start() throws Exception {
		http = freePort();
		https = freePort();
		int behind = freePort();
		application = new SpringApplicationBuilder(BackwiseApplication.class).run("--server.port=" + behind,
				"--server.address=127.0.0.1", "--server.forward-headers-strategy=native",
				"--backwise.desk.address=https://localhost:" + https, "--backwise.limits.wrong-links-per-hour=3",
				"--spring.datasource.url=jdbc:h2:mem:proxy;DB_CLOSE_DELAY=-1");
		SelfMadeCertificate certificate = SelfMadeCertificate.make(folder);
		certificate.write(folder);
		trusted = SelfMadeCertificate.trusting(certificate);
		Files.writeString(folder.resolve("site.conf"),
				Files.readString(Path.of("docs/operating/nginx.conf"))
					.replace("listen 80;", "listen 127.0.0.1:" + http + ";")
					.replace("listen 443 ssl", "listen 127.0.0.1:" + https + " ssl")
					.replace("http://127.0.0.1:8080", "http://127.0.0.1:" + behind)
					.replace("https://desk.example", "https://localhost:" + https)
					.replace("server_name desk.example", "server_name localhost")
					.replace("/etc/letsencrypt/live/desk.example", folder.toString())
					.replace("/var/log/nginx", folder.toString()));
		Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				pid %1$s/pid;
				events {}
				http {
				    client_body_temp_path %1$s/body;
				    proxy_temp_path %1$s/proxy;
				    include %1$s/site.conf;
				}
				""".formatted(folder));
		nginx = new ProcessBuilder(NGINX.toString(), "-e", folder.resolve("error.log").toString(), "-c",
				folder.resolve("nginx.conf").toString())
			.inheritIO()
			.start();
		awaitPort(https);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		nginx.destroy();
		nginx.waitFor();
		application.close();
	}

	@Test
	void leadsToHttpsAndTellsTheBrowserToStayThere() throws Exception {
		HttpResponse<String> plain = get("http://localhost:" + http + "/how-we-decide");
		assertThat(plain.statusCode()).isEqualTo(301);
		assertThat(plain.headers().firstValue("Location")).hasValue("https://localhost:" + https + "/how-we-decide");
		HttpResponse<String> page = get(site("/intake/consent"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
		assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
		assertThat(get(site("/.well-known/security.txt")).body()).contains("https://localhost:" + https + "/");
	}

	@Test
	void keepsPrivateLinksOutOfItsLog() throws Exception {
		get(site("/accessibility"));
		get("http://localhost:" + http + "/result/secret-one");
		get(site("/intake/resume/secret-two"));
		get(site("/privacy"));
		assertThat(Files.readString(folder.resolve("access.log"))).contains("/accessibility", "/privacy")
			.doesNotContain("secret");
	}

	@Test
	void answersUnderItsNameOnly() {
		assertThatExceptionOfType(SSLHandshakeException.class)
			.isThrownBy(() -> get("https://127.0.0.1:" + https + "/"));
	}

	@Test
	void countsTheAddressThatItSeesWhateverAVisitorClaims() throws Exception {
		List<Integer> answers = new ArrayList<>();
		for (int n = 0; n < 5; n++) {
			answers.add(
					client()
						.send(HttpRequest.newBuilder(site("/result/" + "x".repeat(40) + n))
							.header("X-Forwarded-For", "192.0.2." + n)
							.build(), BodyHandlers.ofString())
						.statusCode());
		}
		assertThat(answers).startsWith(404).endsWith(429);
	}

	/** None of them reaches the application, and beyond forty the address is refused. */
	@Test
	void slowBodiesOfOneAddressLeaveOthersServed() throws Exception {
		List<Socket> slow = new ArrayList<>();
		try {
			for (int n = 0; n < SLOW; n++) {
				slow.add(slowBody());
			}
			HttpRequest page = HttpRequest.newBuilder(site("/")).timeout(Duration.ofSeconds(3)).build();
			assertThat(client().send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket one : slow) {
				one.close();
			}
		}
	}

	private static Socket slowBody() throws IOException {
		Socket plain = new Socket();
		plain.bind(new InetSocketAddress("127.0.0.2", 0));
		plain.connect(new InetSocketAddress("127.0.0.1", https));
		Socket socket = trusted.getSocketFactory().createSocket(plain, "localhost", https, true);
		OutputStream out = socket.getOutputStream();
		out.write(("POST /intake/consent HTTP/1.1\r\nHost: localhost:" + https
				+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na")
			.getBytes(StandardCharsets.US_ASCII));
		out.flush();
		return socket;
	}

	private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return get(URI.create(address));
	}

	private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
		return client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
	}

	private static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trusted).build();
	}

	private static URI site(String path) {
		return URI.create("https://localhost:" + https + path);
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return free.getLocalPort();
		}
	}

	private static void awaitPort(int port) throws InterruptedException {
		for (int n = 0; n < 100; n++) {
			try (Socket open = new Socket("127.0.0.1", port)) {
				assertThat(open.isConnected()).isTrue();
				return;
			}
			catch (IOException ex) {
				Thread.sleep(100);
			}
		}
		throw new IllegalStateException("nginx did not start");
	}

}
