package org.backwise.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Consent;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.triage.Answers;

/**
 * The signs that stop a plan, in a few words each. Only what can apply to the client is
 * named, so that the list stays short enough to be read.
 *
 * @param atOnce the signs of an emergency
 * @param today the signs that need help the same day
 * @param groups the short lines that name the signs of an emergency, by id
 * @param alone the signs of an emergency that no short line names
 * @param child whether somebody under 16 reads it
 */
record StopSigns(List<String> atOnce, List<String> today, List<String> groups, List<String> alone, boolean child) {

	private static final String FILE = "/stop-signs.properties";

	/** Rule to the short line that names it. */
	private static final Properties GROUPS = read();

	private static Properties read() {
		Properties groups = new Properties();
		try (InputStream file = Objects.requireNonNull(StopSigns.class.getResourceAsStream(FILE), FILE)) {
			groups.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return groups;
	}

	/**
	 * The signs for whom they can apply to.
	 * @param answers the answers that count
	 * @param since those of the check-ins after them: an illness or a medicine told there
	 * counts as much
	 * @param consent who agreed
	 * @param base the rules that decided
	 */
	static StopSigns of(Answers answers, List<Answers> since, Consent consent, KnowledgeBase base) {
		boolean child = consent.isChild(answers, base);
		List<Answers> told = Stream.concat(Stream.of(answers), since.stream()).toList();
		List<Referral> atOnce = rules(Level.EMERGENCY, told, base).toList();
		return new StopSigns(titles(atOnce.stream(), child), titles(rules(Level.URGENT, told, base), child),
				atOnce.stream()
					.map(Referral::id)
					.filter(GROUPS::containsKey)
					.map(GROUPS::getProperty)
					.distinct()
					.toList(),
				titles(atOnce.stream().filter((rule) -> !GROUPS.containsKey(rule.id())), child), child);
	}

	private static Stream<Referral> rules(Level level, List<Answers> told, KnowledgeBase base) {
		return base.referrals()
			.stream()
			.filter((rule) -> rule.atLevels().get(0).level() == level)
			.filter((rule) -> mayApply(rule.warnWhen(), told));
	}

	private static boolean mayApply(@Nullable Condition when, List<Answers> told) {
		return when == null || told.stream().anyMatch((answers) -> answers.hold(when));
	}

	private static List<String> titles(Stream<Referral> rules, boolean child) {
		return rules.map((rule) -> rule.titleFor(child)).toList();
	}

}
