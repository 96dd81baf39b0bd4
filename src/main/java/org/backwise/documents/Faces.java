package org.backwise.documents;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The faces of a document, read once and lent to one document at a time: a parsed face
 * must not be shared. Licence: documents/OFL.txt.
 */
class Faces {

	/** Family to the only script that it is for; the first one is for every document. */
	private static final Map<String, @Nullable UnicodeScript> FAMILIES = new LinkedHashMap<>();

	static {
		FAMILIES.put("noto", null);
		FAMILIES.put("noto-arabic", UnicodeScript.ARABIC);
		FAMILIES.put("noto-hebrew", UnicodeScript.HEBREW);
	}

	private static final int REGULAR = 400;

	private static final int BOLD = 700;

	private final List<Face> faces = new ArrayList<>();

	private final BitSet covered = new BitSet();

	/**
	 * Reads them.
	 * @throws IOException when a face is missing or broken
	 */
	Faces() throws IOException {
		for (String family : FAMILIES.keySet()) {
			this.faces.add(read(family, "regular", REGULAR));
			this.faces.add(read(family, "bold", BOLD));
		}
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			this.covered.set(character, covers(character));
		}
	}

	private boolean covers(int character) {
		for (int i = 0; i < this.faces.size(); i += 2) {
			if (this.faces.get(i).cmap().getGlyphId(character) != 0
					&& this.faces.get(i + 1).cmap().getGlyphId(character) != 0) {
				return true;
			}
		}
		return false;
	}

	private static Face read(String family, String name, int weight) throws IOException {
		try (InputStream file = new ClassPathResource("documents/" + family + "-" + name + ".ttf").getInputStream()) {
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
			// four fifths of the time, and only for scripts that are not shown
			font.setEnableGsub(false);
			return new Face(family, weight, font, font.getUnicodeCmapLookup());
		}
	}

	/** Whether a character has a shape in every weight. */
	boolean cover(int character) {
		return this.covered.get(character);
	}

	/**
	 * Gives those that a text needs to a document. Only the shapes that it uses go into
	 * it.
	 */
	void lend(String text, PdfRendererBuilder builder, PDDocument document) throws IOException {
		for (Face face : this.faces) {
			UnicodeScript script = FAMILIES.get(face.family());
			if (script != null && text.codePoints().noneMatch((letter) -> UnicodeScript.of(letter) == script)) {
				continue;
			}
			builder.useFont(new PDFontSupplier(PDType0Font.load(document, face.font(), true)), face.family(),
					face.weight(), FontStyle.NORMAL, true);
		}
	}

	/** A face with its weight and the way from characters to shapes. */
	record Face(String family, int weight, TrueTypeFont font, CmapLookup cmap) {
	}

}
