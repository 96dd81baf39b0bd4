package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.backwise.knowledge.FollowUp.AskingPage;
import org.backwise.knowledge.FollowUp.Borrowed;
import org.backwise.knowledge.FollowUp.Fact;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.Rules.Term;

/**
 * The questionnaire of a check-in as a knowledge base of its own, so that it is read,
 * shown and compared by what reads and shows the first one: what is known beside the
 * answers, then its pages in order. Questions that a check-in does not ask stand in it as
 * never asked. Its terms are all its conditions.
 */
public final class CheckInQuestions {

	/** The fact that lists the findings that a clearance lifted. */
	public static final String CLEARED = "cleared-findings";

	private CheckInQuestions() {
	}

	/**
	 * The questionnaire of a check-in.
	 * @param base what the practice knows
	 * @return a knowledge base without rules
	 * @throws KnowledgeException when it comes from before there were check-ins
	 */
	public static KnowledgeBase of(KnowledgeBase base) {
		FollowUp followUp = base.followUp();
		if (followUp == null) {
			throw new KnowledgeException("These rules are from before there were check-ins");
		}
		return of(base, followUp);
	}

	/**
	 * The id of the question about a finding that a clearance lifted.
	 * @param followUp what is asked during the care
	 * @param rule id of its rule
	 * @return id of a question
	 */
	public static String known(FollowUp followUp, String rule) {
		return followUp.known().id() + "-" + rule;
	}

	static KnowledgeBase of(KnowledgeBase base, FollowUp followUp) {
		List<Referral> clearable = base.referrals().stream().filter((rule) -> rule.cleared() != null).toList();
		Questionnaire first = base.questionnaire();
		List<Questionnaire.Part> parts = new ArrayList<>(followUp.parts());
		first.parts().forEach(parts::add);
		List<Page> pages = new ArrayList<>();
		pages.add(new Page(FollowUp.FACTS, followUp.parts().get(0).id(), "", null));
		followUp.pages().forEach((page) -> pages.add(new Page(page.id(), page.part(), page.title(), page.intro())));
		first.pages().forEach(pages::add);
		return base.with(new Questionnaire(first.retired(), first.sections(), parts, pages,
				questions(base, followUp, clearable)), terms(base, followUp, clearable), List.of(), List.of());
	}

	private static List<Question> questions(KnowledgeBase base, FollowUp followUp, List<Referral> clearable) {
		Map<String, Question> own = new HashMap<>();
		followUp.questions().forEach((question) -> own.put(question.id(), question));
		Map<String, Borrowed> borrowed = new HashMap<>();
		followUp.borrowed().forEach((question) -> borrowed.put(question.id(), question));
		List<Question> questions = new ArrayList<>();
		Question age = base.question(base.roles().age());
		questions.add(again(age, FollowUp.FACTS, null, null));
		followUp.facts().forEach((fact) -> questions.add(fact(fact)));
		questions.add(new Question(CLEARED, FollowUp.FACTS, Kind.MULTI, "", followUp.known().shortName(), null, "",
				null, null, null, true, null, null, "",
				clearable.stream().map((rule) -> option(rule.id(), rule.title())).toList(), null));
		for (AskingPage page : followUp.pages()) {
			for (String id : page.asks()) {
				if (id.equals(followUp.known().id())) {
					clearable.forEach((rule) -> questions.add(known(followUp, page.id(), rule)));
				}
				else if (own.containsKey(id)) {
					questions.add(own.get(id));
				}
				else if (borrowed.containsKey(id) && base.hasQuestion(id)) {
					Question question = base.question(id);
					Borrowed asks = borrowed.get(id);
					Condition asked = (asks.asked() != null) ? asks.asked() : question.asked();
					questions.add(again(question, page.id(), asked, asks.ask())
						.with(question.options().stream().map(CheckInQuestions::always).toList()));
				}
			}
		}
		base.questions()
			.stream()
			.filter((question) -> questions.stream().noneMatch((other) -> other.id().equals(question.id())))
			.forEach((question) -> questions.add(again(question, question.page(), Condition.NEVER, null)));
		return questions;
	}

