package org.backwise.journey;

import com.microsoft.playwright.options.ColorScheme;

/** The two screens that every walk is made on, each with the colours it is checked in. */
enum Size {

	PHONE(360, 740, ColorScheme.LIGHT), DESKTOP(1280, 900, ColorScheme.DARK);

	private final int width;

	private final int height;

	private final ColorScheme scheme;

	Size(int width, int height, ColorScheme scheme) {
		this.width = width;
		this.height = height;
		this.scheme = scheme;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	ColorScheme scheme() {
		return this.scheme;
	}

}
