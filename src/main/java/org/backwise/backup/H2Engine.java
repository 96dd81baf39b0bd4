package org.backwise.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** A file of H2. */
final class H2Engine implements Engine {

	static final String SCHEME = "jdbc:h2:";

	private static final String ENDING = ".mv.db";

	private static final Pattern FILE = Pattern
		.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:|[a-zA-Z]+:[^/\\\\])([^;]+).*");

	private static final Pattern CIPHER = Pattern.compile(";CIPHER=\\w+", Pattern.CASE_INSENSITIVE);

	/** Rows are read without being gathered first. */
	private static final String LAZY = ";LAZY_QUERY_EXECUTION=TRUE";

	/**
	 * Between two counts a row may come and go again, and what H2 copies while very much
	 * is written may be torn; not so often.
	 */
	private static final int TRIES = 3;

	private final Access access;

	H2Engine(Access access) {
		this.access = access;
	}

	@Override
	public String name() {
		return "h2";
	}

	@Override
	public String fileName() {
		return "backwise" + ENDING;
	}

	@Override
	public void requireKept() {
		place();
	}

	@Override
	public Archive take(DataSource live, Path folder, Instant at) throws IOException {
		requireKept();
		Path file = folder.resolve(fileName());
		for (int tried = 1;; tried++) {
			Between between = copy(live, folder.resolve("raw.zip"), file);
			try (Copy copy = unpack(file, Files.createDirectory(folder.resolve("counted-" + tried)))) {
				SortedMap<String, Long> counts = copy.counts();
				between.require(counts);
				copy.proveChain();
				return new Archive(new Manifest(name(), at, counts), file);
			}
			catch (BackupFailedException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * H2 cannot count at the very moment of its copy, so it is counted before and after.
	 */
	private static Between copy(DataSource live, Path zip, Path file) throws IOException {
		try (Connection connection = live.getConnection(); Statement statement = connection.createStatement()) {
			SortedMap<String, Long> before = Counts.of(connection);
			statement.execute("backup to '" + zip.toString().replace("'", "''") + "'");
			SortedMap<String, Long> after = Counts.of(connection);
			unzip(zip, file);
			return new Between(before, after);
		}
		catch (SQLException ex) {
			throw new BackupFailedException(Trouble.DATABASE, "", ex);
		}
		finally {
			Files.deleteIfExists(zip);
		}
	}

	private static void unzip(Path zip, Path file) throws IOException {
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				if (entry.getName().endsWith(ENDING)) {
					Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
					return;
				}
			}
		}
		throw new BackupFailedException(Trouble.DATABASE);
	}

	@Override
	public Copy unpack(Path file, Path folder) throws IOException {
		Path copied = folder.resolve(fileName());
		Files.copy(file, copied);
		return new Copy(copied.toString(), this.access.at(url(copied) + LAZY), () -> copied.toFile().delete());
	}

	private String url(Path file) {
		Matcher cipher = CIPHER.matcher(this.access.url());
		String name = file.toString();
		return SCHEME + "file:" + name.substring(0, name.length() - ENDING.length()) + ";IFEXISTS=TRUE"
				+ (cipher.find() ? cipher.group() : "");
	}

	@Override
	public void admit(boolean replace) {
		Path place = place();
		if (!Files.exists(place)) {
			return;
		}
		try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
			lock.isValid();
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.DISK, place.toString(), ex);
		}
		if (!replace && !isEmpty(place)) {
			throw new BackupFailedException(Trouble.NOT_EMPTY, place.toString(), null);
		}
	}

	/** What cannot be read is not empty. */
	private boolean isEmpty(Path place) {
		try (Connection connection = this.access.at(url(place)).source().getConnection()) {
			return Counts.of(connection).isEmpty();
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** The same lock that H2 holds while a database is open. */
	private static FileLock lock(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new BackupFailedException(Trouble.IN_USE, "", ex);
		}
		throw new BackupFailedException(Trouble.IN_USE);
	}

	@Override
	public @Nullable String put(Copy copy, Instant at) throws IOException {
		copy.stay();
		copy.close();
		Path place = place();
		Files.createDirectories(place.getParent());
		Path ready = place.resolveSibling(place.getFileName() + ".restoring");
		Files.copy(Path.of(copy.name()), ready, StandardCopyOption.REPLACE_EXISTING);
		Disk.force(ready);
		Disk.giveTo(ready, place.getParent());
		if (!Files.exists(place)) {
			Files.move(ready, place, StandardCopyOption.ATOMIC_MOVE);
			Disk.forceFolder(place.getParent());
			return null;
		}
		String aside = place.getFileName() + ".before-" + Disk.stamp(at);
		try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
			lock.isValid();
			setAside(place, place.resolveSibling(aside));
			Files.move(ready, place, StandardCopyOption.ATOMIC_MOVE);
		}
		Disk.forceFolder(place.getParent());
		return place.resolveSibling(aside).toString();
	}

	@Override
	public Copy placed() {
		Path place = place();
		return new Copy(place.toString(), this.access.at(url(place) + LAZY), () -> {
		});
	}

	/** A second name first, so that at no moment there is none. */
	private static void setAside(Path place, Path aside) throws IOException {
		try {
			Files.createLink(aside, place);
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			Files.copy(place, aside);
			Disk.force(aside);
		}
	}

	private Path place() {
		Matcher file = FILE.matcher(this.access.url());
		if (!file.matches()) {
			throw new BackupFailedException(Trouble.NOT_KEPT);
		}
		String path = file.group(1).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")));
		return Path.of(path + ENDING).toAbsolutePath().normalize();
	}

	/** How many rows there were before and after a copy was taken. */
	private record Between(SortedMap<String, Long> before, SortedMap<String, Long> after) {

		void require(SortedMap<String, Long> counts) {
			String other = firstOther(counts);
			if (!other.isEmpty()) {
				throw new BackupFailedException(Trouble.COUNTS, other, null);
			}
		}

		private String firstOther(SortedMap<String, Long> counts) {
			if (!counts.keySet().equals(this.before.keySet()) || !counts.keySet().equals(this.after.keySet())) {
				return Counts.firstOther(this.before, counts);
			}
			return counts.keySet()
				.stream()
				.filter((table) -> counts.get(table) < Math.min(this.before.get(table), this.after.get(table))
						|| counts.get(table) > Math.max(this.before.get(table), this.after.get(table)))
				.findFirst()
				.orElse("");
		}

	}

}
