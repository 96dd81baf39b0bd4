package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.jspecify.annotations.Nullable;

/**
 * Complete answer sheets: for every way in which a rule can hold, for everything that
 * nearly makes it hold, and random ones. The same every time.
 */
public class DmnSheets {

	/** Answers that fire no rule. */
	private static final Map<String, Object> QUIET = Map.ofEntries(Map.entry("age", 40),
			Map.entry("location", List.of("lower-back-left")), Map.entry("duration", "2-to-6-weeks"),
			Map.entry("onset", "posture-or-sitting"), Map.entry("injury-age", "3-days-or-more"), Map.entry("pain", 4),
			Map.entry("pain-pattern", "comes-and-goes"), Map.entry("pain-trend", "same"),
			Map.entry("disc-diagnosis", "no"), Map.entry("temple-jaw-vision", "no"),
			Map.entry("stiff-where", List.of("lower-back")), Map.entry("movement", "free"),
			Map.entry("doctor-seen", "yes"), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", "no-preference"),
			Map.entry("nerve-signs-course", "long-standing-checked"));

	private final KnowledgeBase base;

	private final Triage triage;

	private final Random random = new Random(20_261_122);

	public DmnSheets(Triage triage) {
		this.triage = triage;
		this.base = triage.knowledge();
	}

	/** One sheet for each way in which each condition of the knowledge base can hold. */
	public List<Map<String, Object>> fires() {
		Set<Map<String, Object>> sheets = new LinkedHashSet<>();
		conditions().forEach((condition) -> ways(condition).forEach((way) -> add(sheets, complete(sheet(way)))));
		return List.copyOf(sheets);
	}

	/** The sheets that differ from those in one answer that the condition reads. */
	public List<Map<String, Object>> nearMisses() {
		Set<Map<String, Object>> sheets = new LinkedHashSet<>();
		conditions().forEach((condition) -> ways(condition).forEach((way) -> {
			Map<String, Object> sheet = complete(sheet(way));
			if (sheet != null) {
				way.forEach((atom) -> others(question(atom), sheet.get(question(atom).id())).forEach((other) -> {
					Map<String, Object> changed = new LinkedHashMap<>(sheet);
					changed.put(question(atom).id(), other);
					add(sheets, complete(changed));
				}));
			}
		}));
		return List.copyOf(sheets);
	}

	/** Sheets that stop as soon as an emergency is certain. */
	public List<Map<String, Object>> stopsEarly() {
		Set<Map<String, Object>> sheets = new LinkedHashSet<>();
		for (Map<String, Object> sheet : fires()) {
			Map<String, Object> part = new LinkedHashMap<>();
			for (Question question : this.base.questions()) {
				if (sheet.containsKey(question.id()) && !question.id().equals("nerve-signs-course")) {
					part.put(question.id(), sheet.get(question.id()));
				}
				if (this.triage.read(part).isEmergency()) {
					sheets.add(Map.copyOf(part));
					break;
				}
			}
		}
		return List.copyOf(sheets);
	}

	/** Random sheets; most of them with few signs, so that some end in a plan. */
	public List<Map<String, Object>> random(int count) {
		return IntStream.range(0, count).mapToObj((i) -> randomSheet((i % 2 == 0) ? 0.02 : 0.3)).toList();
	}

	/** Random sheets that lead to a plan without any caution. */
	public List<Map<String, Object>> plans(int count) {
		return Stream.generate(() -> randomSheet(0)).filter((sheet) -> {
			Assessment assessment = this.triage.assess(this.triage.read(sheet));
			return assessment.hasCarePlan() && assessment.cautions().isEmpty();
		}).limit(count).toList();
	}

