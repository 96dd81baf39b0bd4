package org.backwise.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The file of a backup: a zip with what it says of itself and the database, sealed.
 *
 * @param manifest what it says of itself
 * @param database the file of the database
 */
record Archive(Manifest manifest, Path database) {

	/** Writes a sealed file and forces it to the disk. */
	void writeTo(Path file, char[] passphrase) throws IOException {
		try (FileOutputStream out = new FileOutputStream(file.toFile());
				OutputStream buffered = new BufferedOutputStream(out)) {
			String inside = file.getFileName().toString().replaceFirst("\\.gpg.*$", "");
			Seal.close(buffered, passphrase, inside, this::zip);
			buffered.flush();
			out.getFD().sync();
		}
	}

	private void zip(OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		zip.setLevel(Deflater.BEST_SPEED);
		zip.putNextEntry(new ZipEntry(Manifest.NAME));
		this.manifest.writeTo(zip);
		zip.putNextEntry(new ZipEntry(this.database.getFileName().toString()));
		Files.copy(this.database, zip);
		zip.closeEntry();
		zip.finish();
	}

	/**
	 * Opens a sealed file into a folder.
	 * @param file the file
	 * @param passphrase what opens it
	 * @param folder an empty folder
	 * @param kind the database it has to be of
	 */
	static Archive read(Path file, char[] passphrase, Path folder, Engine kind) throws IOException {
		Path zip = folder.resolve("opened.zip");
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
				OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
			Seal.open(in, passphrase, out);
		}
		try (ZipFile opened = new ZipFile(zip.toFile())) {
			Manifest manifest;
			try (InputStream in = entry(opened, Manifest.NAME)) {
				manifest = Manifest.read(in);
			}
			if (!manifest.database().equals(kind.name())) {
				throw new BackupFailedException(Trouble.OTHER_KIND, manifest.database(), null);
			}
			Path database = folder.resolve(kind.fileName());
			try (InputStream in = entry(opened, kind.fileName())) {
				Files.copy(in, database);
			}
			return new Archive(manifest, database);
		}
		catch (ZipException ex) {
			throw new BackupFailedException(Trouble.NOT_OURS, "", ex);
		}
		finally {
			Files.deleteIfExists(zip);
		}
	}

	private static InputStream entry(ZipFile opened, String name) throws IOException {
		ZipEntry entry = opened.getEntry(name);
		if (entry == null) {
			throw new BackupFailedException(Trouble.NOT_OURS);
		}
		return opened.getInputStream(entry);
	}

}
