package org.backwise.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import org.springframework.core.io.ClassPathResource;

/**
 * Prints XHTML into a PDF that is both PDF/UA-1 and PDF/A-2a. Asks nobody for anything:
 * style and faces are its own. Prints so many documents at once as it has sets of faces,
 * since each takes some ten megabytes while it is made.
 */
class Press {

	private static final String STYLE = "documents/paper.css";

	private final BlockingQueue<Faces> idle;

	private final Duration patience;

	private final String style;

	private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	/**
	 * A press.
	 * @param atOnce how many documents it prints at once
	 * @param patience how long one waits for its turn
	 * @throws IOException when its faces are missing
	 */
	Press(int atOnce, Duration patience) throws IOException {
		this.idle = new ArrayBlockingQueue<>(atOnce);
		for (int i = 0; i < atOnce; i++) {
			this.idle.add(new Faces());
		}
		this.patience = patience;
		this.style = new ClassPathResource(STYLE).getContentAsString(StandardCharsets.UTF_8);
		StandInFonts.use();
		// its log repeats what stands in a document
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * Prints a document.
	 * @param xhtml the document, with a title and a language
	 * @return the PDF
	 * @throws Busy when others were printed for too long
	 */
	byte[] print(String xhtml) throws Busy {
		Faces faces = take();
		try {
			return print(xhtml, faces);
		}
		catch (IOException | SAXException | ParserConfigurationException | RuntimeException ex) {
			// without its message, which may repeat what stands in the document
			throw new IllegalStateException("A document could not be printed: " + ex.getClass().getName());
		}
		finally {
			this.idle.add(faces);
		}
	}

	Faces take() throws Busy {
		try {
			Faces faces = this.idle.poll(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			if (faces != null) {
				return faces;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Busy();
	}

	private byte[] print(String xhtml, Faces faces) throws IOException, SAXException, ParserConfigurationException {
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(PrintedText.readable(xhtml))));
		new PrintedText(faces::cover).clean(document);
		Element sheet = document.createElement("style");
		sheet.setTextContent(this.style);
		document.getElementsByTagName("head").item(0).appendChild(sheet);
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		try (PDDocument pdf = new PDDocument()) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.usePDDocument(pdf);
			builder.usePdfUaAccessibility(true);
			builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
			builder.useColorProfile(this.colours);
			builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
			builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
			builder.useExternalResourceAccessControl((address, kind) -> false,
					ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
			faces.lend(document.getDocumentElement().getTextContent(), builder, pdf);
			builder.withW3cDocument(document, null);
			builder.toStream(printed);
			builder.run();
		}
		return printed.toByteArray();
	}

	/** Others are being printed. */
	static class Busy extends Exception {

	}

}
