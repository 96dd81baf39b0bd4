package org.backwise.documents;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of a document as the faces can show it. What no face has a shape for becomes a
 * box, since a document that is to be read for good must not have letters without one.
 */
class PrintedText {

	/** Stands for a character that cannot be shown. */
	static final int MARK = 0xFFFD;

	/** The attribute of an element whose text is cut: how many characters it may have. */
	private static final String MOST = "data-most";

	/** Stays only beside a text that cannot be shown whole, so that it can be written. */
	private static final String UNSHOWN = "data-unshown";

	/**
	 * Others need their letters joined in ways that this press cannot.
	 */
	private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
			UnicodeScript.CYRILLIC, UnicodeScript.ARABIC, UnicodeScript.HEBREW, UnicodeScript.COMMON,
			UnicodeScript.INHERITED);

	/** Of what cannot be seen: joiners, direction marks, and isolates of a line. */
	private static final Set<Integer> SHAPING = Set.of(0x200C, 0x200D, 0x200E, 0x200F, 0x2068, 0x2069);

	private final IntPredicate covered;

	/**
	 * A cleaner of texts.
	 * @param covered whether a character has a shape
	 */
	PrintedText(IntPredicate covered) {
		this.covered = (character) -> SCRIPTS.contains(UnicodeScript.of(character))
				&& (!isUnseen(character) || SHAPING.contains(character)) && covered.test(character);
	}

	/** Cleans every text and attribute of a document, and cuts what is to be cut. */
	void clean(Node node) {
		if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
			node.setNodeValue(shown(node.getNodeValue()));
		}
		if (node instanceof Element element) {
			for (int i = 0; i < element.getAttributes().getLength(); i++) {
				Node attribute = element.getAttributes().item(i);
				attribute.setNodeValue(shown(attribute.getNodeValue()));
			}
			if (element.hasAttribute(MOST)) {
				element.setTextContent(cut(element.getTextContent(), Integer.parseInt(element.getAttribute(MOST))));
				element.removeAttribute(MOST);
			}
		}
		Node child = node.getFirstChild();
		while (child != null) {
			Node next = child.getNextSibling();
			clean(child);
			if (child instanceof Element element && element.hasAttribute(UNSHOWN)) {
				element.removeAttribute(UNSHOWN);
				if (!isMarked(element.getPreviousSibling())) {
					node.removeChild(element);
				}
			}
			child = next;
		}
	}

	private static boolean isMarked(@Nullable Node before) {
		return before != null && before.getTextContent().indexOf(MARK) >= 0;
	}

	/** A text without what XML has no place for, which would keep it from being read. */
	static String readable(String xml) {
		StringBuilder kept = new StringBuilder(xml.length());
		xml.codePoints()
			.filter((character) -> character == '\t' || character == '\n' || character == '\r' || character >= ' ')
			.filter((character) -> character < 0xD800 || character > 0xDFFF)
			.filter((character) -> character != 0xFFFE && character != 0xFFFF)
			.forEach(kept::appendCodePoint);
		return kept.toString();
	}

	/** The same with a mark for every character without a shape. */
	String shown(String text) {
		String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
		StringBuilder shown = new StringBuilder(composed.length());
		boolean marked = false;
		for (int character : composed.codePoints().toArray()) {
			if (isPart(character) && (marked || !this.covered.test(character))) {
				continue;
			}
			marked = false;
			if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
				shown.appendCodePoint((character == '\n' || this.covered.test(character)) ? character : ' ');
			}
			else if (this.covered.test(character)) {
				shown.appendCodePoint(character);
			}
			else if (!isUnseen(character)) {
				marked = true;
				shown.appendCodePoint(MARK);
			}
		}
		return shown.toString();
	}

	/**
	 * What belongs to the character before it: marks, joiners, the shades of a picture.
	 */
	private static boolean isPart(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> character == 0x200D || (character >= 0x1F3FB && character <= 0x1F3FF);
		};
	}

	private static boolean isUnseen(int character) {
		return Character.getType(character) == Character.FORMAT || Character.getType(character) == Character.CONTROL;
	}

	private static String cut(String text, int most) {
		String plain = text.strip();
		return (plain.codePointCount(0, plain.length()) <= most) ? plain
				: plain.substring(0, plain.offsetByCodePoints(0, most - 1)).strip() + "…";
	}

}
