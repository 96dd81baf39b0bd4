package org.backwise.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Part;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.Rules.Signpost;
import org.backwise.knowledge.Rules.Term;
import org.backwise.knowledge.Sources.About;
import org.backwise.knowledge.Sources.Source;

/**
 * Everything the practice knows, read from the knowledge files and checked: every id in
 * it leads somewhere. Look-ups by an id that does not exist are errors.
 *
 * @param about what it is and who checked it
 * @param questionnaire what is asked
 * @param terms named conditions
 * @param referrals rules that stop or delay massage, in a fixed order
 * @param cautions rules that limit a plan, in a fixed order
 * @param signposts kind lines on where to turn
 * @param techniques how a technique is chosen
 * @param plan how a plan is built
 * @param notices what a client is told
 * @param sources the published sources
 * @param roles the questions that are known by what they are for
 * @param followUp what is asked and decided during the care; null in files from before
 * there was anything
 * @param loosened the built-in rules that are held less strictly, each with who signed it
 * @param sha256 the fingerprint of the rules, 64 hexadecimal digits
 * @param language the language of its sentences, with the fingerprint of the words
 */
public record KnowledgeBase(About about, Questionnaire questionnaire, List<Term> terms, List<Referral> referrals,
		List<Caution> cautions, List<Signpost> signposts, TechniqueGuide techniques, PlanGuide plan, Notices notices,
		List<Source> sources, Roles roles, @Nullable FollowUp followUp, List<Rules.Loosened> loosened, String sha256,
		Language language) {

	/**
	 * The same with other rules and questions.
	 * @param questionnaire what is asked
	 * @param referrals rules that stop or delay massage
	 * @param cautions rules that limit a plan
	 * @return another knowledge base, for proofs and comparisons
	 */
	public KnowledgeBase with(Questionnaire questionnaire, List<Referral> referrals, List<Caution> cautions) {
		return with(questionnaire, this.terms, referrals, cautions);
	}

	/**
	 * The same with other rules, questions and terms.
	 * @param questionnaire what is asked
	 * @param terms named conditions
	 * @param referrals rules that stop or delay massage
	 * @param cautions rules that limit a plan
	 * @return another knowledge base
	 */
	public KnowledgeBase with(Questionnaire questionnaire, List<Term> terms, List<Referral> referrals,
			List<Caution> cautions) {
		return new KnowledgeBase(this.about, questionnaire, terms, referrals, cautions, this.signposts, this.techniques,
				this.plan, this.notices, this.sources, this.roles, this.followUp, this.loosened, this.sha256,
				this.language);
	}

	/**
	 * The questions in the order in which they are asked.
	 * @return all questions
	 */
	public List<Question> questions() {
		return this.questionnaire.questions();
	}

	/**
	 * Whether a question exists.
	 * @param id an id from outside
	 * @return true when it does
	 */
	public boolean hasQuestion(String id) {
		return questions().stream().anyMatch((question) -> question.id().equals(id));
	}

	/**
	 * The question with this id.
	 * @param id a question id
	 * @return the question
	 * @throws KnowledgeException when there is none
	 */
	public Question question(String id) {
		return find(questions(), Question::id, id, "question");
	}

	/**
	 * The term with this id.
	 * @param id a term id
	 * @return the term
	 * @throws KnowledgeException when there is none
	 */
	public Term term(String id) {
		return find(this.terms, Term::id, id, "term");
	}

	/**
	 * The referral rule with this id.
	 * @param id a rule id
	 * @return the rule
	 * @throws KnowledgeException when there is none
	 */
	public Referral referral(String id) {
		return find(this.referrals, Referral::id, id, "rule");
	}

	/**
	 * What a part of the body is called: a place where it can hurt has the words of its
	 * option.
	 * @param id id of an area to work on or to leave alone
	 * @return its name, fit to stand in a list
	 * @throws KnowledgeException when there is none
	 */
	public String areaName(String id) {
		PlanGuide.Areas areas = this.plan.areas();
		return Stream
			.concat(question(this.roles.location()).options()
				.stream()
				.map((option) -> new PlanGuide.Area(option.id(), option.label())),
					(areas != null) ? areas.all() : Stream.empty())
			.filter((area) -> area.id().equals(id))
			.map(PlanGuide.Area::name)
			.findFirst()
			.orElseThrow(() -> new KnowledgeException("There is no area with that id"));
	}

	/**
	 * Whether there is a habit.
	 * @param id any text
	 * @return false in files from before there were any, too
	 */
	public boolean hasHabit(String id) {
		return this.plan.habits() != null && this.plan.habits().stream().anyMatch((habit) -> habit.id().equals(id));
	}

	/**
	 * The small habit with this id.
	 * @param id id of a habit
	 * @return the habit
	 * @throws KnowledgeException when there is none
	 */
	public PlanGuide.Habit habit(String id) {
		return find(Objects.requireNonNullElse(this.plan.habits(), List.of()), PlanGuide.Habit::id, id, "small habit");
	}

	/**
	 * The caution rule with this id.
	 * @param id a rule id
	 * @return the rule
	 * @throws KnowledgeException when there is none
	 */
	public Caution caution(String id) {
		return find(this.cautions, Caution::id, id, "rule");
	}

	/**
	 * The technique with this id.
	 * @param id a technique id
	 * @return the technique
	 * @throws KnowledgeException when there is none
	 */
	public TechniqueGuide.Technique technique(String id) {
		return find(this.techniques.techniques(), TechniqueGuide.Technique::id, id, "technique");
	}

	/**
	 * The phase with this id.
	 * @param id a phase id
	 * @return the phase
	 * @throws KnowledgeException when there is none
	 */
	public PlanGuide.Phase phase(String id) {
		return find(this.plan.phases(), PlanGuide.Phase::id, id, "phase");
	}

	/**
	 * The notice for a level.
	 * @param level a level
	 * @return its notice
	 */
	public Notices.Notice notice(Level level) {
		return find(this.notices.notices(), (notice) -> notice.level().toString(), level.toString(), "notice");
	}

	/**
	 * The published source with this tag.
	 * @param id a tag
	 * @return the source
	 * @throws KnowledgeException when there is none
	 */
	public Source source(String id) {
		return find(this.sources, Source::id, id, "source");
	}

	/**
	 * The page with this id.
	 * @param id a page id
	 * @return the page
	 * @throws KnowledgeException when there is none
	 */
	public Page page(String id) {
		return find(this.questionnaire.pages(), Page::id, id, "page");
	}

	/**
	 * The part a page belongs to.
	 * @param page a page
	 * @return its part
	 */
	public Part part(Page page) {
		return find(this.questionnaire.parts(), Part::id, page.part(), "part");
	}

	/**
	 * The questions that stand on a page, in order.
	 * @param page a page
	 * @return at least one question
	 */
	public List<Question> questionsOn(Page page) {
		return questions().stream().filter((question) -> question.page().equals(page.id())).toList();
	}

	/**
	 * Whether a question belongs to the massage section.
	 * @param question a question
	 * @return false for the safety section
	 */
	public boolean isAboutMassage(Question question) {
		return part(page(question.page())).section().equals(Questionnaire.MASSAGE);
	}

	/**
	 * Condition that hold together with the place that uses them: the rules a question is
	 * read by.
	 * @param question a question
	 * @return ids of rules, in the order of the files
	 */
	public List<String> rulesReading(Question question) {
		Stream<String> referrals = this.referrals.stream()
			.filter((rule) -> rule.atLevels().stream().anyMatch((at) -> at.when().questions().contains(question.id())))
			.map(Referral::id);
		Stream<String> cautions = this.cautions.stream()
			.filter((rule) -> rule.when().questions().contains(question.id()))
			.map(Caution::id);
		return Stream.concat(referrals, cautions).toList();
	}

	/**
	 * Whether a therapist's clearance can lift a rule at a level. Before there was a
	 * table of what is cleared, the level alone said so.
	 * @param rule a referral rule
	 * @param level one of its levels
	 * @return false for what is never lifted
	 */
	public boolean isClearable(Referral rule, Level level) {
		return level.mayBeCleared() && (rule.cleared() != null || this.plan.areas() == null);
	}

	/**
	 * A condition in plain words.
	 * @param condition a condition of this knowledge base
	 * @return part of a sentence, without a full stop
	 */
	public String inWords(Condition condition) {
		return condition.fold(new ConditionWords(this, this.language.phrases())).text();
	}

	/**
	 * The same as it is said to a therapist, of the client.
	 * @param condition a condition of this knowledge base
	 * @return part of a sentence, without a full stop
	 */
	public String inWordsAtDesk(Condition condition) {
		return condition.fold(new ConditionWords(this, this.language.phrases().toTherapist())).text();
	}

	/**
	 * A name as it stands inside a sentence of the language.
	 * @param name a name with a capital
	 * @return the same without it, unless it is an abbreviation or the language keeps it
	 */
	public String inside(String name) {
		return this.language.phrases().inside(name, this.language.tag());
	}

	/**
	 * Every condition there is, in the order of the files.
	 * @return the conditions; the terms they use stand in the list as well
	 */
	public List<Condition> conditions() {
		Stream<Condition> referring = this.referrals.stream()
			.flatMap((rule) -> Stream.concat(rule.atLevels().stream().map(AtLevel::when),
					Stream.ofNullable(rule.warnWhen())));
		return Stream
			.of(this.terms.stream().map(Term::when), questions().stream().flatMap(Question::conditions), referring,
					this.cautions.stream().map(Caution::when), this.signposts.stream().map(Signpost::when),
					this.techniques.conditions(), this.plan.conditions(), this.notices.conditions())
			.flatMap((conditions) -> conditions)
			.toList();
	}

	private static <T> T find(List<T> list, Function<T, String> id, String wanted, String what) {
		for (T item : list) {
			if (id.apply(item).equals(wanted)) {
				return item;
			}
		}
		throw new KnowledgeException("There is no " + what + " with that id");
	}

}
