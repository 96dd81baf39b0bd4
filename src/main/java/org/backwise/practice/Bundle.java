package org.backwise.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.springframework.http.MediaType;

/**
 * Several files as one, packed once. Its address changes with what it holds.
 *
 * @param name what it is, such as {@code client.css}
 * @param address where the pages find it
 * @param type its kind
 * @param plain what it holds
 * @param packed the same with gzip
 */
record Bundle(String name, String address, MediaType type, byte[] plain, byte[] packed) {

	/** Under which all of them are found. */
	static final String PLACE = "/bundles/";

	private static final int MARK = 12;

	static Bundle of(String name, MediaType type, String text) {
		byte[] plain = text.getBytes(StandardCharsets.UTF_8);
		int dot = name.lastIndexOf('.');
		String file = name.substring(0, dot) + "-" + mark(plain) + name.substring(dot);
		return new Bundle(name, PLACE + file, type, plain, packed(plain));
	}

	/** Whether it is meant by the name of a file, of this version or of another. */
	boolean isMeantBy(String file) {
		int dot = this.name.lastIndexOf('.');
		return file.startsWith(this.name.substring(0, dot) + "-") && file.endsWith(this.name.substring(dot));
	}

	private static String mark(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, MARK);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] packed(byte[] plain) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(out) {
			{
				this.def.setLevel(Deflater.BEST_COMPRESSION);
			}
		}) {
			zip.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** Says nothing of what it holds, which is long. */
	@Override
	public String toString() {
		return this.address;
	}

}
