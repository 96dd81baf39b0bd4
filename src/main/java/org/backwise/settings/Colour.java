package org.backwise.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour, and whether words in it can be read. Contrast is counted as in WCAG 2.2.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {

	static final Colour WHITE = new Colour(255, 255, 255);

	/** What words in the practice's colour stand on, by day: see tokens.css. */
	static final List<Colour> LIGHT_GROUNDS = List.of(WHITE, parsed("#faf5ec"), parsed("#f6efe3"));

	/** And in the dark theme. */
	static final List<Colour> DARK_GROUNDS = List.of(parsed("#161b19"), parsed("#1f2624"), parsed("#28302d"));

	/** What is enough for words of any size. */
	static final double ENOUGH = 4.5;

	private static final Pattern WRITTEN = Pattern.compile("#[0-9a-f]{6}");

	private static final int STEPS = 256;

	private static final int HEX = 16;

	private static final double MOST = 255;

	/** A colour as {@code #rrggbb}; empty for anything else. */
	static Optional<Colour> of(String written) {
		return Optional.of(written.toLowerCase(java.util.Locale.ROOT))
			.filter((text) -> WRITTEN.matcher(text).matches())
			.map(Colour::parsed);
	}

	private static Colour parsed(String text) {
		int value = Integer.parseInt(text.substring(1), HEX);
		return new Colour(value >> 16, (value >> 8) & 0xff, value & 0xff);
	}

	/** Whether words in it can be read on all of some grounds. */
	boolean isReadableOn(List<Colour> grounds) {
		return grounds.stream().allMatch((ground) -> contrast(ground) >= ENOUGH);
	}

	double contrast(Colour other) {
		double one = luminance();
		double two = other.luminance();
		return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int part) {
		double share = part / MOST;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	/** The nearest shade of it that can be read by day: the same or a darker one. */
	Colour forLight() {
		return nearest(new Colour(0, 0, 0), LIGHT_GROUNDS);
	}

	/** The nearest shade of it that can be read in the dark theme. */
	Colour forDark() {
		return nearest(WHITE, DARK_GROUNDS);
	}

	private Colour nearest(Colour towards, List<Colour> grounds) {
		for (int step = 0; step < STEPS; step++) {
			Colour shade = mix(towards, step / MOST);
			if (shade.isReadableOn(grounds)) {
				return shade;
			}
		}
		return towards;
	}

	/** This colour with a share of another. */
	Colour mix(Colour other, double share) {
		return new Colour(part(this.red, other.red, share), part(this.green, other.green, share),
				part(this.blue, other.blue, share));
	}

	private static int part(int one, int other, double share) {
		return (int) Math.round(one + (other - one) * share);
	}

	/** A quiet ground of this colour, on which words in it can still be read. */
	Colour tint(Colour ground, double share) {
		for (double less = share; less > 0; less -= 0.01) {
			Colour tint = ground.mix(this, less);
			if (contrast(tint) >= ENOUGH) {
				return tint;
			}
		}
		return ground;
	}

	@Override
	public String toString() {
		return "#%02x%02x%02x".formatted(this.red, this.green, this.blue);
	}

}
