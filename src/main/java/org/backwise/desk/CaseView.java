package org.backwise.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.care.LiveSession;
import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.ChangedAnswer;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.result.SourceLine;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * A case as a therapist reads it.
 *
 * @param warnings answers that made a rule refer the client
 * @param cautions answers that limit a plan
 * @param others all other answers
 * @param dropped answers given before that were no longer asked for when it was sent
 * @param fired the rules that refer, most urgent first
 * @param limits the rules that limit a plan
 * @param scores the techniques with their points, the best first
 * @param most the most points any of them has, at least 1
 * @param sensitised what to mind with a body that reacts easily, else null
 * @param basis where to work and where not, the small habit, what was lifted
 * @param phases the plan with its days
 */
record CaseView(List<AnswerRow> warnings, List<AnswerRow> cautions, List<AnswerRow> others, List<AnswerRow> dropped,
		List<FiredRule> fired, List<FiredRule> limits, List<Score> scores, int most, @Nullable String sensitised,
		PlanBasis basis, List<PhaseRow> phases) {

	/**
	 * An answer.
	 *
	 * @param name what was asked, in a few words
	 * @param words the words chosen
	 * @param earlier the words chosen before, the first ones first; empty when never
	 * changed
	 */
	record AnswerRow(String name, List<String> words, List<List<String>> earlier) {

	}

	/**
	 * A rule that fired.
	 *
	 * @param id its id
	 * @param title what it is about
	 * @param level the level at which it fired, null for a caution
	 * @param when when it fires, in plain words
	 * @param caution what the therapist is to do
	 * @param excludes the techniques it leaves out
	 * @param source id of where it comes from
	 * @param sources its sources
	 */
	record FiredRule(String id, String title, @Nullable Level level, String when, @Nullable String caution,
			List<String> excludes, String source, List<SourceLine> sources) {

	}

	/**
	 * A technique with its points.
	 *
	 * @param name its name
	 * @param points its points
	 * @param remark the rules that leave it out, else null
	 * @param out whether it is left out
	 */
	record Score(String name, int points, @Nullable String remark, boolean out) {

	}

	/**
	 * A phase of the plan.
	 *
	 * @param name its name
	 * @param firm whether its days are firm
	 * @param sessions its sessions as they stand, without those that a stop took away
	 */
	record PhaseRow(String name, boolean firm, List<LiveSession> sessions) {

	}

	/** Answers that neither refer nor limit and were other ones before. */
	public List<AnswerRow> changed() {
		return this.others.stream().filter((row) -> !row.earlier().isEmpty()).toList();
	}

	/** Answers that neither refer nor limit and were never changed. */
	public List<AnswerRow> clear() {
		return this.others.stream().filter((row) -> row.earlier().isEmpty()).toList();
	}

	static CaseView of(CaseFile file) {
		KnowledgeBase base = file.base();
		Set<String> warning = new LinkedHashSet<>();
		file.first().assessment().findings().forEach((finding) -> warning.addAll(finding.answers().keySet()));
		Set<String> limiting = new LinkedHashSet<>();
		file.latest()
			.assessment()
			.cautions()
			.stream()
			.filter((caution) -> !isReferral(caution.rule(), base))
			.forEach((caution) -> limiting
				.addAll(file.latest().typed().evidence(base.caution(caution.rule()).when()).keySet()));
		List<AnswerRow> warnings = new ArrayList<>();
		List<AnswerRow> cautions = new ArrayList<>();
		List<AnswerRow> others = new ArrayList<>();
		for (AnsweredQuestion answer : file.latest().answers()) {
			AnswerRow row = new AnswerRow(base.question(answer.question()).shortName(), answer.words(),
					earlier(answer.question(), file));
			boolean isWarning = warning.contains(answer.question());
			(isWarning ? warnings : limiting.contains(answer.question()) ? cautions : others).add(row);
		}
		TechniqueChoice choice = file.latest().assessment().technique();
		return new CaseView(warnings, cautions, others, dropped(file),
				file.first()
					.assessment()
					.findings()
					.stream()
					.sorted(Comparator.comparing(Finding::level))
					.map((finding) -> fired(finding, base))
					.toList(),
				file.latest()
					.assessment()
					.cautions()
					.stream()
					.filter((caution) -> !hasFired(caution, file))
					.map((caution) -> limit(caution, base))
					.toList(),
				(choice != null) ? scores(choice, base) : List.of(),
				(choice != null) ? choice.scores().values().stream().reduce(1, Math::max) : 1,
				file.latest().assessment().sensitised() ? base.techniques().sensitised().forTherapist() : null,
				PlanBasis.of(file.latest().assessment(), file.plan(), base), phases(file));
	}

	/** What a rule that referred leaves out stands with that rule. */
	private static boolean hasFired(Caution caution, CaseFile file) {
		return file.first()
			.assessment()
			.findings()
			.stream()
			.anyMatch((finding) -> finding.rule().equals(caution.rule()));
	}

	private static boolean isReferral(String rule, KnowledgeBase base) {
		return base.referrals().stream().anyMatch((referral) -> referral.id().equals(rule));
	}

	private static List<List<String>> earlier(String question, CaseFile file) {
		return changes(file).stream()
			.filter((change) -> change.question().equals(question))
			.map((change) -> words(file.base().question(question), change.before()))
			.distinct()
			.toList();
	}

	private static List<AnswerRow> dropped(CaseFile file) {
		List<String> answered = file.latest().answers().stream().map(AnsweredQuestion::question).toList();
		return changes(file).stream()
			.map(ChangedAnswer::question)
			.distinct()
			.filter((question) -> !answered.contains(question) && file.base().hasQuestion(question))
			.map((question) -> new AnswerRow(file.base().question(question).shortName(), List.of(),
					earlier(question, file)))
			.toList();
	}

	private static List<ChangedAnswer> changes(CaseFile file) {
		List<ChangedAnswer> changes = new ArrayList<>(file.first().changes());
		if (file.latest().number() != file.first().number()) {
			changes.addAll(file.latest().changes());
		}
		return changes;
	}

	/** The words of an earlier answer; an option that is no more keeps its id. */
	private static List<String> words(Question question, Answer answer) {
		if (answer instanceof Answer.Choice choice) {
			return choice.options()
				.stream()
				.map((id) -> question.options()
					.stream()
					.filter((option) -> option.id().equals(id))
					.map((option) -> option.label())
					.findFirst()
					.orElse(id))
				.toList();
		}
		return List.of(Integer.toString(((Answer.Amount) answer).value()));
	}

	private static FiredRule fired(Finding finding, KnowledgeBase base) {
		Rules.Referral rule = base.referral(finding.rule());
		String when = rule.atLevels()
			.stream()
			.filter((at) -> at.level() == finding.level())
			.map((at) -> base.inWordsAtDesk(at.when()))
			.findFirst()
			.orElse("");
		return new FiredRule(rule.id(), rule.title(), finding.level(), when, null,
				(rule.cleared() != null) ? names(rule.cleared().excludes(), base) : List.of(), rule.source().toString(),
				SourceLine.of(rule.sources(), base));
	}

	private static FiredRule limit(Caution caution, KnowledgeBase base) {
		List<String> excludes = names(caution.excludes(), base);
		if (isReferral(caution.rule(), base)) {
			Rules.Referral rule = base.referral(caution.rule());
			return new FiredRule(rule.id(), rule.title(), null, base.inWordsAtDesk(rule.atLevels().get(0).when()), null,
					excludes, rule.source().toString(), SourceLine.of(rule.sources(), base));
		}
		Rules.Caution rule = base.caution(caution.rule());
		return new FiredRule(rule.id(), rule.title(), null, base.inWordsAtDesk(rule.when()), caution.caution(),
				excludes, rule.source().toString(), SourceLine.of(rule.sources(), base));
	}

	private static List<String> names(List<String> techniques, KnowledgeBase base) {
		return techniques.stream().map((id) -> base.technique(id).name()).toList();
	}

	private static List<Score> scores(TechniqueChoice choice, KnowledgeBase base) {
		List<Score> scores = new ArrayList<>();
		choice.scores().forEach((id, points) -> {
			List<String> rules = choice.excluded().get(id);
			scores.add(new Score(base.technique(id).name(), points,
					(rules != null && !rules.isEmpty()) ? String.join(", ", rules) : null, rules != null));
		});
		String primary = base.technique(choice.primary()).name();
		scores.sort(Comparator.comparing((Score score) -> !score.name().equals(primary))
			.thenComparing(Score::out)
			.thenComparing((score) -> -score.points()));
		return scores;
	}

	/** A phase whose block runs stands apart from what is only to be expected of it. */
	private static List<PhaseRow> phases(CaseFile file) {
		CarePlan plan = file.plan();
		List<PhaseRow> rows = new ArrayList<>();
		for (LiveSession session : file.sessions()) {
			if (plan == null || (session.isOpen() && file.standing().stop().isPresent())) {
				continue;
			}
			String name = file.base().phase(session.session().phase()).name();
			boolean firm = plan.isFirm(session.number());
			PhaseRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
			if (last == null || !last.name().equals(name) || last.firm() != firm) {
				last = new PhaseRow(name, firm, new ArrayList<>());
				rows.add(last);
			}
			last.sessions().add(session);
		}
		return rows;
	}

}
