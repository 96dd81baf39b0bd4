package org.backwise.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws a logo anew, so that nothing of what was sent survives but what can be seen. */
final class LogoPicture {

	/** The largest file, in bytes. */
	static final int MOST_BYTES = 200 * 1024;

	/** The largest picture, in pixels a side. */
	static final int MOST_PIXELS = 1_200;

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final int WIDE = 480;

	private static final int HIGH = 160;

	private LogoPicture() {
	}

	/** Why a picture is not taken; the name ends the key of the words that say so. */
	enum Why {

		EMPTY, HEAVY, NO_PNG, LARGE

	}

	/** Not taken. */
	static class NotTaken extends Exception {

		private static final long serialVersionUID = 1;

		private final Why why;

		NotTaken(Why why) {
			super(why.name());
			this.why = why;
		}

		Why why() {
			return this.why;
		}

	}

	static byte[] redrawn(byte[] sent) throws NotTaken {
		if (sent.length == 0) {
			throw new NotTaken(Why.EMPTY);
		}
		if (sent.length > MOST_BYTES) {
			throw new NotTaken(Why.HEAVY);
		}
		if (!Arrays.equals(PNG, Arrays.copyOf(sent, PNG.length))) {
			throw new NotTaken(Why.NO_PNG);
		}
		try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
			ImageIO.write(smaller(read(sent)), "png", png);
			return png.toByteArray();
		}
		catch (IOException | RuntimeException ex) {
			throw new NotTaken(Why.NO_PNG);
		}
	}

	/** Looks at the size before anything is unpacked. */
	private static BufferedImage read(byte[] sent) throws IOException, NotTaken {
		ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
		try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
			reader.setInput(stream, true, true);
			if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
				throw new NotTaken(Why.LARGE);
			}
			return reader.read(0);
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage smaller(BufferedImage picture) {
		double scale = Math.min(1, Math.min((double) WIDE / picture.getWidth(), (double) HIGH / picture.getHeight()));
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D pen = drawn.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.drawImage(picture, 0, 0, width, height, null);
		pen.dispose();
		return drawn;
	}

}
