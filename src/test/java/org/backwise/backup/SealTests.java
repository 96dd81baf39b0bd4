package org.backwise.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is sealed comes out as it went in, or not at all. */
class SealTests {

	private static final String PASSPHRASE = "grüne Laterne am Hafen 93";

	private final byte[] content = new byte[300_000];

	SealTests() {
		new Random(7).nextBytes(this.content);
	}

	@Test
	void opensWithItsPassphraseOnly() throws IOException {
		byte[] sealed = sealed();
		assertThat(opened(sealed, PASSPHRASE)).isEqualTo(this.content);
		for (String wrong : List.of("", "grüne Laterne am Hafen 94", PASSPHRASE + " ")) {
			assertThat(trouble(sealed, wrong)).as(wrong).isEqualTo(Trouble.WRONG_PASSPHRASE);
		}
	}

	@Test
	void twoAreNeverAlike() throws IOException {
		assertThat(sealed()).isNotEqualTo(sealed());
	}

	@Test
	void anyDamageIsNoticed() throws IOException {
		byte[] sealed = sealed();
		int[] places = { 0, 1, 5, 12, 20, 40, 70, 100, 65_600, sealed.length / 2, sealed.length - 23,
				sealed.length - 1 };
		for (int place : places) {
			byte[] damaged = sealed.clone();
			damaged[place] ^= 0x20;
			assertThat(trouble(damaged, PASSPHRASE)).as("a bit at " + place)
				.isIn(Trouble.NOT_OURS, Trouble.WRONG_PASSPHRASE, Trouble.DAMAGED);
		}
		for (int length : new int[] { 0, 3, 30, 200, 70_000, sealed.length - 22, sealed.length - 1 }) {
			assertThat(trouble(Arrays.copyOf(sealed, length), PASSPHRASE)).as("cut off at " + length)
				.isIn(Trouble.NOT_OURS, Trouble.WRONG_PASSPHRASE, Trouble.DAMAGED);
		}
		assertThat(trouble(Arrays.copyOf(sealed, sealed.length / 2), PASSPHRASE)).isEqualTo(Trouble.DAMAGED);
		assertThat(trouble("Dear diary".getBytes(StandardCharsets.UTF_8), PASSPHRASE)).isEqualTo(Trouble.NOT_OURS);
	}

	/** Nobody needs this program to get at their data. */
	@Test
	void gpgOpensIt(@TempDir Path folder) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpg")) || Boolean.parseBoolean(System.getenv("CI")),
				"gpg is not installed");
		Path sealed = Files.write(folder.resolve("backup.zip.gpg"), sealed());
		Path opened = folder.resolve("backup.zip");
		Process gpg = new ProcessBuilder("gpg", "--homedir", folder.toString(), "--batch", "--pinentry-mode",
				"loopback", "--passphrase-fd", "0", "--output", opened.toString(), "--decrypt", sealed.toString())
			.redirectErrorStream(true)
			.start();
		gpg.getOutputStream().write(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
		gpg.getOutputStream().close();
		String said = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(gpg.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(gpg.exitValue()).as(said).isZero();
		assertThat(said).contains("AES256").doesNotContain("not integrity protected");
		assertThat(Files.readAllBytes(opened)).isEqualTo(this.content);
		new ProcessBuilder("gpgconf", "--homedir", folder.toString(), "--kill", "gpg-agent").start()
			.waitFor(10, TimeUnit.SECONDS);
	}

	private byte[] sealed() throws IOException {
		ByteArrayOutputStream sealed = new ByteArrayOutputStream();
		Seal.close(sealed, PASSPHRASE.toCharArray(), "backup.zip", (out) -> out.write(this.content));
		return sealed.toByteArray();
	}

	private static byte[] opened(byte[] sealed, String passphrase) throws IOException {
		ByteArrayOutputStream opened = new ByteArrayOutputStream();
		Seal.open(new ByteArrayInputStream(sealed), passphrase.toCharArray(), opened);
		return opened.toByteArray();
	}

	private static Trouble trouble(byte[] sealed, String passphrase) {
		BackupFailedException failure = catchThrowableOfType(BackupFailedException.class,
				() -> opened(sealed, passphrase));
		assertThat(failure).isNotNull();
		return failure.trouble();
	}

}
