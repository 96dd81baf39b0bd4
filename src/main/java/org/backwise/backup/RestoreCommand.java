package org.backwise.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;

/**
 * The command line {@code restore <file> [--replace]}: puts a backup in the place of the
 * database that the settings name. Until it is opened, restored beside everything else,
 * counted and its journal proven, nothing is touched; what was there is set aside.
 */
public final class RestoreCommand {

	/** The first argument that asks for this command. */
	public static final String NAME = "restore";

	private static final String REPLACE = "--replace";

	private final PrintStream out;

	private final CommandWords words = new CommandWords();

	private RestoreCommand(PrintStream out) {
		this.out = out;
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the command's name: a file, whether to replace, and
	 * settings
	 * @param out where it says what it did
	 * @return the exit code: 0 when it is restored, 2 when the arguments are wrong, 1 for
	 * anything else
	 */
	public static int run(List<String> arguments, PrintStream out) {
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("--")).toList();
		RestoreCommand command = new RestoreCommand(out);
		if (files.size() != 1) {
			command.say("backup.command.restore.usage");
			return 2;
		}
		try {
			List<String> settings = arguments.stream()
				.filter((argument) -> argument.startsWith("--") && !argument.equals(REPLACE))
				.toList();
			return command.restore(Path.of(files.get(0)), arguments.contains(REPLACE), CommandSettings.read(settings))
					? 0 : 1;
		}
		catch (BackupFailedException ex) {
			out.println(command.words.of(ex));
			command.say("backup.command.untouched");
			return 1;
		}
	}

	private boolean restore(Path file, boolean replace, CommandSettings settings) {
		if (!Files.isRegularFile(file)) {
			throw new BackupFailedException(Trouble.NO_FILE, file.toString(), null);
		}
		char[] key = settings.backup().key();
		Engine engine = Engine.of(settings.access(), settings.backup());
		engine.requireKept();
		engine.admit(replace);
		try (Disk scratch = Disk.scratch(settings.backup().scratch())) {
			say("backup.command.opening", file);
			Archive archive = Archive.read(file, key, scratch.folder("opened"), engine);
			say("backup.command.opened", archive.manifest().madeAt(), archive.manifest().rows());
			Instant now = Clock.systemUTC().instant();
			SortedMap<String, Long> expected;
			String aside;
			try (Copy copy = engine.unpack(archive.database(), scratch.folder("restored"))) {
				copy.check(archive.manifest().counts());
				say("backup.command.checked");
				copy.noteRestored(now);
				expected = copy.counts();
				aside = engine.put(copy, now);
			}
			return look(engine, expected, aside);
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.DISK, "", ex);
		}
		catch (NestedRuntimeException ex) {
			throw new BackupFailedException(Trouble.DATABASE, "", ex);
		}
	}

	private boolean look(Engine engine, SortedMap<String, Long> expected, @Nullable String aside) {
		if (aside != null) {
			say("backup.command.aside", aside);
		}
		try (Copy placed = engine.placed()) {
			placed.check(expected);
			say("backup.command.restored");
			return true;
		}
		catch (BackupFailedException ex) {
			this.out.println(this.words.of(ex));
			say("backup.command.broken");
			return false;
		}
	}

	private void say(String key, Object... arguments) {
		this.out.println(this.words.of(key, arguments));
	}

}
