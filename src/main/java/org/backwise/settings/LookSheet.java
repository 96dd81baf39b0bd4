package org.backwise.settings;

/**
 * The style sheet of a practice with a colour of its own: for the light theme and the
 * dark one.
 */
final class LookSheet {

	private static final Colour DARK_GROUND = new Colour(0x16, 0x1b, 0x19);

	private static final Colour BLACK = new Colour(0, 0, 0);

	private LookSheet() {
	}

	/** The sheet; whoever chose the colour was told when it cannot be read. */
	static String of(Colour chosen) {
		return of(chosen, ":root");
	}

	/** The same for a part of a page. */
	static String of(Colour chosen, String part) {
		Colour light = chosen.forLight();
		Colour dark = chosen.forDark();
		return part + " {"
				+ tokens(light, light.mix(BLACK, 0.25), Colour.WHITE, light.tint(Colour.WHITE, 0.12),
						light.mix(Colour.WHITE, 0.6))
				+ "}\n@media (prefers-color-scheme: dark) { " + part + " {" + tokens(dark, dark.mix(Colour.WHITE, 0.35),
						DARK_GROUND.mix(BLACK, 0.4), dark.tint(DARK_GROUND, 0.2), dark.mix(DARK_GROUND, 0.55))
				+ "} }\n";
	}

	private static String tokens(Colour primary, Colour hover, Colour on, Colour tint, Colour edge) {
		return " --primary: %s; --primary-hover: %s; --on-primary: %s; --primary-tint: %s; --primary-edge: %s; "
			.formatted(primary, hover, on, tint, edge);
	}

}
