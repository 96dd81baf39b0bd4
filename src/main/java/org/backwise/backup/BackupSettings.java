package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups go, and what seals them. All of it stands in the server's file only.
 *
 * @param folder where backups lie; empty for none
 * @param passphrase what seals them
 * @param passphraseFile or a file whose first line does
 * @param scratch where a backup lies unsealed while it is made and checked; empty for the
 * computer's folder for temporary files
 * @param tools the folder of {@code pg_dump} and {@code pg_restore}; empty to look along
 * the path
 * @param elsewhere whether backups are made by other means, so that nobody is warned
 * @param beforeUpgrade whether one is made before an upgrade changes the database
 */
@ConfigurationProperties("backwise.backup")
record BackupSettings(@DefaultValue("") String folder, @DefaultValue("") String passphrase,
		@DefaultValue("") String passphraseFile, @DefaultValue("") String scratch, @DefaultValue("") String tools,
		@DefaultValue("false") boolean elsewhere, @DefaultValue("true") boolean beforeUpgrade) {

	static final int SHORTEST = 12;

	/** Why no backup can be made with these settings, if so. */
	Optional<Trouble> missing() {
		if (this.folder.isBlank()) {
			return Optional.of(Trouble.NO_FOLDER);
		}
		try {
			key();
			return Optional.empty();
		}
		catch (BackupFailedException ex) {
			return Optional.of(ex.trouble());
		}
	}

	/** Whether nobody has asked for backups. */
	boolean isUnset() {
		return this.folder.isBlank() && this.passphrase.isBlank() && this.passphraseFile.isBlank();
	}

	Path place() {
		if (this.folder.isBlank()) {
			throw new BackupFailedException(Trouble.NO_FOLDER);
		}
		return Path.of(this.folder).toAbsolutePath().normalize();
	}

	char[] key() {
		String key = (!this.passphrase.isBlank()) ? this.passphrase : fromFile();
		if (key.isBlank()) {
			throw new BackupFailedException(Trouble.NO_PASSPHRASE);
		}
		if (key.length() < SHORTEST) {
			throw new BackupFailedException(Trouble.SHORT_PASSPHRASE, Integer.toString(SHORTEST), null);
		}
		return key.toCharArray();
	}

	private String fromFile() {
		if (this.passphraseFile.isBlank()) {
			return "";
		}
		try {
			return Files.readString(Path.of(this.passphraseFile)).lines().findFirst().orElse("").strip();
		}
		catch (IOException ex) {
			throw new BackupFailedException(Trouble.PASSPHRASE_FILE, this.passphraseFile, ex);
		}
	}

	/** Never says the passphrase. */
	@Override
	public String toString() {
		return "backups in " + this.folder;
	}

}
