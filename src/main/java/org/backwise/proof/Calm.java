package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.logicng.formulas.Variable;

/**
 * The answer to each question that the rules take least notice of. An example is the
 * smaller, the fewer answers differ from these; only those are shown.
 */
class Calm {

	private final AnswerSpace space;

	private final Map<String, Variable> answers = new HashMap<>();

	Calm(AnswerSpace space) {
		this(space, Stream.concat(
				space.base().referrals().stream().flatMap((rule) -> rule.atLevels().stream()).map(AtLevel::when),
				space.base().cautions().stream().map(Caution::when)));
	}

	/** What the conditions take least notice of. */
	Calm(AnswerSpace space, Stream<Condition> conditions) {
		this.space = space;
		KnowledgeBase base = space.base();
		Map<Variable, Integer> mentions = new HashMap<>();
		conditions.forEach((condition) -> count(condition, mentions));
		for (Question question : base.questions()) {
			if (question.kind() == Kind.MULTI) {
				question.options()
					.stream()
					.filter(Option::excludesOthers)
					.findFirst()
					.ifPresent((option) -> this.answers.put(question.id(), space.option(question, option.id())));
			}
			else {
				space.variables(question)
					.stream()
					.min(java.util.Comparator.comparing((variable) -> mentions.getOrDefault(variable, 0)))
					.ifPresent((variable) -> this.answers.put(question.id(), variable));
			}
		}
	}

	/** Rules of the massage section say nothing about what is calm. */
	private void count(Condition condition, Map<Variable, Integer> mentions) {
		KnowledgeBase base = this.space.base();
		if (condition.questions()
			.stream()
			.map(base::question)
			.allMatch((question) -> this.space.isSafety(question) || question.kind() == Kind.SINGLE)) {
			condition.atoms()
				.flatMap((atom) -> this.space.speaksOf(atom).stream())
				.distinct()
				.forEach((variable) -> mentions.merge(variable, 1, Integer::sum));
		}
	}

	/** Everything that can stand out, the last question first. */
	List<Variable> standingOut() {
		List<Variable> found = new ArrayList<>();
		for (Question question : this.space.base().questions()) {
			this.space.variables(question)
				.stream()
				.filter((variable) -> !variable.equals(this.answers.get(question.id())))
				.forEach(found::add);
		}
		java.util.Collections.reverse(found);
		return found;
	}

	/** The sheet in which exactly these variables are true. */
	Example example(Set<Variable> chosen) {
		return example(chosen, Set.of());
	}

	/** The same, showing one choice or number also when a rule reads it. */
	Example example(Set<Variable> chosen, Set<String> read) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>();
		for (Question question : this.space.base().questions()) {
			List<Variable> variables = this.space.variables(question);
			List<Variable> own = variables.stream().filter(chosen::contains).toList();
			if (own.isEmpty()) {
				continue;
			}
			Variable calm = this.answers.get(question.id());
			boolean standsOut = calm == null || !own.equals(List.of(calm))
					|| (question.kind() != Kind.MULTI && read.contains(question.id()));
			if (question.kind() == Kind.NUMBER) {
				int value = value(question, own.get(0));
				sheet.put(question.id(), value);
				if (standsOut) {
					lines.add(question.shortName() + ": " + value);
				}
			}
			else {
				List<Option> options = question.options()
					.stream()
					.filter((option) -> own.contains(this.space.option(question, option.id())))
					.toList();
				sheet.put(question.id(), (question.kind() == Kind.SINGLE) ? options.get(0).id()
						: options.stream().map(Option::id).toList());
				if (standsOut) {
					lines.add(question.shortName() + ": " + String.join(" and ",
							options.stream().map((option) -> "“" + option.label() + "”").toList()));
				}
			}
		}
		return new Example(java.util.Collections.unmodifiableMap(sheet), lines);
	}

	/** The number of a band that lies nearest to the calm ones. */
	private int value(Question question, Variable variable) {
		List<Band> bands = this.space.bands(question);
		List<Variable> variables = this.space.variables(question);
		Band band = bands.get(variables.indexOf(variable));
		Band calm = bands.get(variables.indexOf(this.answers.get(question.id())));
		if (band.equals(calm)) {
			return (band.from() + band.to()) / 2;
		}
		return (band.from() > calm.to()) ? band.from() : band.to();
	}

}
