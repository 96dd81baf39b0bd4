package org.backwise.settings;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A practice's colour never makes words hard to read. */
class ColourTests {

	private static Colour colour(String written) {
		return Colour.of(written).orElseThrow();
	}

	@Test
	void contrastIsCountedAsInTheGuideline() {
		assertThat(colour("#000000").contrast(Colour.WHITE)).isCloseTo(21, within(0.001));
		assertThat(colour("#777777").contrast(Colour.WHITE)).isCloseTo(4.478, within(0.001));
		assertThat(colour("#767676").contrast(Colour.WHITE)).isCloseTo(4.542, within(0.001));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "red", "#12", "#1234567", "#12g456", "14624f", "#fff", "rgb(1,2,3)", "#14624f;}" })
	void isNothingElse(String written) {
		assertThat(Colour.of(written)).isEmpty();
	}

	@Test
	void theNearestShadeCanBeReadAndOneStepLighterCannot() {
		Colour yellow = colour("#ffd60a");
		assertThat(yellow.isReadableOn(Colour.LIGHT_GROUNDS)).isFalse();
		Colour nearest = yellow.forLight();
		assertThat(nearest.isReadableOn(Colour.LIGHT_GROUNDS)).isTrue();
		assertThat(nearest.mix(yellow, 0.03).isReadableOn(Colour.LIGHT_GROUNDS)).isFalse();
		assertThat(colour("#14624f").forLight()).hasToString("#14624f");
	}

	@ParameterizedTest
	@ValueSource(strings = { "#14624f", "#0b5a7a", "#3a3f8f", "#6b2f6b", "#8a4020", "#4f5b14", "#3c4a57", "#000000",
			"#ffffff", "#ffd60a", "#808080", "#ff0000", "#0000ff", "#00ff00" })
	void theSheetCanBeReadInBothThemes(String written) {
		List<String> sheet = LookSheet.of(colour(written)).lines().toList();
		check(sheet.get(0), Colour.LIGHT_GROUNDS);
		check(sheet.get(1), Colour.DARK_GROUNDS);
	}

	private static void check(String rule, List<Colour> grounds) {
		Colour primary = token(rule, "primary");
		Colour hover = token(rule, "primary-hover");
		Colour tint = token(rule, "primary-tint");
		assertThat(primary.isReadableOn(grounds)).as(rule).isTrue();
		assertThat(hover.isReadableOn(grounds)).as(rule).isTrue();
		assertThat(primary.contrast(tint)).as(rule).isGreaterThanOrEqualTo(Colour.ENOUGH);
		assertThat(hover.contrast(tint)).as(rule).isGreaterThanOrEqualTo(Colour.ENOUGH);
		assertThat(token(rule, "on-primary").contrast(primary)).as(rule).isGreaterThanOrEqualTo(Colour.ENOUGH);
		assertThat(token(rule, "on-primary").contrast(hover)).as(rule).isGreaterThanOrEqualTo(Colour.ENOUGH);
	}

	private static Colour token(String rule, String name) {
		int at = rule.indexOf("--" + name + ": ") + name.length() + 4;
		return colour(rule.substring(at, at + 7));
	}

}
