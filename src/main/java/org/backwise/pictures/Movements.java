package org.backwise.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.backwise.triage.Assessment;

/**
 * The gentle movements that are drawn, and which of them suit a plan: those for the
 * places that it works on, without those that one of its limits keeps off. What is not
 * known to be fine is left out. The choice is ours and stands in
 * {@code movements.properties}.
 */
@Component
public class Movements {

	/** More than these are no small beginning. */
	static final int MOST = 2;

	private static final String FILE = "/movements.properties";

	private final Properties lines;

	Movements() {
		this.lines = read();
	}

	private static Properties read() {
		Properties lines = new Properties();
		try (InputStream file = Objects.requireNonNull(Movements.class.getResourceAsStream(FILE), FILE)) {
			lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return lines;
	}

	/**
	 * Every movement that is drawn.
	 * @return their ids, in the order of the page
	 */
	public List<String> all() {
		return list("all").toList();
	}

	/**
	 * The movements that suit a plan.
	 * @param assessment what was decided
	 * @return their ids, the ones for the first place first; at most two, none beside a
	 * doctor's care, with a limit that forbids them, or in a plan from before there were
	 * areas
	 */
	public List<String> suited(Assessment assessment) {
		Assessment.Areas areas = assessment.areas();
		if (areas == null || assessment.complementary()) {
			return List.of();
		}
		List<String> allowed = new ArrayList<>(all());
		assessment.cautions().forEach((caution) -> allowed.retainAll(under(caution.rule())));
		List<List<String>> places = areas.work().stream().map((area) -> list("for." + area).toList()).toList();
		return Stream.iterate(0, (nth) -> nth < allowed.size(), (nth) -> nth + 1)
			.flatMap((nth) -> places.stream().filter((wanted) -> wanted.size() > nth).map((wanted) -> wanted.get(nth)))
			.filter(allowed::contains)
			.distinct()
			.limit(MOST)
			.toList();
	}

	/** What a limit leaves; nothing when nobody has thought about it. */
	private List<String> under(String rule) {
		return list("with." + rule).flatMap((name) -> name.equals("all") ? all().stream() : list("kind." + name))
			.toList();
	}

	private Stream<String> list(String key) {
		return Stream.of(this.lines.getProperty(key, "").split(",")).map(String::strip).filter((id) -> !id.isEmpty());
	}

}
