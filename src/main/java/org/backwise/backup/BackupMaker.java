package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;

/**
 * Makes a backup, and checks it before it gets the name by which it counts: it is opened
 * with the passphrase, restored beside everything else, counted, and its journal proven.
 */
final class BackupMaker {

	private static final Logger logger = LoggerFactory.getLogger(BackupMaker.class);

	private static final String PART = ".part";

	private final Access access;

	private final DataSource live;

	private final BackupSettings settings;

	private final InstantSource clock;

	private final ZoneId zone;

	BackupMaker(Access access, DataSource live, BackupSettings settings, InstantSource clock, ZoneId zone) {
		this.access = access;
		this.live = live;
		this.settings = settings;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * A good backup.
	 *
	 * @param file the file
	 * @param bytes its size
	 * @param rows how many rows are in it
	 */
	record Made(Path file, long bytes, long rows) {
	}

	/**
	 * Makes one and lets go those whose time is over.
	 * @param kind why
	 * @throws BackupFailedException when there is no new one that counts
	 */
	Made make(Kind kind) {
		Path folder = this.settings.place();
		char[] key = this.settings.key();
		Engine engine = Engine.of(this.access, this.settings);
		engine.requireKept();
		try (Disk scratch = Disk.scratch(this.settings.scratch())) {
			Disk.makeFolder(folder);
			BackupFile name = new BackupFile(this.clock.instant(), kind);
			Archive archive = engine.take(this.live, scratch.folder("taken"), name.madeAt());
			Path part = Disk.secret(freshPart(folder, name));
			try {
				archive.writeTo(part, key);
				check(part, key, engine, archive.manifest(), scratch);
				Disk.fromRoot(part, folder);
				Path file = Files.move(part, folder.resolve(name.name()), StandardCopyOption.ATOMIC_MOVE);
				Disk.forceFolder(folder);
				rotate(folder);
				return new Made(file, Files.size(file), archive.manifest().rows());
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.DISK, "", ex);
		}
		catch (NestedRuntimeException ex) {
			throw new BackupFailedException(Trouble.DATABASE, "", ex);
		}
	}

	/** What a process that died left under this name goes. */
	private static Path freshPart(Path folder, BackupFile name) throws IOException {
		Path part = folder.resolve(name.name() + PART);
		Files.deleteIfExists(part);
		return part;
	}

	private static void check(Path part, char[] key, Engine engine, Manifest expected, Disk scratch)
			throws IOException {
		Archive read = Archive.read(part, key, scratch.folder("opened"), engine);
		if (!read.manifest().equals(expected)) {
			throw new BackupFailedException(Trouble.DAMAGED);
		}
		try (Copy copy = engine.unpack(read.database(), scratch.folder("restored"))) {
			copy.check(expected.counts());
		}
	}

	private void rotate(Path folder) throws IOException {
		List<BackupFile> all;
		try (Stream<Path> files = Files.list(folder)) {
			all = files.map((file) -> BackupFile.named(file.getFileName().toString()))
				.flatMap(Optional::stream)
				.toList();
		}
		for (BackupFile going : Rotation.going(all, this.zone, this.clock.instant())) {
			Files.deleteIfExists(folder.resolve(going.name()));
			logger.info("Let a backup go whose time was over: {}", going.name());
		}
	}

}
