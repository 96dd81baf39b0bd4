package org.backwise.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens, the log says nothing about a person. */
@RunningApplication
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTests {

	@LocalServerPort
	private int port;

	@Test
	void containsNoAnswerNoNameAndNoLink(CapturedOutput output) {
		Visitor visitor = new Visitor(this.port);
		Page first = visitor.begin();
		visitor.send(first, Map.of("nerve-signs", List.of("saddle-numbness", "none")));
		visitor.send(first, Map.of("nerve-signs", List.of("zzz-made-up-option")));
		visitor.once(first.path(), "nerve-signs=saddle-numbness");
		Page details = visitor.answer(first, Sheet.everyCaution());
		visitor.send(details, Map.of("name", List.of("Xanthippe Quill"), "firstDay", List.of("the-day-after")));
		visitor.send(details, Map.of("name", List.of("Xanthippe Quill" + "x".repeat(60_000))));
		visitor.send(details, Map.of("name", List.of("Xanthippe Quill" + "x".repeat(70_000))));
		Page check = visitor.send(details, Map.of("name", List.of("Xanthippe Quill"), "email",
				List.of("xanthippe@example.org"), "firstDay", List.of(LocalDate.now().plusDays(5).toString())));
		String draft = visitor.draft();
		String result = visitor.send(check, Map.of()).path().replace("/result/", "");
		visitor.get("/result/" + result + "/letter");
		visitor.get("/intake/resume/" + draft);
		visitor.get("/result/" + result + "x");
		visitor.get("/intake//resume/" + draft);
		assertThat(raw("GET /result/" + result + "| HTTP/1.1")).startsWith("HTTP/1.1 400");
		LoggerFactory.getLogger(QuietLogTests.class).info("the end of the journey");

		assertThat(output.getAll()).contains("the end of the journey")
			.doesNotContain("Xanthippe", "xanthippe", draft, result, "saddle-numbness", "zzz-made-up-option",
					"blood-thinners", "between-shoulder-blades", "the-day-after");
	}

	/** What no client of ours would send, but somebody's paste does. */
	private String raw(String request) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
