package org.backwise.desk;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.backwise.cases.Act.By;
import org.backwise.cases.Act;
import org.backwise.cases.CaseState;

import static org.assertj.core.api.Assertions.assertThat;

/** Every act has its words at the desk, in the journal and for the client. */
class ActWordsTests {

	/** Their reasons are not for the client. */
	private static final Set<Act> AMONG_US = Set.of(Act.FOLLOW_UP, Act.CLOSE);

	private final Properties words = words();

	@Test
	void everyActHasWords() {
		Set<String> missing = new TreeSet<>();
		for (Act act : Act.values()) {
			need(missing, "desk.step." + act, "journal.action." + act.action().name(),
					"journal.action." + act.action().name() + ".to-client");
			if (act.isFor(By.RULES) || act.isFor(By.CLIENT)) {
				need(missing, "desk.step.by." + act);
			}
			if (act.isFor(By.THERAPIST) && act != Act.CLOSE) {
				need(missing, "desk.act." + act, "desk.act." + act + ".save", "desk.done." + act);
			}
			act.reasons().forEach((code) -> {
				need(missing, "care.reason." + act + "." + code);
				if (act.isFor(By.THERAPIST) && !AMONG_US.contains(act)) {
					need(missing, "result.reason." + act + "." + code);
				}
			});
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyStateHasWords() {
		Set<String> missing = new TreeSet<>();
		for (CaseState state : CaseState.values()) {
			need(missing, "desk.state." + state);
			if (Need.of(state) != Need.DONE) {
				need(missing, "desk.need." + Need.of(state));
			}
			if (state.isAtRest()) {
				Stream.of("title", "text", "next", "next.text")
					.forEach((part) -> need(missing, "result." + state + "." + part));
			}
		}
		Stream.of(Act.DECLINE, Act.PAUSE, Act.LAPSE, Act.END, Act.RAISE, Act.WITHDRAW)
			.forEach((act) -> need(missing, "care.stopped." + act, "care.record.step." + act));
		Stream.of(Act.PAUSE, Act.END).forEach((act) -> need(missing, "care.stopped.by." + act));
		assertThat(missing).isEmpty();
	}

	private void need(Set<String> missing, String... keys) {
		Stream.of(keys).filter((key) -> this.words.getProperty(key, "").isBlank()).forEach(missing::add);
	}

	private static Properties words() {
		Properties words = new Properties();
		for (String room : List.of("desk", "care", "journal", "result")) {
			try (Reader reader = Files
				.newBufferedReader(Path.of("src/main/resources/messages-" + room + ".properties"))) {
				words.load(reader);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return words;
	}

}