	private Map<String, Object> randomSheet(double share) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		for (Reading reading = this.triage.read(sheet); !reading.missing().isEmpty(); reading = this.triage
			.read(sheet)) {
			String id = reading.missing().get(0);
			sheet.put(id, randomAnswer(this.base.question(id), offered(reading, id), share));
		}
		return sheet;
	}

	private Object randomAnswer(Question question, List<String> offered, double share) {
		if (question.range() != null) {
			return question.range().from() + this.random.nextInt(question.range().to() - question.range().from() + 1);
		}
		if (question.kind() == Kind.SINGLE) {
			boolean quiet = this.base.isAboutMassage(question) || this.random.nextDouble() < share * 2;
			Object usual = QUIET.get(question.id());
			return (quiet || usual == null) ? offered.get(this.random.nextInt(offered.size())) : usual;
		}
		double odds = this.base.isAboutMassage(question) || question.id().equals("location") ? 0.3 : share;
		List<String> signs = question.options()
			.stream()
			.filter((option) -> !option.excludesOthers() && this.random.nextDouble() < odds)
			.map(Option::id)
			.toList();
		return signs.isEmpty() ? quiet(question, offered) : signs;
	}

	/** Fills in quiet answers; null when the answers cannot stand together. */
	private @Nullable Map<String, Object> complete(Map<String, Object> sheet) {
		Map<String, Object> filled = new LinkedHashMap<>(sheet);
		Reading reading = this.triage.read(filled);
		while (reading.problems().isEmpty() && !reading.missing().isEmpty()) {
			String id = reading.missing().get(0);
			filled.put(id, quiet(this.base.question(id), offered(reading, id)));
			reading = this.triage.read(filled);
		}
		return reading.problems().isEmpty() ? filled : null;
	}

	private static void add(Set<Map<String, Object>> sheets, @Nullable Map<String, Object> sheet) {
		if (sheet != null) {
			sheets.add(sheet);
		}
	}

	private static List<String> offered(Reading reading, String id) {
		return reading.asked().stream().filter((asked) -> asked.id().equals(id)).findFirst().orElseThrow().options();
	}

	private static Object quiet(Question question, List<String> offered) {
		Object usual = QUIET.get(question.id());
		if (usual != null) {
			return usual;
		}
		return (question.kind() == Kind.MULTI) ? List.of("none") : offered.get(0);
	}

	private Stream<Condition> conditions() {
		TechniqueGuide guide = this.base.techniques();
		return Stream
			.of(this.base.referrals().stream().flatMap((rule) -> rule.atLevels().stream()).map(Rules.AtLevel::when),
					this.base.cautions().stream().map(Rules.Caution::when),
					guide.causes()
						.stream()
						.map((cause) -> (Condition) new Condition.Chose("contributors", cause.contributors())),
					guide.indications().stream().map(TechniqueGuide.Indication::when),
					guide.bonuses().stream().map(TechniqueGuide.Bonus::when))
			.flatMap((conditions) -> conditions);
	}

	/** The ways in which a condition can hold, down to single options. */
	private static List<List<Condition.Atom>> ways(Condition condition) {
		return condition.fold(new Condition.Fold<List<List<Condition.Atom>>>() {

			@Override
			public List<List<Condition.Atom>> all(List<List<List<Condition.Atom>>> parts) {
				List<List<Condition.Atom>> found = List.of(List.of());
				for (List<List<Condition.Atom>> part : parts) {
					found = found.stream()
						.flatMap((before) -> part.stream()
							.map((after) -> Stream.concat(before.stream(), after.stream()).toList()))
						.toList();
				}
				return found;
			}

			@Override
			public List<List<Condition.Atom>> any(List<List<List<Condition.Atom>>> parts) {
				return parts.stream().flatMap(List::stream).toList();
			}

			@Override
			public List<List<Condition.Atom>> chose(Condition.Chose chose) {
				return chose.options()
					.stream()
					.map((option) -> List.<Condition.Atom>of(new Condition.Chose(chose.question(), List.of(option))))
					.toList();
			}

			@Override
			public List<List<Condition.Atom>> anySign(Condition.AnySign sign) {
				return List.of(List.of(sign));
			}

			@Override
			public List<List<Condition.Atom>> within(Condition.Within within) {
				return List.of(List.of(within));
			}
		});
	}

	private Map<String, Object> sheet(List<Condition.Atom> atoms) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		atoms.stream().filter((atom) -> !(atom instanceof Condition.AnySign)).forEach((atom) -> put(sheet, atom));
		atoms.stream()
			.filter((atom) -> atom instanceof Condition.AnySign && !sheet.containsKey(question(atom).id()))
			.forEach((atom) -> put(sheet, atom));
		for (int i = 0; i < 3; i++) {
			for (String id : List.copyOf(sheet.keySet())) {
				Condition asked = this.base.question(id).asked();
				if (asked != null) {
					List<List<Condition.Atom>> ways = ways(asked);
					ways.get(ways.size() - 1)
						.stream()
						.filter((atom) -> !sheet.containsKey(question(atom).id()))
						.forEach((atom) -> put(sheet, atom));
				}
			}
		}
		return sheet;
	}

	private void put(Map<String, Object> sheet, Condition.Atom atom) {
		Question question = question(atom);
		if (atom instanceof Condition.Within within) {
			Object value = (question.kind() == Kind.NUMBER) ? number(question, within)
					: question.signs().stream().limit(within.from()).map(Option::id).toList();
			sheet.put(question.id(), value);
			return;
		}
		List<String> options = (atom instanceof Condition.Chose chose) ? chose.options()
				: List.of(question.signs().get(0).id());
		if (question.kind() == Kind.SINGLE) {
			sheet.put(question.id(), options.get(0));
			return;
		}
		List<Object> both = new ArrayList<>((sheet.get(question.id()) instanceof List<?> before) ? before : List.of());
		options.stream().filter((option) -> !both.contains(option)).forEach(both::add);
		sheet.put(question.id(), both);
	}

	private static Integer number(Question question, Condition.Within within) {
		int usual = (QUIET.get(question.id()) instanceof Integer number) ? number : 0;
		return (usual < within.from()) ? Integer.valueOf(within.from()) : Integer.valueOf(Math.min(usual, within.to()));
	}

	/** Every other answer that differs little from this one. */
	private Stream<Object> others(Question question, @Nullable Object answer) {
		if (answer instanceof Integer number) {
			return IntStream.of(number - 1, number + 1, number - 2, number + 2)
				.filter((other) -> question.range() != null && other >= question.range().from()
						&& other <= question.range().to())
				.mapToObj(Integer::valueOf);
		}
		Stream<String> ids = question.options().stream().map(Option::id);
		if (question.kind() == Kind.SINGLE) {
			return ids.filter((id) -> !id.equals(answer)).map((id) -> id);
		}
		List<?> chosen = (answer instanceof List<?> list) ? list : List.of();
		List<Object> lists = new ArrayList<>();
		question.options().forEach((option) -> {
			List<Object> changed = new ArrayList<>(chosen);
			if (!changed.remove(option.id())) {
				if (option.excludesOthers()) {
					changed.clear();
				}
				changed.add(option.id());
			}
			if (!changed.isEmpty()) {
				lists.add(changed);
			}
		});
		return lists.stream();
	}

	private Question question(Condition.Atom atom) {
		return this.base.question(atom.question());
	}

}
