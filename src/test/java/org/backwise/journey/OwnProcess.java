package org.backwise.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The application as a process of its own, which can be killed at any moment. */
final class OwnProcess implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofSeconds(300);

	private final int port;

	private final Process process;

	private OwnProcess(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	/**
	 * Starts it and waits until it answers.
	 * @param folder where it runs and leaves its log
	 * @param port where it answers
	 * @param settings its settings
	 */
	static OwnProcess start(Path folder, int port, String... settings) throws Exception {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "org.backwise.BackwiseApplication", "--server.port=" + port));
		command.addAll(List.of(settings));
		Path log = folder.resolve("log.txt");
		OwnProcess started = new OwnProcess(port,
				new ProcessBuilder(command).directory(folder.toFile())
					.redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
					.start());
		long until = System.nanoTime() + LONGEST_START.toNanos();
		while (!started.isUp()) {
			assertThat(started.process.isAlive() && System.nanoTime() < until).as(() -> read(log)).isTrue();
			Thread.sleep(100);
		}
		return started;
	}

	boolean isUp() {
		try {
			return new Visitor(this.port).once("/", null).status() == 200;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/** As a power cut would. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** As a service manager does. */
	void stop() {
		this.process.destroy();
	}

	boolean waitFor(Duration time) throws InterruptedException {
		return this.process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
