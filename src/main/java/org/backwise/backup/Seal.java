package org.backwise.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/**
 * Seals a file with a passphrase as OpenPGP does it, so that any other program that knows
 * OpenPGP opens it too: AES-256, with a check that nothing was altered.
 */
final class Seal {

	private static final int PIECE = 1 << 16;

	/** As many rounds as the format has, 65 MB through the hash. */
	private static final int ROUNDS = 0xff;

	private Seal() {
	}

	/** Something to be written into a file. */
	interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

	static void close(OutputStream to, char[] passphrase, String name, Content content) throws IOException {
		try {
			PGPEncryptedDataGenerator sealer = new PGPEncryptedDataGenerator(
					new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true)
						.setSecureRandom(new SecureRandom()));
			sealer.addMethod(new BcPBEKeyEncryptionMethodGenerator(passphrase,
					new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256), ROUNDS));
			try (OutputStream sealed = sealer.open(to, new byte[PIECE]);
					OutputStream inside = new PGPLiteralDataGenerator().open(sealed, PGPLiteralData.BINARY, name,
							new Date(0), new byte[PIECE])) {
				content.writeTo(inside);
			}
		}
		catch (PGPException ex) {
			throw new IOException("The seal could not be made", ex);
		}
	}

	/**
	 * Opens a sealed file to its end. What came out counts only when this returns.
	 * @throws BackupFailedException when it is none, is damaged, or has another
	 * passphrase
	 */
	static void open(InputStream sealed, char[] passphrase, OutputStream to) throws IOException {
		PGPPBEEncryptedData data = data(sealed);
		Input inside = inside(data, passphrase);
		copy(inside, to);
		verify(data);
	}

	private static PGPPBEEncryptedData data(InputStream sealed) {
		try {
			if (new BcPGPObjectFactory(sealed).nextObject() instanceof PGPEncryptedDataList list && !list.isEmpty()
					&& list.get(0) instanceof PGPPBEEncryptedData data && data.isIntegrityProtected()) {
				return data;
			}
		}
		// The library tells of bad bytes in many ways.
		catch (IOException | RuntimeException ex) {
			throw new BackupFailedException(Trouble.NOT_OURS, "", ex);
		}
		throw new BackupFailedException(Trouble.NOT_OURS);
	}

	private static Input inside(PGPPBEEncryptedData data, char[] passphrase) {
		try {
			InputStream opened = data
				.getDataStream(new BcPBEDataDecryptorFactory(passphrase, new BcPGPDigestCalculatorProvider()));
			if (new BcPGPObjectFactory(opened).nextObject() instanceof PGPLiteralData literal) {
				return literal.getInputStream()::read;
			}
		}
		catch (IOException | PGPException | RuntimeException ex) {
			throw new BackupFailedException(Trouble.WRONG_PASSPHRASE, "", ex);
		}
		throw new BackupFailedException(Trouble.WRONG_PASSPHRASE);
	}

	private static void copy(Input inside, OutputStream to) throws IOException {
		byte[] piece = new byte[PIECE];
		for (int read = read(inside, piece); read >= 0; read = read(inside, piece)) {
			to.write(piece, 0, read);
		}
	}

	/** A failure to read is told apart from one to write, which is the disk's. */
	private static int read(Input inside, byte[] piece) {
		try {
			return inside.read(piece);
		}
		catch (IOException | RuntimeException ex) {
			throw new BackupFailedException(Trouble.DAMAGED, "", ex);
		}
	}

	private static void verify(PGPPBEEncryptedData data) {
		try {
			if (data.verify()) {
				return;
			}
		}
		catch (IOException | PGPException | RuntimeException ex) {
			throw new BackupFailedException(Trouble.DAMAGED, "", ex);
		}
		throw new BackupFailedException(Trouble.DAMAGED);
	}

	/** What is read from inside. */
	private interface Input {

		int read(byte[] piece) throws IOException;

	}

}
