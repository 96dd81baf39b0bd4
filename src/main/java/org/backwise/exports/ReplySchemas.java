package org.backwise.exports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Problem;

/** What comes back: a decision, or what was wrong. */
class ReplySchemas {

	private final KnowledgeBase base;

	private final Phrases phrases;

	ReplySchemas(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.phrases = phrases;
	}

	JsonSchema assessment() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("outcome", said("outcome", Schemas.oneOf(names(Outcome.values()))));
		parts.put("level", said("level", level().orNull()));
		parts.put("lead", said("lead", Schemas.oneOf(Notices.PLACEHOLDERS).orNull()));
		parts.put("findings", said("findings", Schemas.list(finding())));
		parts.put("cautions", said("cautions", Schemas.list(caution())));
		parts.put("complementary", said("complementary", Schemas.bool()));
		parts.put("cleared", said("cleared", Schemas.list(cleared())));
		parts.put("technique", said("technique", choice().orNull()));
		parts.put("phases", said("phases", Schemas.list(phase())));
		parts.put("areas", said("areas", areas().orNull()));
		parts.put("habit", said("habit", habit().orNull()));
		parts.put("sensitised", said("sensitised", Schemas.bool()));
		parts.put("ignored", said("ignored", Schemas.list(question())));
		parts.put("knowledge", said("knowledge", knowledge()));
		return Schemas.object(parts);
	}

	JsonSchema badBody() {
		Map<String, JsonSchema> problem = new LinkedHashMap<>();
		problem.put("question", said("problem.question", Schemas.text().orNull()));
		problem.put("kind", Schemas.oneOf(kinds()));
		problem.put("message", Schemas.text());
		List<String> always = List.copyOf(problem.keySet());
		problem.put("path", said("problem.path", Schemas.text()));
		Map<String, JsonSchema> parts = refusalParts();
		parts.put("problems", said("problems", Schemas.list(Schemas.object(problem, always))));
		return Schemas.object(parts);
	}

	JsonSchema refusal() {
		return Schemas.object(refusalParts());
	}

	JsonSchema finding() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("rule", Schemas.oneOf(this.base.referrals().stream().map(Rules.Referral::id).toList()));
		parts.put("level", said("finding.level", level()));
		parts.put("source", said("source", source()));
		parts.put("because", said("because", Schemas.text()));
		JsonSchema answer = new JsonSchema();
		answer.with("oneOf", List.of(Schemas.list(Schemas.text()), Schemas.number(0, null)));
		parts.put("answers", said("finding.answers", Schemas.map(question(), answer)));
		return Schemas.object(parts);
	}

	private JsonSchema caution() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("rule", Schemas.text());
		parts.put("source", said("source", source()));
		parts.put("caution", said("caution", Schemas.text().orNull()));
		parts.put("excludes", said("excludes", Schemas.list(technique())));
		return Schemas.object(parts);
	}

	private JsonSchema cleared() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("rule", Schemas.oneOf(this.base.referrals().stream().map(Rules.Referral::id).toList()));
		parts.put("level", level());
		parts.put("excludes", said("excludes", Schemas.list(technique())));
		return Schemas.object(parts);
	}

	private JsonSchema areas() {
		Map<String, JsonSchema> left = new LinkedHashMap<>();
		left.put("area", Schemas.text());
		left.put("rule", Schemas.text());
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("work", said("areas.work", Schemas.list(Schemas.text())));
		parts.put("leave", said("areas.leave", Schemas.list(Schemas.object(left))));
		return Schemas.object(parts);
	}

	private static JsonSchema habit() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("habit", Schemas.text());
		parts.put("chosenBy", Schemas.oneOf(names(Habit.ChosenBy.values())));
		return Schemas.object(parts);
	}

	JsonSchema choice() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("primary", said("primary", technique()));
		parts.put("alternative", said("alternative", technique().orNull()));
		parts.put("scores", said("scores", Schemas.map(technique(), Schemas.number(0, null))));
		parts.put("excluded", said("excluded", Schemas.map(technique(), Schemas.list(Schemas.text()))));
		return Schemas.object(parts);
	}

	private JsonSchema phase() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("phase", Schemas.oneOf(this.base.plan().phases().stream().map(PlanGuide.Phase::id).toList()));
		parts.put("sessions", Schemas.number(1, null));
		parts.put("everyDays", said("every-days", Schemas.number(1, null)));
		parts.put("forecast", said("forecast", Schemas.bool()));
		return Schemas.object(parts);
	}

	JsonSchema knowledge() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("version", Schemas.text());
		parts.put("sha256", said("sha256", Schemas.text()));
		parts.put("words", said("words", Schemas.text()));
		return Schemas.object(parts);
	}

	private Map<String, JsonSchema> refusalParts() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("type", said("problem.type", Schemas.text()));
		parts.put("title", Schemas.text());
		parts.put("status", Schemas.number(400, 599));
		parts.put("detail", Schemas.text());
		return parts;
	}

	JsonSchema technique() {
		return Schemas.oneOf(this.base.techniques().techniques().stream().map(TechniqueGuide.Technique::id).toList());
	}

	JsonSchema question() {
		return Schemas.oneOf(this.base.questions().stream().map(Question::id).toList());
	}

	private static JsonSchema level() {
		return Schemas.oneOf(names(Level.values()));
	}

	static JsonSchema source() {
		return Schemas.oneOf(names(Origin.values()));
	}

	private static List<String> kinds() {
		return Stream.concat(Stream.of(ApiProblem.MALFORMED, ApiProblem.UNKNOWN_KEY, ApiProblem.MISSING_KEY,
				ApiProblem.REPEATED_KEY, ApiProblem.NOT_CLEARABLE, ApiProblem.NOT_CLEARED, ApiProblem.UNKNOWN_ID,
				ApiProblem.IMPOSSIBLE_DATE), Arrays.stream(Problem.Kind.values()).map(ApiProblem::name))
			.toList();
	}

	static List<String> names(Object[] values) {
		return Arrays.stream(values).map(Object::toString).toList();
	}

	JsonSchema said(String name, JsonSchema schema) {
		schema.description(this.phrases.say("exports.api." + name));
		return schema;
	}

}
