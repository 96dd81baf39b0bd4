package org.backwise.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.AnswerSheet;
import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.care.CheckInView.Fired;
import org.backwise.care.CheckInView.Limit;
import org.backwise.care.CheckInView.Row;
import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Answer;

/** The check-ins of a case as a therapist reads them, under the words of their time. */
@Service
public class CheckInViews {

	private static final String DOCUMENT = "doc:";

	private final CheckInRounds checkIns;

	private final Rounds rounds;

	private final KnowledgeArchive archive;

	CheckInViews(CheckInRounds checkIns, Rounds rounds, KnowledgeArchive archive) {
		this.checkIns = checkIns;
		this.rounds = rounds;
		this.archive = archive;
	}

	/**
	 * Some check-ins of a case.
	 *
	 * @param views the newest first
	 * @param earlier how many came before these
	 */
	public record Newest(List<CheckInView> views, int earlier) {
	}

	/**
	 * All check-ins of a case.
	 * @param id the case
	 * @return the newest first
	 */
	@Transactional(readOnly = true)
	public List<CheckInView> of(CaseId id) {
		return newest(id, Integer.MAX_VALUE, Integer.MAX_VALUE).views();
	}

	/**
	 * The newest check-ins of a case, so that a long course costs no more than a short
	 * one.
	 * @param id the case
	 * @param most how many at most
	 * @param round the number of a round that has to be among them, whatever that takes
	 * @return the newest first
	 */
	@Transactional(readOnly = true)
	public Newest newest(CaseId id, int most, int round) {
		List<CheckIn> made = this.checkIns.of(id);
		int first = Math.max(0, made.size() - most);
		while (first > 0 && made.get(first).number() > round) {
			first--;
		}
		return new Newest(views(id, made, first), first);
	}

	/**
	 * Some check-ins of a case.
	 * @param id the case
	 * @param some the ones to read, in order
	 * @return the newest first
	 */
	@Transactional(readOnly = true)
	public List<CheckInView> of(CaseId id, List<CheckIn> some) {
		if (some.isEmpty()) {
			return List.of();
		}
		Set<Integer> wanted = some.stream().map(CheckIn::number).collect(Collectors.toSet());
		return newest(id, some.size(), some.get(0).number()).views()
			.stream()
			.filter((view) -> wanted.contains(view.number()))
			.toList();
	}

	private List<CheckInView> views(CaseId id, List<CheckIn> made, int first) {
		if (made.isEmpty()) {
			return List.of();
		}
		Map<String, AnsweredQuestion> before = new HashMap<>();
		List<Round> rounds = this.rounds.of(id);
		List<CheckInView> views = new ArrayList<>();
		int round = 0;
		for (int i = 0; i < made.size(); i++) {
			CheckIn checkIn = made.get(i);
			while (round < rounds.size() && rounds.get(round).number() < checkIn.number()) {
				rounds.get(round++).answers().forEach((answer) -> before.put(answer.question(), answer));
			}
			if (i >= first) {
				views.add(view(checkIn, before));
			}
			checkIn.answers().forEach((answer) -> before.put(answer.question(), answer));
		}
		Collections.reverse(views);
		return views;
	}

	/**
	 * What a check-in asks to be minded.
	 * @param checkIn the check-in
	 * @return its cautions in words, with new limits and what each leaves out
	 */
	public List<Limit> limits(CheckIn checkIn) {
		KnowledgeBase base = this.archive.toStaff(checkIn.decision().knowledge()).knowledge();
		return limits(checkIn, base, Objects.requireNonNull(base.followUp()));
	}

