package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Assessment;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;

import static org.assertj.core.api.Assertions.assertThat;

/** The formulas and the engine share no code, so that they can judge one another. */
class ProofAgreesWithTriageTests {

	private final KnowledgeBase base = Sheets.BUILT_IN;

	private final Triage triage = new Triage(this.base);

	private final FormulaFactory f = new FormulaFactory();

	private final AnswerSpace space = new AnswerSpace(this.base, this.f, "");

	private final RuleFormulas rules = this.space.view().rules();

	@Test
	void formulasFireTheSameRulesAsTheEngineOnRandomSheets() {
		Random random = new Random(20261101);
		Formula valid = this.space.valid();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < 6000; i++) {
			Map<String, Object> sheet = Sheets.random(this.triage, random, 0.02 + 0.1 * random.nextDouble());
			Assignment assignment = assignment(sheet);
			assertThat(valid.evaluate(assignment)).as(() -> "a sheet: " + sheet).isTrue();
			Assessment assessment = this.triage.assess(this.triage.read(sheet));
			Set<String> fired = new TreeSet<>();
			this.rules.firings()
				.stream()
				.filter((firing) -> firing.when().evaluate(assignment))
				.forEach((firing) -> fired.add(firing.rule().id() + " " + firing.level()));
			if (fired.isEmpty()) {
				this.base.cautions()
					.stream()
					.filter((caution) -> this.rules.fires(caution).evaluate(assignment))
					.forEach((caution) -> fired.add(caution.id()));
			}
			assertThat(fired).as(() -> "fired on " + sheet).isEqualTo(Sheets.fired(assessment));
			seen.addAll(fired);
		}
		assertThat(seen).hasSizeGreaterThan(80);
	}

	@Test
	void countsWhatTheEngineCountsOneByOne() {
		List<Map<String, Object>> sheets = corner();
		Map<String, Integer> byLevel = new TreeMap<>();
		int all = 0;
		for (Map<String, Object> sheet : sheets) {
			Level level = this.triage.assess(this.triage.read(sheet)).level();
			int times = width("age", sheet) * width("pain", sheet);
			byLevel.merge(ProofWork.name(level), times, Integer::sum);
			all += times;
		}
		SheetCounter counter = new SheetCounter(this.space, true);
		Formula cornerOnly = this.f.and(this.space.valid(), cornerFormula());
		for (Map.Entry<String, Integer> entry : byLevel.entrySet()) {
			Level level = java.util.Arrays.stream(Level.values())
				.filter((each) -> each.toString().equals(entry.getKey()))
				.findFirst()
				.orElse(null);
			assertThat(counter.count(counter.diagram(this.f.and(cornerOnly, this.rules.level(level)))))
				.as(entry.getKey())
				.isEqualTo(BigInteger.valueOf(entry.getValue()));
		}
		assertThat(byLevel).hasSizeGreaterThan(2);
		assertThat(counter.count(counter.diagram(cornerOnly))).isEqualTo(BigInteger.valueOf(all));
	}

	/** How many numbers the rules do not tell from the one given. */
	private int width(String question, Map<String, Object> sheet) {
		return this.space.bands(this.base.question(question))
			.stream()
			.filter((band) -> sheet.get(question) != null && isIn(band, sheet.get(question)))
			.mapToInt(Band::width)
			.findFirst()
			.orElse(1);
	}

	private static boolean isIn(Band band, Object number) {
		return number instanceof Integer value && value >= band.from() && value <= band.to();
	}

	/** Sheets that answer most questions in one way only, and some in every way. */
	private List<Map<String, Object>> corner() {
		List<Map<String, Object>> sheets = new ArrayList<>();
		sheets.add(new LinkedHashMap<>());
		while (true) {
			List<Map<String, Object>> next = new ArrayList<>();
			boolean open = false;
			for (Map<String, Object> sheet : sheets) {
				var asked = this.triage.read(sheet)
					.asked()
					.stream()
					.filter((question) -> !sheet.containsKey(question.id()))
					.findFirst();
				if (asked.isEmpty()) {
					next.add(sheet);
					continue;
				}
				open = true;
				for (Object answer : choices(this.base.question(asked.get().id()), asked.get().options())) {
					Map<String, Object> longer = new LinkedHashMap<>(sheet);
					longer.put(asked.get().id(), answer);
					next.add(longer);
				}
			}
			sheets = next;
			if (!open) {
				return sheets;
			}
		}
	}

	private static List<Object> choices(Question question, List<String> options) {
		return switch (question.id()) {
			case "age" -> List.of(17, 18, 45, 60, 65);
			case "pain" -> List.of(1, 7);
			case "location" -> List.of(List.of("no-pain"), List.of("between-shoulder-blades"));
			case "onset" -> List.of("gradual", "exercise");
			case "history" -> List.of(List.of("none"), List.of("osteoporosis-or-long-steroids"));
			case "stiff-where" -> List.of(List.of("neck"), List.of("upper-back", "lower-back"));
			case "complaints" -> List.of(List.of("none"), List.of("tension", "stiffness"));
			default -> (question.kind() == Kind.MULTI) ? List.of(List.of("none"))
					: new ArrayList<>(options.subList(0, Math.min(3, options.size())));
		};
	}

	private Formula cornerFormula() {
		List<Formula> parts = new ArrayList<>();
		for (Question question : this.space.base().questions()) {
			List<Variable> variables = this.space.variables(question);
			if (question.kind() == Kind.NUMBER) {
				List<Object> numbers = choices(question, List.of());
				this.space.bands(question)
					.stream()
					.filter((band) -> numbers.stream().noneMatch((number) -> isIn(band, number)))
					.forEach((band) -> parts.add(this.space.band(question, band).negate()));
				continue;
			}
			List<String> all = question.options().stream().map((option) -> option.id()).toList();
			List<Object> choices = choices(question, all);
			List<Formula> either = new ArrayList<>();
			either.add(this.space.none(variables));
			if (question.choosesOneOfOffered()) {
				continue;
			}
			for (Object choice : choices) {
				List<?> chosen = (choice instanceof List<?> list) ? list : List.of(choice);
				either.add(this.f.and(question.options()
					.stream()
					.map((option) -> (Formula) this.f.literal("" + this.space.option(question, option.id()).name(),
							chosen.contains(option.id())))
					.toList()));
			}
			parts.add(this.f.or(either));
		}
		return this.f.and(parts);
	}

	private Assignment assignment(Map<String, Object> sheet) {
		List<Literal> literals = new ArrayList<>();
		for (Question question : this.base.questions()) {
			Object answer = sheet.get(question.id());
			if (question.kind() == Kind.NUMBER) {
				this.space.bands(question)
					.forEach((band) -> literals.add(literal(this.space.band(question, band),
							answer instanceof Integer value && value >= band.from() && value <= band.to())));
			}
			else {
				question.options()
					.forEach((option) -> literals
						.add(literal(this.space.option(question, option.id()), option.id().equals(answer)
								|| (answer instanceof List<?> list && list.contains(option.id())))));
			}
		}
		return new Assignment(literals);
	}

	private static Literal literal(Variable variable, boolean holds) {
		return holds ? variable : variable.negate();
	}

}
