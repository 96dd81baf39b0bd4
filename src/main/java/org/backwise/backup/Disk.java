package org.backwise.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/** A folder of its own for what lies unsealed for a moment, and what else a disk does. */
final class Disk implements AutoCloseable {

	private static final String PREFIX = "backwise-backup-";

	/** What is older was left by a process that died. */
	private static final Duration LEFT = Duration.ofDays(1);

	private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rw-------");

	private final Path folder;

	private Disk(Path folder) {
		this.folder = folder;
	}

	/** A new folder that only this user may read. */
	static Disk scratch(String within) throws IOException {
		Path parent = Path.of(within.isBlank() ? System.getProperty("java.io.tmpdir") : within).toAbsolutePath();
		Files.createDirectories(parent);
		try (Stream<Path> left = Files.list(parent)) {
			for (Path folder : left.filter((path) -> path.getFileName().toString().startsWith(PREFIX)).toList()) {
				if (Files.getLastModifiedTime(folder).toInstant().isBefore(Clock.systemUTC().instant().minus(LEFT))) {
					FileSystemUtils.deleteRecursively(folder);
				}
			}
		}
		return new Disk(Files.createTempDirectory(parent, PREFIX));
	}

	Path folder(String name) throws IOException {
		return Files.createDirectory(this.folder.resolve(name));
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
	}

	/** Makes a file that only this user may read. */
	static Path secret(Path file) throws IOException {
		boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
		return posix ? Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS_ALONE))
				: Files.createFile(file, new FileAttribute<?>[0]);
	}

	static void force(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	/** A new name is on the disk only then; some systems cannot and need not. */
	static void forceFolder(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// Windows opens no folder.
		}
	}

	/**
	 * When somebody else restores, the program's own user must be able to use the file.
	 */
	static void giveTo(Path file, Path like) throws IOException {
		FileStore store = Files.getFileStore(file);
		if (store.supportsFileAttributeView("posix") && !Files.getOwner(file).equals(Files.getOwner(like))) {
			Files.setOwner(file, Files.getOwner(like));
		}
	}

	/** Makes a folder, and those that it lies in, for the program's own user. */
	static void makeFolder(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			makeFolder(folder.getParent());
			Files.createDirectories(folder);
			fromRoot(folder, folder.getParent());
		}
	}

	/** What a command of root's made, the program has to find, use and delete later. */
	static void fromRoot(Path file, Path like) throws IOException {
		if (Files.getOwner(file).getName().equals("root")) {
			giveTo(file, like);
		}
	}

	static String stamp(Instant at) {
		return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC).format(at);
	}

}
