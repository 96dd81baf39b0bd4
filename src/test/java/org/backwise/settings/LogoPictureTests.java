package org.backwise.settings;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.backwise.settings.LogoPicture.NotTaken;
import org.backwise.settings.LogoPicture.Why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Of a logo only what can be seen is kept, and no picture can weigh the server down. */
class LogoPictureTests {

	@Test
	void isDrawnAnewAndSmaller() throws Exception {
		BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(LogoPicture.redrawn(Pngs.png(1_000, 500))));
		assertThat(drawn.getWidth()).isEqualTo(320);
		assertThat(drawn.getHeight()).isEqualTo(160);
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(LogoPicture.redrawn(Pngs.png(40, 30))));
		assertThat(small.getWidth()).isEqualTo(40);
	}

	@Test
	void nothingHiddenSurvives() throws Exception {
		ByteArrayOutputStream sent = new ByteArrayOutputStream();
		sent.write(Pngs.png(40, 40));
		sent.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
		byte[] kept = LogoPicture.redrawn(sent.toByteArray());
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script");
	}

	@Test
	void otherFilesAreNotTaken() {
		refuses(new byte[0], Why.EMPTY);
		refuses(Pngs.picture(40, 40, "gif"), Why.NO_PNG);
		refuses(Pngs.picture(40, 40, "jpg"), Why.NO_PNG);
		refuses("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), Why.NO_PNG);
		refuses(Arrays.copyOf(Pngs.png(40, 40), 60), Why.NO_PNG);
		refuses(Arrays.copyOf(Pngs.png(40, 40), 20), Why.NO_PNG);
		refuses(new byte[LogoPicture.MOST_BYTES + 1], Why.HEAVY);
	}

	/** 20,000 pixels a side fit into few bytes and unpack to more than a gigabyte. */
	@Test
	void tooManyPixelsAreNotUnpacked() {
		byte[] bomb = Pngs.png(40, 40);
		bomb[18] = 0x4e;
		bomb[22] = 0x4e;
		refuses(bomb, Why.LARGE);
		refuses(Pngs.png(LogoPicture.MOST_PIXELS + 1, 10), Why.LARGE);
	}

	private static void refuses(byte[] sent, Why why) {
		assertThatExceptionOfType(NotTaken.class).isThrownBy(() -> LogoPicture.redrawn(sent))
			.satisfies((not) -> assertThat(not.why()).isEqualTo(why));
	}

}
