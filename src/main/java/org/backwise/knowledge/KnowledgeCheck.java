package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;

/**
 * Checks that every id in a knowledge base leads somewhere and that nothing asked is
 * asked in vain. Collects all problems, each with file and entry.
 */
class KnowledgeCheck {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z-]+)}");

	/** Where the sentences of a rule file begin in a file of words. */
	private static final Pattern TOP = Pattern.compile("[a-z-]+:.*");

	private final KnowledgeBase base;

	private final KnowledgeFiles files;

	private final Set<String> read = new HashSet<>();

	private final Set<String> readSigns = new HashSet<>();

	private final List<String> problems = new ArrayList<>();

	KnowledgeCheck(KnowledgeBase base, KnowledgeFiles files) {
		this.base = base;
		this.files = files;
	}

	List<String> problems() {
		repeated();
		terms();
		placeholders();
		roles();
		if (this.problems.isEmpty()) {
			new QuestionnaireCheck(this.base, this).check();
			new RulesCheck(this.base, this).check();
			new GuideCheck(this.base, this).check();
			notices();
		}
		if (this.problems.isEmpty()) {
			everyQuestionIsRead();
			if (this.base.followUp() != null) {
				new FollowUpCheck(this.base, this.base.followUp(), this).check();
			}
		}
		return this.problems.stream().distinct().toList();
	}

	void add(String problem) {
		this.problems.add(problem);
	}

	/** Whether rules and sentences still stand together. */
	boolean isOldShape() {
		return this.files.isOldShape();
	}

	void problem(String file, String entry, String id, String text) {
		this.problems.add(this.files.place(file, entry, id) + ": " + text);
	}

	private void repeated() {
		repeated("terms.yaml", "term", this.base.terms(), Rules.Term::id);
		repeated("questions.yaml", "part", this.base.questionnaire().parts(), Questionnaire.Part::id);
		repeated("questions.yaml", "page", this.base.questionnaire().pages(), Page::id);
		repeated("questions.yaml", "question", this.base.questions(), Question::id);
		this.base.questions()
			.stream()
			.filter((question) -> ids(question.options(), Option::id).size() < question.options().size())
			.forEach((question) -> problem("questions.yaml", "question", question.id(), "an option is given twice"));
		retired();
		repeated("red-flags.yaml", "rule", this.base.referrals(), Referral::id);
		repeated("cautions.yaml", "rule", this.base.cautions(), Caution::id);
		Set<String> referrals = ids(this.base.referrals(), Referral::id);
		this.base.cautions()
			.stream()
			.filter((rule) -> referrals.contains(rule.id()))
			.forEach((rule) -> problem("cautions.yaml", "rule", rule.id(), "red-flags.yaml uses this id too"));
		repeated("cautions.yaml", "signpost", this.base.signposts(), Rules.Signpost::id);
		repeated("techniques.yaml", "technique", this.base.techniques().techniques(), TechniqueGuide.Technique::id);
		repeated("plan.yaml", "phase", this.base.plan().phases(), PlanGuide.Phase::id);
		repeated("sources.yaml", "source", this.base.sources(), Sources.Source::id);
	}

	private void retired() {
		BuiltInIds.ids(this.base)
			.filter(this.base.questionnaire().retired()::contains)
			.map(BuiltInIds::isRetired)
			.forEach(this.problems::add);
	}

	/** A placeholder nobody fills would stop the page that a client needs most. */
	private void placeholders() {
		this.files.texts().forEach((file, text) -> {
			String part = file;
			List<String> lines = text.lines().toList();
			for (int i = 0; i < lines.size(); i++) {
				String line = lines.get(i);
				part = TOP.matcher(line).matches() ? line : part;
				if (!line.startsWith("#") && !part.startsWith("phrases:")) {
					placeholders(file + " (line " + (i + 1) + ")", line, own(file, part));
				}
			}
		});
	}

	/** What a part of the files fills in itself. */
	private static Set<String> own(String file, String part) {
		if (part.startsWith("follow-up")) {
			return FollowUp.PLACEHOLDERS;
		}
		return (file.startsWith("techniques") || part.startsWith("techniques")) ? Set.of("technique") : Set.of();
	}

	private void placeholders(String place, String line, Set<String> own) {
		PLACEHOLDER.matcher(line)
			.results()
			.filter((found) -> !Notices.PLACEHOLDERS.contains(found.group(1)))
			.filter((found) -> !own.contains(found.group(1)))
			.forEach((found) -> this.problems.add(place + ": there is no placeholder " + found.group()
					+ "; the placeholders are: " + String.join(", ", Notices.PLACEHOLDERS)));
	}

	private <T> void repeated(String file, String what, List<T> list, Function<T, String> id) {
		Set<String> seen = new HashSet<>();
		list.stream().map(id).filter((value) -> !seen.add(value)).forEach((value) -> {
			problem(file, what, value, "this id is used twice");
		});
	}

	/** Each role in the files belongs to a question, and the age is a number. */
	private void roles() {
		Roles roles = this.base.roles();
		if (this.files.hasRoles()) {
			Set<String> questions = ids(this.base.questions(), Question::id);
			roles.all().forEach((question) -> known(Roles.FILE, "role of", question, "question", question, questions));
		}
		if (this.base.hasQuestion(roles.age()) && this.base.question(roles.age()).kind() != Kind.NUMBER) {
			problem("questions.yaml", "question", roles.age(), "is how old the client is, so it must be a number");
		}
	}

	private void terms() {
		this.base.terms().forEach((term) -> condition("terms.yaml", "term", term.id(), term.when()));
	}

	private void notices() {
		Set<Level> levels = this.base.notices()
			.notices()
			.stream()
			.map(Notices.Notice::level)
			.collect(Collectors.toSet());
		Arrays.stream(Level.values())
			.filter((level) -> !levels.contains(level))
			.forEach((level) -> this.problems.add("notices.yaml: there is no notice for the level '" + level + "'"));
		this.base.notices().notices().forEach(this::steps);
		condition("notices.yaml", "key", "guardian", this.base.notices().guardian().when());
		Set<String> rules = ids(this.base.referrals(), Referral::id);
		Notices.Lead lead = this.base.notices().lead();
		if (lead != null) {
			known("notices.yaml", "key", "lead", "rule", lead.rule(), rules);
			known("notices.yaml", "key", "lead", "service", lead.service(), Set.copyOf(Notices.PLACEHOLDERS));
		}
		Notices.Again again = this.base.notices().again();
		if (again != null) {
			known("notices.yaml", "key", "again", "rule", again.rule(), rules);
		}
		Set<String> questions = ids(this.base.questions(), Question::id);
		this.base.notices()
			.letterSays()
			.forEach((question) -> known("notices.yaml", "key", "letter-says", "question", question, questions));
		if (levels.size() != this.base.notices().notices().size()) {
			this.problems.add("notices.yaml: a level has two notices");
		}
	}

	/** A step is counted from 1, has one condition, and never are all steps hidden. */
	private void steps(Notices.Notice notice) {
		String level = notice.level().toString();
		List<Notices.StepWhen> steps = (notice.stepsWhen() != null) ? notice.stepsWhen() : List.of();
		Set<Integer> seen = new HashSet<>();
		steps.forEach((step) -> {
			condition("notices.yaml", "notice", level, step.when());
			if (step.step() < 1 || step.step() > notice.steps().size()) {
				problem("notices.yaml", "notice", level, "there is no step " + step.step());
			}
			if (!seen.add(step.step())) {
				problem("notices.yaml", "notice", level, "step " + step.step() + " has two conditions");
			}
		});
		if (seen.size() >= notice.steps().size()) {
			problem("notices.yaml", "notice", level, "at least one step is shown to everybody");
		}
		if (notice.letterWhen() != null) {
			condition("notices.yaml", "notice", level, notice.letterWhen());
		}
	}

	private void everyQuestionIsRead() {
		this.base.questions()
			.stream()
			.filter((question) -> !this.read.contains(question.id()) && !question.choosesOneOfOffered()
					&& !question.isOptional())
			.forEach((question) -> problem("questions.yaml", "question", question.id(),
					"no rule, technique or phase reads this question; ask only what is used"));
		this.base.questions()
			.stream()
			.filter((question) -> question.kind() == Kind.MULTI && this.read.contains(question.id()))
			.forEach((question) -> question.signs()
				.stream()
				.filter((sign) -> !this.readSigns.contains(question.id() + ": " + sign.id()))
				.forEach((sign) -> problem("questions.yaml", "question", question.id(),
						"no rule, technique or phase reads" + " the option " + sign.id()
								+ "; a sign that nothing reads is lost")));
	}

	void techniques(String file, String id, List<String> named) {
		Set<String> techniques = ids(this.base.techniques().techniques(), TechniqueGuide.Technique::id);
		named.forEach((technique) -> known(file, "rule", id, "technique", technique, techniques));
	}

	void known(String file, String entry, String id, String what, String value, Set<String> allowed) {
		if (!allowed.contains(value)) {
			problem(file, entry, id, "there is no " + what + " '" + value + "'");
		}
	}

	void sources(String file, String entry, String id, @Nullable Origin origin, List<String> tags) {
		Set<String> sources = ids(this.base.sources(), Sources.Source::id);
		Set<String> sections = this.base.about()
			.document()
			.sections()
			.stream()
			.map((section) -> "doc:" + section.id())
			.collect(Collectors.toSet());
		if (tags.isEmpty()) {
			problem(file, entry, id, "names no source");
		}
		tags.stream()
			.filter((tag) -> !sources.contains(tag) && !sections.contains(tag))
			.forEach((tag) -> problem(file, entry, id, "there is no source '" + tag + "'"));
		if (origin == Origin.DOC && tags.stream().noneMatch(sections::contains)) {
			problem(file, entry, id, "comes from the document, so it names a section such as doc:not-right");
		}
	}

	/** Checks a condition; only a sound one may be looked into any further. */
	boolean condition(String file, String entry, String id, Condition when) {
		List<String> wrong = when.fold(new ConditionCheck(this.base));
		wrong.forEach((text) -> problem(file, entry, id, text));
		return wrong.isEmpty();
	}

	/** Checks a condition and counts its questions as read. */
	void readCondition(String file, String entry, String id, Condition when) {
		if (condition(file, entry, id, when)) {
			this.read.addAll(when.questions());
			this.readSigns.addAll(signs(when));
		}
	}

	/** The signs of multi questions that a condition looks at. */
	private Set<String> signs(Condition when) {
		return when.atoms()
			.flatMap((atom) -> atom.options(this.base.question(atom.question()))
				.stream()
				.map((option) -> atom.question() + ": " + option))
			.collect(Collectors.toSet());
	}

	static <T> Set<String> ids(List<T> list, Function<T, String> id) {
		return list.stream().map(id).collect(Collectors.toSet());
	}

}
