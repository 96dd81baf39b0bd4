package org.backwise.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.proof.Difference.Change;
import org.backwise.proof.Difference.Direction;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DifferencesTests {

	private final KnowledgeBase base = Sheets.BUILT_IN;

	@Test
	void findsNothingBetweenAKnowledgeBaseAndItself() {
		Difference none = Differences.between(this.base, this.base);
		assertThat(none.isNone()).isTrue();
		assertThat(none.isLooser()).isFalse();
		assertThat(none.sheets()).isEqualTo(Objects.requireNonNull(Proof.of(this.base).counts()).sheets());
	}

	@Test
	void countsWhatGetsLooserWhenARuleIsGone() {
		KnowledgeBase candidate = Mutants.without(this.base, "D-21");
		Difference difference = Differences.between(this.base, candidate);
		assertThat(difference.isLooser()).isTrue();
		assertThat(difference.looser()).isPositive();
		assertThat(difference.tighter()).isZero();
		Change rule = difference.rules()
			.stream()
			.filter((change) -> change.what().equals("Rule D-21"))
			.findFirst()
			.orElseThrow();
		assertThat(rule.direction()).isEqualTo(Direction.LOOSER);
		assertThat(rule.sheets()).isGreaterThan(difference.looser());
		assertThat(rule.example().inWords()).contains("Your age: 60", "Average pain: 7");
		Change plan = difference.outcomes()
			.stream()
			.filter((change) -> change.what().equals("urgent becomes care plan"))
			.findFirst()
			.orElseThrow();
		assertThat(level(this.base, plan.example().answers())).isEqualTo(Level.URGENT);
		assertThat(level(candidate, plan.example().answers())).isNull();
	}

	@Test
	void countsTheSameTheOtherWayRound() {
		KnowledgeBase candidate = Mutants.without(this.base, "D-21");
		Difference there = Differences.between(this.base, candidate);
		Difference back = Differences.between(candidate, this.base);
		assertThat(back.tighter()).isEqualTo(there.looser());
		assertThat(back.looser()).isEqualTo(BigInteger.ZERO);
		assertThat(back.isLooser()).isFalse();
		assertThat(back.sheets()).isEqualTo(there.sheets());
	}

	@Test
	void seesThatARuleWrittenInAnotherWayMeansTheSame() {
		Referral rule = this.base.referral("D-02");
		KnowledgeBase candidate = Mutants.with(this.base,
				new Referral(rule.id(), "Another title", rule.source(), rule.sources(), rule.widens(), rule.because(),
						rule.level(),
						new Condition.AnyOf(List.of(new Condition.Chose("limb-signs", List.of("pain-into-arm")),
								new Condition.Chose("limb-signs", List.of("pain-into-leg")))),
						null, rule.cleared(), rule.warnWhen(), rule.titleForChild()));
		assertThat(Differences.between(this.base, candidate).isNone()).isTrue();
	}

	@Test
	void countsAChangedNumberExactly() {
		Referral rule = this.base.referral("D-08");
		Condition under17 = new Condition.AnyOf(List.of(new Condition.AllOf(
				List.of(new Condition.Within("age", 0, 18), new Condition.Is("pain", this.base.term("pain").when()))),
				new Condition.Within("age", 0, 17)));
		KnowledgeBase candidate = Mutants.with(this.base,
				new Referral(rule.id(), rule.title(), rule.source(), rule.sources(), rule.widens(), rule.because(),
						rule.level(), under17, null, rule.cleared(), rule.warnWhen(), rule.titleForChild()));
		Difference difference = Differences.between(this.base, candidate);
		assertThat(difference.isLooser()).isTrue();
		assertThat(difference.rules()).anySatisfy((change) -> {
			assertThat(change.what()).isEqualTo("Rule D-08");
			assertThat(change.example().answers()).containsEntry("age", 19);
		});
	}

	@Test
	void commandSaysWhatGetsLooserAndLeavesWithThree(@TempDir Path folder) throws IOException {
		for (Map.Entry<String, String> file : KnowledgeFiles.builtIn().texts().entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		assertThat(run(KnowledgeDiff.NOT_LOOSER, "built-in", folder.toString())).contains("decided as before");
		Path rules = folder.resolve("red-flags.yaml");
		Files.writeString(rules, Files.readString(rules).replace("- age: at least 65", "- age: at least 66"));
		assertThat(run(KnowledgeDiff.LOOSER, "built-in", folder.toString())).contains("SOMETHING GETS LOOSER",
				"urgent becomes care plan", "Your age: 65");
		assertThat(run(KnowledgeDiff.UNUSABLE, "built-in", folder.resolve("nowhere").toString())).contains("missing");
		assertThat(run(KnowledgeDiff.UNUSABLE)).contains("Usage");
	}

	private static String run(int expected, String... folders) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String[] args = new String[folders.length + 1];
		args[0] = KnowledgeDiff.COMMAND;
		System.arraycopy(folders, 0, args, 1, folders.length);
		int code = KnowledgeDiff.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
		String text = out.toString(StandardCharsets.UTF_8);
		assertThat(code).as(text).isEqualTo(expected);
		return text;
	}

	private static @org.jspecify.annotations.Nullable Level level(KnowledgeBase base, Map<String, Object> answers) {
		Triage triage = new Triage(base);
		return triage.assess(triage.read(answers)).level();
	}

}
