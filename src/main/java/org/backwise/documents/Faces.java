package org.backwise.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import org.springframework.core.io.ClassPathResource;

/**
 * The faces of a document, read once and lent to one document at a time: a parsed face
 * must not be shared. Licence: documents/OFL.txt.
 */
class Faces {

	/**
	 * Families with the weights that each has, in the order in which a letter is sought.
	 */
	private static final List<String> FAMILIES = List.of("noto", "noto-arabic", "noto-hebrew");

	private static final int REGULAR = 400;

	private static final int BOLD = 700;

	private final List<Face> faces = new ArrayList<>();

	/**
	 * Reads them.
	 * @throws IOException when a face is missing or broken
	 */
	Faces() throws IOException {
		for (String family : FAMILIES) {
			this.faces.add(read(family, "regular", REGULAR));
			this.faces.add(read(family, "bold", BOLD));
		}
	}

	private static Face read(String family, String name, int weight) throws IOException {
		try (InputStream file = new ClassPathResource("documents/" + family + "-" + name + ".ttf").getInputStream()) {
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
			return new Face(family, weight, font, font.getUnicodeCmapLookup());
		}
	}

	/** Whether a character has a shape in every weight. */
	boolean cover(int character) {
		return FAMILIES.stream()
			.anyMatch((family) -> this.faces.stream()
				.filter((face) -> face.family().equals(family))
				.allMatch((face) -> face.cmap().getGlyphId(character) != 0));
	}

	/** Gives them to a document. Only the shapes that it uses go into it. */
	void lend(PdfRendererBuilder builder, PDDocument document) throws IOException {
		for (Face face : this.faces) {
			builder.useFont(new PDFontSupplier(PDType0Font.load(document, face.font(), true)), face.family(),
					face.weight(), FontStyle.NORMAL, true);
		}
	}

	/** A face with its weight and the way from characters to shapes. */
	record Face(String family, int weight, TrueTypeFont font, CmapLookup cmap) {
	}

}
