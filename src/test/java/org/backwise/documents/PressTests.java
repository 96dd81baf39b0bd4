package org.backwise.documents;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The press without the rooms that print with it. */
class PressTests {

	private static final String PAGE = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>A page</title></head><body><p>%s</p></body></html>";

	private final PrintedText text = new PrintedText((character) -> character < 0x3000 && character != 0xE000);

	@Test
	void whatHasNoShapeBecomesOneMark() {
		assertThat(this.text.shown("Zoë 👩🏽\u200D⚕️ 李")).isEqualTo("Zoë \uFFFD\u2695 \uFFFD");
		assertThat(this.text.shown("a\u202Eb\uFEFFc\u00ADd")).isEqualTo("abcd");
		assertThat(this.text.shown("e\u0301")).isEqualTo("é");
		assertThat(this.text.shown("one\ntwo\u3000three")).isEqualTo("one\ntwo three");
		assertThat(PrintedText.readable("a\u0000\uD800\uFFFEb")).isEqualTo("ab");
	}

	/** A doctor must be able to say whose letter it is. */
	@Test
	void besideANameThatCannotBeShownWholeThereIsALineToWriteOn() throws Exception {
		assertThat(beside("Sam Field")).isEqualTo(1);
		assertThat(beside("Sam 李")).isEqualTo(2);
	}

	private int beside(String name) throws Exception {
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(
					new StringReader("<p><b>Name:</b> <span>" + name + "</span><span data-unshown='true'/></p>")));
		this.text.clean(document);
		return document.getElementsByTagName("span").getLength();
	}

	@Test
	void aDocumentWaitsForItsTurnAndNotForever() throws IOException, Press.Busy {
		Press press = new Press(1, Duration.ofMillis(20));
		press.take();
		assertThatExceptionOfType(Press.Busy.class).isThrownBy(() -> press.print(PAGE.formatted("late")));
	}

	@Test
	void whatGoesWrongSaysNothingOfTheDocumentAndLeavesThePressReady() throws IOException, Press.Busy {
		Press press = new Press(1, Duration.ofMillis(20));
		assertThatIllegalStateException().isThrownBy(() -> press.print(PAGE.formatted("<b>secret</p>")))
			.withNoCause()
			.withMessageNotContaining("secret");
		byte[] pdf = press.print(PAGE.formatted("ready"));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A page");
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
		}
	}

	@Test
	void nothingIsFetched() throws IOException, Press.Busy {
		String page = PAGE.formatted("<img alt=\"none\" src=\"file:/etc/hostname\" />here");
		assertThat(new Press(1, Duration.ofSeconds(1)).print(page)).isNotEmpty();
	}

}
