package org.backwise.journey;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What monitoring reads, as it came. */
record Measures(String text) {

	private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"([^\"]*)\"");

	/** All names, of the series themselves. */
	Set<String> names() {
		return series().map((line) -> line.replaceFirst("[{ ].*", "")).collect(Collectors.toSet());
	}

	/** What a label says anywhere. */
	Set<String> label(String name) {
		Set<String> values = new LinkedHashSet<>();
		Matcher labels = LABEL.matcher(this.text);
		while (labels.find()) {
			if (labels.group(1).equals(name)) {
				values.add(labels.group(2));
			}
		}
		return values;
	}

	/** The sum of all series that begin so; not a number when there is none. */
	double value(String begin) {
		return series().filter((line) -> line.startsWith(begin))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.reduce(Double::sum)
			.orElse(Double.NaN);
	}

	long size() {
		return series().count();
	}

	private java.util.stream.Stream<String> series() {
		return this.text.lines().filter((line) -> !line.startsWith("#"));
	}

}
