package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How a command asks the running program for a backup: by a file in the folder of the
 * backups, where only those may write who may have one.
 */
final class Requests {

	private static final String ASKED = ".asked";

	private static final String ANSWER = ".answer";

	private static final String GOOD = "good";

	/** A program that runs has seen a request by then. */
	private static final Duration SEEN = Duration.ofSeconds(30);

	private static final Duration MADE = Duration.ofHours(6);

	private static final long BETWEEN = 250;

	private final Path folder;

	Requests(Path folder) {
		this.folder = folder;
	}

	/**
	 * What the program answered.
	 *
	 * @param file the file of the backup; null when there is none
	 * @param trouble why there is none
	 * @param about what the trouble's words name
	 */
	record Answer(@Nullable String file, @Nullable Trouble trouble, String about) {

		static Answer of(BackupRun run) {
			return new Answer(run.file(), run.trouble(), run.about());
		}

		private String text() {
			return (this.trouble == null) ? GOOD + "\n" + this.file : this.trouble.name() + "\n" + this.about;
		}

		private static Answer read(String text) {
			List<String> lines = text.lines().toList();
			String first = lines.isEmpty() ? "" : lines.get(0);
			String second = (lines.size() > 1) ? lines.get(1) : "";
			Trouble trouble = Arrays.stream(Trouble.values())
				.filter((one) -> one.name().equals(first))
				.findFirst()
				.orElse(Trouble.DATABASE);
			return first.equals(GOOD) ? new Answer(second, null, "") : new Answer(null, trouble, second);
		}

	}

	/**
	 * Asks and waits.
	 * @throws BackupFailedException when nobody answers
	 */
	Answer ask() {
		String name = UUID.randomUUID().toString();
		Path asked = this.folder.resolve(name + ASKED);
		Path answer = this.folder.resolve(name + ANSWER);
		try {
			Disk.makeFolder(this.folder);
			Files.createFile(asked);
			await(() -> !Files.exists(asked), SEEN);
			if (Files.deleteIfExists(asked)) {
				throw new BackupFailedException(Trouble.IN_USE);
			}
			await(() -> Files.exists(answer), MADE);
			String text = Files.readString(answer);
			Files.delete(answer);
			return Answer.read(text);
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.DISK, "", ex);
		}
	}

	/**
	 * Answers all that ask, with one backup.
	 * @param made makes it
	 */
	void answer(Supplier<Optional<BackupRun>> made) throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return;
		}
		List<Path> all;
		try (Stream<Path> files = Files.list(this.folder)) {
			all = files.filter((file) -> file.getFileName().toString().endsWith(ASKED)).toList();
		}
		List<Path> ours = all.stream().filter((file) -> file.toFile().delete()).toList();
		if (ours.isEmpty()) {
			return;
		}
		Answer answer = made.get().map(Answer::of).orElse(new Answer(null, Trouble.RUNNING, ""));
		for (Path asked : ours) {
			String name = asked.getFileName().toString().replace(ASKED, "");
			Path ready = Files.writeString(this.folder.resolve(name + ".ready"), answer.text());
			Files.move(ready, this.folder.resolve(name + ANSWER), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private static void await(Supplier<Boolean> done, Duration most) {
		long end = System.nanoTime() + most.toNanos();
		try {
			while (!done.get() && System.nanoTime() < end) {
				Thread.sleep(BETWEEN);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