	private CheckInView view(CheckIn checkIn, Map<String, AnsweredQuestion> before) {
		CheckInDecision decision = checkIn.decision();
		KnowledgeBase base = this.archive.toStaff(decision.knowledge()).knowledge();
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		KnowledgeBase questions = CheckInQuestions.of(base);
		Set<String> found = decision.findings()
			.stream()
			.flatMap((finding) -> finding.answers().keySet().stream())
			.collect(Collectors.toSet());
		List<Row> signs = new ArrayList<>();
		List<Row> news = new ArrayList<>();
		List<Row> rest = new ArrayList<>();
		for (AnsweredQuestion answer : checkIn.answers()) {
			Question question = questions.question(answer.question());
			AnsweredQuestion earlier = before.get(answer.question());
			boolean changed = earlier != null && !isSame(earlier, answer);
			boolean sign = found.contains(answer.question()) || isSign(question, answer);
			Row row = new Row(question.shortName(), answer.words(), changed ? earlier.words() : List.of());
			(sign ? signs : changed ? news : rest).add(row);
		}
		boolean clear = signs.isEmpty() && decision.findings().isEmpty();
		signs.addAll(news);
		return new CheckInView(checkIn.number(), checkIn.moment(), checkIn.by(), checkIn.sentAt(), decision.outcome(),
				(decision.to() != null) ? base.phase(decision.to()).name() : null, findings(decision, base),
				rules(decision, base, followUp), limits(checkIn, base, followUp), signs, clear, rest,
				altered(checkIn, questions), reaction(checkIn, followUp), decision.measures());
	}

	private static List<Row> altered(CheckIn checkIn, KnowledgeBase questions) {
		return checkIn.changes().stream().map((change) -> {
			Question question = questions.question(change.question());
			Answer after = change.after();
			return new Row(question.shortName(),
					(after != null) ? AnswerSheet.inWords(question, after).words() : List.of(),
					AnswerSheet.inWords(question, change.before()).words());
		}).toList();
	}

	private static boolean isSame(AnsweredQuestion one, AnsweredQuestion other) {
		return Set.copyOf(one.options()).equals(Set.copyOf(other.options()))
				&& Objects.equals(one.number(), other.number());
	}

	/** Something else than none was ticked where none can be. */
	private static boolean isSign(Question question, AnsweredQuestion answer) {
		List<String> none = question.options().stream().filter(Option::excludesOthers).map(Option::id).toList();
		return !none.isEmpty() && !none.containsAll(answer.options());
	}

	private static List<Fired> findings(CheckInDecision decision, KnowledgeBase base) {
		return decision.findings()
			.stream()
			.map((finding) -> new Fired(finding.rule(), base.referral(finding.rule()).title(), finding.level(), null,
					finding.source().toString(), sources(base.referral(finding.rule()).sources(), base)))
			.toList();
	}

	private static List<Fired> rules(CheckInDecision decision, KnowledgeBase base, FollowUp followUp) {
		return decision.rules()
			.stream()
			.flatMap((fired) -> Stream.concat(followUp.rules().stream(), followUp.otherwise().stream())
				.filter((rule) -> rule.id().equals(fired.rule()))
				.map((rule) -> new Fired(rule.id(), rule.title(), null, fired.outcome(), fired.source().toString(),
						sources(rule.sources(), base))))
			.toList();
	}

	private static List<String> sources(List<String> tags, KnowledgeBase base) {
		return tags.stream()
			.map((tag) -> tag.startsWith(DOCUMENT) ? base.about().document().title()
					: base.source(tag).title() + ", " + base.source(tag).publisher())
			.distinct()
			.toList();
	}

	private static List<Limit> limits(CheckIn checkIn, KnowledgeBase base, FollowUp followUp) {
		return checkIn.decision().cautions().stream().map((fired) -> {
			CareRules.Caution caution = caution(fired, followUp);
			return new Limit(caution.id(), caution.says(), fired.confirm(),
					fired.limits().stream().map((rule) -> rule + " " + base.caution(rule).title()).toList(),
					names(fired.excludes(), base), PlanOffer.of(caution, checkIn, base));
		}).toList();
	}

	private static CareRules.Caution caution(FiredCaution fired, FollowUp followUp) {
		return followUp.cautions()
			.stream()
			.filter((caution) -> caution.id().equals(fired.caution()))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> reaction(CheckIn checkIn, FollowUp followUp) {
		return checkIn.answers()
			.stream()
			.filter((answer) -> answer.question().equals(followUp.roles().reaction()))
			.findFirst()
			.map(AnsweredQuestion::words)
			.orElse(List.of());
	}

	private static List<String> names(List<String> techniques, KnowledgeBase base) {
		return techniques.stream().map((id) -> base.technique(id).name()).sorted().toList();
	}

}
