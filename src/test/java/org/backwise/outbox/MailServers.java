package org.backwise.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;

/** Mail servers that do what real ones do on their bad days. */
final class MailServers {

	private MailServers() {
	}

	/** Takes connections and never says a word. */
	static ServerSocket silent() throws IOException {
		return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
	}

	/**
	 * Answers line by line.
	 * @param answers a command in capitals to its answer, null for a usual one, empty to
	 * hang up
	 */
	static ServerSocket answering(UnaryOperator<String> answers) throws IOException {
		return answering(silent(), answers);
	}

	/** The same, encrypted from the beginning, with a certificate that nobody trusts. */
	static ServerSocket encrypted(UnaryOperator<String> answers) throws IOException {
		return answering(
				new DummySSLServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
				answers);
	}

	private static ServerSocket answering(ServerSocket server, UnaryOperator<String> answers) {
		Thread thread = new Thread(() -> {
			while (!server.isClosed()) {
				try (Socket socket = server.accept()) {
					talk(socket, answers);
				}
				catch (IOException ex) {
					// The other side went away, or the test is over.
				}
			}
		});
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private static void talk(Socket socket, UnaryOperator<String> answers) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
		OutputStream out = socket.getOutputStream();
		say(out, "220 mail.example ESMTP");
		boolean letter = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (letter && !line.equals(".")) {
				continue;
			}
			String command = letter ? "." : line.toUpperCase(java.util.Locale.ROOT);
			String answer = answers.apply(command);
			if (answer == null) {
				answer = command.startsWith("DATA") ? "354 go on"
						: command.startsWith("EHLO") ? "250-mail.example\r\n250 AUTH PLAIN LOGIN"
								: command.startsWith("QUIT") ? "221 bye" : "250 OK";
			}
			if (answer.isEmpty()) {
				return;
			}
			say(out, answer);
			letter = answer.startsWith("354");
			if (answer.startsWith("221")) {
				return;
			}
		}
	}

	private static void say(OutputStream out, String answer) throws IOException {
		out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

}