	private static Question again(Question question, String page, @org.jspecify.annotations.Nullable Condition asked,
			@org.jspecify.annotations.Nullable String ask) {
		return new Question(question.id(), page, question.kind(), Objects.requireNonNullElse(ask, question.ask()),
				question.shortName(), question.hint(), question.why(), asked, question.onlyIf(),
				question.unansweredCountsAs(), question.mayStayBlank(), question.chooseOneOfOffered(), question.range(),
				question.missing(), question.options(), question.drawing());
	}

	/**
	 * What the questionnaire offers by its own answers, a check-in offers to everybody.
	 */
	private static Option always(Option option) {
		return new Option(option.id(), option.label(), option.means(), option.alone(), option.gate(), null,
				option.heading(), option.labelForChild(), option.meansForChild());
	}

	private static Question fact(Fact fact) {
		Kind kind = (fact.range() != null) ? Kind.NUMBER
				: (Boolean.TRUE.equals(fact.several()) ? Kind.MULTI : Kind.SINGLE);
		FollowUp.FactRange range = fact.range();
		return new Question(fact.id(), FollowUp.FACTS, kind, "", fact.shortName(), null, "", null, null, null, true,
				null, (range != null) ? new Range(range.from(), range.to(), "", null) : null, "",
				fact.options().stream().map((option) -> option(option.id(), option.label())).toList(), null);
	}

	private static Option option(String id, String label) {
		return new Option(id, label, null, null, null, null, null, null, null);
	}

	private static Question known(FollowUp followUp, String page, Referral rule) {
		Question known = followUp.known();
		return new Question(known(followUp, rule.id()), page, known.kind(),
				known.ask().replace("{title}", rule.title()), known.shortName(), known.hint(), known.why(),
				new Condition.Chose(CLEARED, List.of(rule.id())), known.onlyIf(), null, null, null, null,
				known.missing(), known.options(), null);
	}

	/**
	 * Every condition has a name, so that all of them are known where conditions are
	 * compiled.
	 */
	private static List<Term> terms(KnowledgeBase base, FollowUp followUp, List<Referral> clearable) {
		List<String> ids = clearable.stream().map(Referral::id).toList();
		return Stream
			.of(base.terms().stream(), followUp.terms().stream(),
					followUp.rules()
						.stream()
						.filter((rule) -> rule.finding() == null)
						.map((rule) -> new Term(rule.id(), rule.title(), when(rule, followUp, ids))),
					followUp.cautions().stream().map((rule) -> new Term(rule.id(), rule.says(), rule.when())),
					followUp.sets().stream().map((set) -> new Term(set.question(), set.question(), set.when())))
			.flatMap((terms) -> terms)
			.toList();
	}

	/**
	 * When a rule holds that reads no new finding.
	 * @param rule the rule
	 * @param base what the practice knows
	 * @return its condition, over the questionnaire of a check-in
	 */
	public static Condition when(CareRules.Rule rule, KnowledgeBase base) {
		return when(rule, Objects.requireNonNull(base.followUp()),
				base.referrals().stream().filter((other) -> other.cleared() != null).map(Referral::id).toList());
	}

	private static Condition when(CareRules.Rule rule, FollowUp followUp, List<String> clearable) {
		List<String> states = rule.worseFindings();
		if (states == null) {
			return Objects.requireNonNullElse(rule.when(), Condition.NEVER);
		}
		List<Condition> any = Objects.requireNonNullElse(rule.of(), clearable)
			.stream()
			.filter(clearable::contains)
			.<Condition>map((id) -> new Condition.Chose(known(followUp, id), states))
			.toList();
		Condition worse = new Condition.AnyOf(any);
		return (rule.when() != null) ? new Condition.AllOf(List.of(worse, rule.when())) : worse;
	}

}
