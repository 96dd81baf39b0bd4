package org.backwise.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@code pg_dump} and {@code pg_restore}. The password reaches them in a file that
 * only this user may read, so that no list of processes shows it.
 */
final class PostgresTools {

	static final String DUMP = "pg_dump";

	static final String RESTORE = "pg_restore";

	private static final Logger logger = LoggerFactory.getLogger(PostgresTools.class);

	private static final long HOURS = 6;

	private static final int LONGEST = 300;

	private final PostgresServer server;

	private final String folder;

	PostgresTools(PostgresServer server, String folder) {
		this.server = server;
		this.folder = folder;
	}

	/**
	 * Runs a tool to its end.
	 * @param scratch a folder that only this user may read
	 * @param tool which one
	 * @param arguments what it is told
	 */
	void run(Path scratch, String tool, String... arguments) throws IOException {
		Path said = scratch.resolve(tool + ".txt");
		Path password = Disk.secret(scratch.resolve(tool + ".pass"));
		try {
			Files.writeString(password,
					"*:*:*:*:" + this.server.access().password().replace("\\", "\\\\").replace(":", "\\:") + "\n");
			int code = end(start(tool, arguments, password, said));
			if (code != 0) {
				throw failed(tool, code, Files.readString(said, StandardCharsets.ISO_8859_1));
			}
		}
		finally {
			Files.deleteIfExists(password);
			Files.deleteIfExists(said);
		}
	}

	private Process start(String tool, String[] arguments, Path password, Path said) {
		List<String> command = new ArrayList<>();
		command.add(this.folder.isBlank() ? tool : Path.of(this.folder, tool).toString());
		command.add("--no-password");
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().putAll(this.server.surroundings());
		builder.environment().remove("PGPASSWORD");
		builder.environment().put("PGPASSFILE", password.toString());
		builder.environment().put("LC_ALL", "C");
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.NO_TOOL, tool, ex);
		}
	}

	private static int end(Process process) throws IOException {
		try {
			process.getOutputStream().close();
			if (process.waitFor(HOURS, TimeUnit.HOURS)) {
				return process.exitValue();
			}
			return -1;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static BackupFailedException failed(String tool, int code, String said) {
		// While restoring, its words may hold what stands in a row.
		if (tool.equals(DUMP)) {
			logger.error("{} ended with {}: {}", tool, code,
					said.strip().substring(0, Math.min(LONGEST, said.strip().length())));
		}
		else {
			logger.error("{} ended with {}", tool, code);
		}
		return new BackupFailedException(said.contains("version mismatch") ? Trouble.OLD_TOOL : Trouble.TOOL, tool,
				null);
	}

}
