package org.backwise.documents;

import java.io.IOException;
import java.io.InputStream;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

import org.springframework.core.io.ClassPathResource;

/**
 * Keeps PDFBox from looking through all fonts of the machine and writing what it found
 * into a file at home: our face stands for the fonts that every PDF may name.
 */
final class StandInFonts implements FontMapper {

	private final TrueTypeFont face;

	private StandInFonts() throws IOException {
		try (InputStream file = new ClassPathResource("documents/noto-regular.ttf").getInputStream()) {
			this.face = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
		}
	}

	static void use() throws IOException {
		FontMappers.set(new StandInFonts());
	}

	@Override
	public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
		return new FontMapping<>(this.face, true);
	}

	@Override
	public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
		return new FontMapping<>(this.face, true);
	}

	@Override
	public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo info) {
		return new CIDFontMapping(null, this.face, true);
	}

}
