package org.backwise.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Conditions;
import org.backwise.triage.Triage;

/**
 * The safety answers of the questionnaire, with every answer of a check-in put in its
 * place. What was there before does not vanish where the files say that it stays.
 */
class MergedSheet {

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final List<Question> borrowed;

	private final Conditions sets;

	private final Waits waits;

	MergedSheet(KnowledgeBase base, FollowUp followUp, Triage checkIns, Waits waits) {
		this.base = base;
		this.followUp = followUp;
		this.waits = waits;
		// another habit is only a wish: a therapist confirms it
		this.borrowed = followUp.borrowed()
			.stream()
			.map((asked) -> base.question(asked.id()))
			.filter((question) -> !question.id().equals(base.roles().habit()))
			.toList();
		this.sets = checkIns.compile(followUp.sets().stream().<Condition>map(FollowUp.Sets::when).toList());
	}

	/**
	 * What is known before a check-in asks: the questionnaire, joined by what the
	 * check-ins since then were told. Whoever is asked what is new since the last one
	 * does not say again what they said then.
	 */
	Map<String, Object> known(Map<String, Object> intake, List<EarlierCheckIn> before) {
		Map<String, Object> known = new LinkedHashMap<>(intake);
		for (EarlierCheckIn checkIn : before) {
			for (Question question : this.borrowed) {
				Object told = checkIn.answers().get(question.id());
				if (told != null && this.followUp.joined().contains(question.id())) {
					Object first = intake.get(question.id());
					known.merge(question.id(), told, (earlier, later) -> joined(question, first, earlier, later));
				}
			}
		}
		return known;
	}

	/**
	 * The questions whose last answers made the care wait, and no clearance lifted it.
	 * Some are about one day and are not known for longer.
	 */
	List<String> waitedFor(Map<String, Object> known, Episode episode) {
		Map<String, Object> last = new LinkedHashMap<>(known);
		for (EarlierCheckIn checkIn : episode.before()) {
			this.waits.questions()
				.stream()
				.filter((question) -> !this.followUp.joined().contains(question))
				.filter(checkIn.answers()::containsKey)
				.forEach((question) -> last.put(question, checkIn.answers().get(question)));
		}
		return this.waits.of(last, episode.cleared().stream().map(Episode.ClearedFinding::rule).toList());
	}

	/**
	 * Question id to answer, of the safety section only.
	 * @param intake the answers to the questionnaire
	 * @param known the same, joined by what was told since
	 * @param now the answers of a check-in
	 */
	Map<String, Object> of(Map<String, Object> intake, Map<String, Object> known, Answers now) {
		Map<String, Object> merged = new LinkedHashMap<>();
		known.forEach((id, answer) -> {
			if (this.base.hasQuestion(id) && !this.base.isAboutMassage(this.base.question(id))) {
				merged.put(id, answer);
			}
		});
		for (Question question : this.borrowed) {
			Answer answer = now.given().get(question.id());
			if (answer != null) {
				Object earlier = this.followUp.joined().contains(question.id()) ? merged.get(question.id()) : null;
				Object told = raw(question, answer);
				merged.put(question.id(),
						(earlier != null) ? joined(question, intake.get(question.id()), earlier, told) : told);
			}
		}
		this.sets.holding(now).stream().forEach((place) -> set(merged, this.followUp.sets().get(place)));
		return merged;
	}

	private void set(Map<String, Object> merged, FollowUp.Sets set) {
		Question question = this.base.question(set.question());
		if (question.kind() != Kind.MULTI) {
			merged.put(set.question(), set.to());
			return;
		}
		List<Object> options = new ArrayList<>(list(merged.get(set.question())));
		options.removeIf((option) -> isExclusive(question, option) || option.equals(set.to()));
		options.add(set.to());
		merged.put(set.question(), options);
	}

	/**
	 * Earlier signs stay beside the new ones; of one answer the one that says more. A
	 * sign of a check-in for which the care waits stays only when it is told again; one
	 * of the questionnaire is lifted by a clearance, whose limits last.
	 */
	private Object joined(Question question, @Nullable Object first, Object earlier, Object later) {
		if (question.kind() != Kind.MULTI) {
			return (order(question, earlier) <= order(question, later)) ? earlier : later;
		}
		List<Object> options = new ArrayList<>(list(earlier));
		if (!list(later).contains(Questionnaire.NOT_SURE)) {
			options.removeIf((option) -> this.waits.isFor(question.id(), option) && !list(first).contains(option));
		}
		list(later).stream().filter((option) -> !options.contains(option)).forEach(options::add);
		if (options.size() > 1) {
			options.removeIf((option) -> isExclusive(question, option));
		}
		return options;
	}

	/** Yes before not sure before no. */
	private static int order(Question question, Object option) {
		if (Questionnaire.NOT_SURE.equals(option)) {
			return 1;
		}
		return question.options().get(0).id().equals(option) ? 0 : 2;
	}

	private static boolean isExclusive(Question question, Object option) {
		return question.options().stream().filter(Option::excludesOthers).anyMatch((one) -> one.id().equals(option));
	}

	private static List<?> list(@Nullable Object answer) {
		return (answer instanceof List<?> options) ? options : List.of();
	}

	static Object raw(Question question, Answer answer) {
		if (answer instanceof Answer.Amount amount) {
			return amount.value();
		}
		List<String> options = ((Answer.Choice) answer).options();
		return (question.kind() == Kind.MULTI) ? options : options.get(0);
	}

}
