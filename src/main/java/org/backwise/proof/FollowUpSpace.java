package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.backwise.followup.MeasureSpace;
import org.backwise.followup.MeasureSpace.Case;
import org.backwise.followup.MeasureSpace.Part;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * All check-ins at once, whatever came before: the answers, what is known beside them,
 * and which measures can be together. Facts about the past are free, so that there may be
 * more pasts here than in life; never fewer.
 */
class FollowUpSpace implements Letters {

	private static final String NOTHING = "none";

	private final AnswerSpace sheets;

	private final FormulaFactory f;

	private final MeasureSpace measures;

	private final String copy;

	FollowUpSpace(KnowledgeBase base, MeasureSpace measures, FormulaFactory f, String copy) {
		this.f = f;
		this.copy = copy;
		this.measures = measures;
		this.sheets = new AnswerSpace(known(CheckInQuestions.of(base)), f, copy);
	}

	/** What is known is no question that may stay blank. */
	private static KnowledgeBase known(KnowledgeBase questions) {
		Questionnaire all = questions.questionnaire();
		return questions.with(new Questionnaire(all.retired(), all.sections(), all.parts(), all.pages(),
				all.questions()
					.stream()
					.map((question) -> question.page().equals(FollowUp.FACTS) ? fact(question) : question)
					.toList()),
				questions.referrals(), questions.cautions());
	}

	private static Question fact(Question fact) {
		List<Option> options = new ArrayList<>(fact.options());
		if (fact.kind() == Kind.MULTI) {
			options.add(new Option(NOTHING, NOTHING, null, true, null, null, null, null, null));
		}
		return new Question(fact.id(), fact.page(), fact.kind(), fact.ask(), fact.shortName(), fact.hint(), fact.why(),
				null, null, null, null, null, fact.range(), fact.missing(), options, null);
	}

	AnswerSpace sheets() {
		return this.sheets;
	}

	List<Question> questions() {
		return this.sheets.base().questions();
	}

	Formula of(Condition condition) {
		return this.sheets.conditions().of(condition);
	}

	/** When a promise speaks of a check-in; it means the questions as they come. */
	Formula promised(Condition condition) {
		return new ConditionFormulas(CarePromises.questions(), this.f, this).of(condition);
	}

	@Override
	public Formula option(Question question, String option) {
		return this.sheets.option(question, option);
	}

	@Override
	public Formula within(Question question, int from, int to) {
		return this.sheets.within(question, from, to);
	}

	/** The option of a question is chosen; false where there is none. */
	Formula chosen(String question, String option) {
		return this.sheets.base()
			.questions()
			.stream()
			.filter((own) -> own.id().equals(question))
			.filter((own) -> own.options().stream().anyMatch((one) -> one.id().equals(option)))
			.<Formula>map((own) -> option(own, option))
			.findFirst()
			.orElse(this.f.falsum());
	}

	Formula answered(String question) {
		return this.sheets.base().hasQuestion(question)
				? this.f.or(this.sheets.variables(this.sheets.base().question(question))) : this.f.falsum();
	}

	/** What a part of the measures is. */
	Variable is(int part, int place) {
		return this.f.variable(this.copy + "part " + part + " is " + place);
	}

	private Variable kind(int part, int kind) {
		return this.f.variable(this.copy + "part " + part + " of kind " + kind);
	}

	/** It was well 14 days ago already. */
	Variable sinceLong() {
		return this.f.variable(this.copy + "well since long");
	}

	/** All check-ins. */
	Formula valid() {
		List<Formula> parts = new ArrayList<>();
		parts.add(this.sheets.valid());
		List<List<Object>> kinds = new ArrayList<>();
		for (int i = 0; i < this.measures.parts().size(); i++) {
			Part part = this.measures.parts().get(i);
			List<Object> own = part.cases().stream().map(Case::kind).distinct().toList();
			kinds.add(own);
			int number = i;
			parts.add(
					this.f.or(IntStream.range(0, part.cases().size()).mapToObj((place) -> is(number, place)).toList()));
			for (int place = 0; place < part.cases().size(); place++) {
				parts.add(this.f.implication(is(i, place), measured(part, part.cases().get(place))));
				parts.add(this.f.implication(is(i, place), kind(i, own.indexOf(part.cases().get(place).kind()))));
			}
		}
		together(kinds, parts);
		return this.f.and(parts);
	}

	private Formula measured(Part part, Case one) {
		List<Formula> parts = new ArrayList<>();
		part.questions().forEach((question) -> {
			Answer answer = one.answers().get(question);
			parts.add((answer != null) ? is(question, answer) : this.f.not(answered(question)));
		});
		one.facts().forEach((fact, answer) -> parts.add(is(fact, answer)));
		return this.f.and(parts);
	}

	private Formula is(String question, Answer answer) {
		Question asked = this.sheets.base().question(question);
		return (answer instanceof Answer.Amount amount) ? bandWith(asked, amount.value())
				: option(asked, ((Answer.Choice) answer).options().get(0));
	}

	private Formula bandWith(Question question, int value) {
		return this.f.or(this.sheets.bands(question)
			.stream()
			.filter((band) -> value >= band.from() && value <= band.to())
			.map((band) -> this.sheets.band(question, band))
			.toList());
	}

	/** What all parts say together, each fact by the parts that it depends on. */
	private void together(List<List<Object>> kinds, List<Formula> parts) {
		Map<List<Integer>, Map<String, Answer>> table = new LinkedHashMap<>();
		fill(kinds, new ArrayList<>(), table);
		for (String fact : table.values().iterator().next().keySet()) {
			List<Integer> matter = IntStream.rangeClosed(0, kinds.size())
				.filter((part) -> matters(table, fact, part))
				.boxed()
				.toList();
			Set<Formula> clauses = new LinkedHashSet<>();
			table.forEach((place,
					facts) -> clauses.add(this.f.implication(this.f
						.and(matter.stream().map((part) -> letter(part, place.get(part), kinds.size())).toList()),
							is(fact, facts.get(fact)))));
			parts.addAll(clauses);
		}
	}

	private Formula letter(int part, int kind, int last) {
		return (part == last) ? this.f.literal(sinceLong().name(), kind == 1) : kind(part, kind);
	}

	private void fill(List<List<Object>> kinds, List<Integer> place, Map<List<Integer>, Map<String, Answer>> table) {
		int part = place.size();
		if (part > kinds.size()) {
			List<Object> chosen = new ArrayList<>();
			for (int i = 0; i < kinds.size(); i++) {
				chosen.add(kinds.get(i).get(place.get(i)));
			}
			table.put(List.copyOf(place), this.measures.together(chosen, place.get(kinds.size()) == 1));
			return;
		}
		for (int kind = 0; kind < ((part < kinds.size()) ? kinds.get(part).size() : 2); kind++) {
			place.add(kind);
			fill(kinds, place, table);
			place.remove(part);
		}
	}

	/** Whether a fact is ever another one when nothing but this part is. */
	private static boolean matters(Map<List<Integer>, Map<String, Answer>> table, String fact, int part) {
		Map<List<Integer>, Answer> others = new HashMap<>();
		for (Map.Entry<List<Integer>, Map<String, Answer>> row : table.entrySet()) {
			List<Integer> rest = new ArrayList<>(row.getKey());
			rest.remove(part);
			Answer known = others.putIfAbsent(rest, row.getValue().get(fact));
			if (known != null && !known.equals(row.getValue().get(fact))) {
				return true;
			}
		}
		return false;
	}

}
