package org.backwise.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.backwise.followup.By;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Question;

/** A check-in: what may be sent, and what comes back. */
class FollowUpSchemas {

	private final KnowledgeBase base;

	private final KnowledgeBase checkIn;

	private final FollowUp followUp;

	private final AnswerSchemas first;

	private final AnswerSchemas again;

	private final ReplySchemas replies;

	/** The second knowledge base is that of what a check-in asks. */
	FollowUpSchemas(KnowledgeBase base, KnowledgeBase checkIn, Phrases phrases) {
		this.base = base;
		this.checkIn = checkIn;
		this.followUp = Objects.requireNonNull(base.followUp());
		this.first = new AnswerSchemas(base, phrases);
		this.again = new AnswerSchemas(checkIn, phrases);
		this.replies = new ReplySchemas(base, phrases);
	}

	JsonSchema request() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("intake", Schemas.reference("Request/properties/answers"));
		parts.put("plan", said("plan", plan()));
		JsonSchema day = day();
		Map<String, JsonSchema> earlier = new LinkedHashMap<>();
		earlier.put("day", day);
		earlier.put("answers", Schemas.reference("CheckInAnswers"));
		parts.put("before", said("before", Schemas.list(Schemas.object(earlier))));
		Map<String, JsonSchema> now = new LinkedHashMap<>();
		now.put("moment", said("moment", Schemas.oneOf(ReplySchemas.names(Moment.values()))));
		now.put("by", said("by", Schemas.oneOf(ReplySchemas.names(By.values()))));
		now.put("day", day);
		now.put("answers", Schemas.reference("CheckInAnswers"));
		parts.put("now", said("now", Schemas.object(now)));
		List<String> required = List.copyOf(parts.keySet());
		parts.put(FollowUpReader.INTAKE_DAY, said("intake-day", day().orNull()));
		return Schemas.object(parts, required);
	}

	/** Each question that a check-in can ask, and the words that only the start has. */
	JsonSchema answers() {
		Map<String, JsonSchema> questions = this.again.questions(this::isAsked);
		JsonSchema text = Schemas.text();
		text.with("minLength", 1);
		text.with("maxLength", FollowUpReader.LONGEST_ACTIVITY);
		JsonSchema texts = Schemas.list(text);
		texts.with("minItems", 1);
		texts.with("maxItems", FollowUpReader.MOST_ACTIVITIES);
		questions.put(FollowUpReader.ACTIVITIES,
				said("activities", either(texts, Schemas.oneOf(List.of(FollowUpReader.NO_ACTIVITIES)))));
		return said("answers", Schemas.object(questions, List.of()));
	}

	JsonSchema decision() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("outcome", said("outcome", outcome()));
		parts.put("to", said("to", phase().orNull()));
		parts.put("findings", said("findings", Schemas.list(this.replies.finding())));
		Map<String, JsonSchema> rule = new LinkedHashMap<>();
		rule.put("rule",
				Schemas.oneOf(Stream.concat(this.followUp.rules().stream(), this.followUp.otherwise().stream())
					.map(CareRules.Rule::id)
					.distinct()
					.toList()));
		rule.put("outcome", outcome());
		rule.put("source", this.replies.said("source", ReplySchemas.source()));
		parts.put("rules", said("rules", Schemas.list(Schemas.object(rule))));
		Map<String, JsonSchema> caution = new LinkedHashMap<>();
		caution.put("rule", Schemas.oneOf(this.followUp.cautions().stream().map(CareRules.Caution::id).toList()));
		caution.put("confirm", said("confirm", Schemas.bool()));
		caution.put("excludes", this.replies.said("excludes", Schemas.list(this.replies.technique())));
		parts.put("cautions", said("cautions", Schemas.list(Schemas.object(caution))));
		Map<String, JsonSchema> measures = new LinkedHashMap<>();
		measures.put("pain", said("pain", measure()));
		measures.put("activities", said("measured-activities", measure().orNull()));
		measures.put("response", said("response", Schemas.oneOf(ReplySchemas.names(Response.values()))));
		parts.put("measures", said("measures", Schemas.object(measures)));
		parts.put("technique", said("technique", this.replies.choice().orNull()));
		parts.put("asked", said("asked", Schemas.list(question())));
		parts.put("ignored", this.replies.said("ignored", Schemas.list(question())));
		parts.put("knowledge", this.replies.said("knowledge", this.replies.knowledge()));
		return Schemas.object(parts);
	}

	private JsonSchema plan() {
		Map<String, JsonSchema> kept = new LinkedHashMap<>();
		this.base.plan().phases().forEach((phase) -> kept.put(phase.id(), Schemas.number(0, JsonFields.MOST)));
		Map<String, JsonSchema> cleared = new LinkedHashMap<>();
		cleared.put("rule", this.first.clearable());
		cleared.put("level", Schemas.oneOf(ReplySchemas.names(FollowUpReader.CLEARABLE.toArray())));
		JsonSchema answer = new JsonSchema();
		answer.with("oneOf", List.of(Schemas.text(), Schemas.list(Schemas.text()), Schemas.number(0, null)));
		cleared.put("answers", said("cleared.answers", Schemas.map(this.replies.question(), answer)));
		Map<String, JsonSchema> plan = new LinkedHashMap<>();
		plan.put("phase", phase());
		plan.put("kept", said("kept", Schemas.object(kept)));
		plan.put("sensitised", Schemas.bool());
		plan.put("complementary", said("complementary", Schemas.bool()));
		plan.put("cleared", said("cleared", Schemas.list(Schemas.object(cleared))));
		plan.put("stepBacks", said("step-backs", Schemas.number(0, JsonFields.MOST)));
		List<String> required = List.copyOf(plan.keySet());
		plan.put("habit",
				said("habit",
						Schemas
							.oneOf(FollowUpReader.habits(this.base.plan()).stream().map(PlanGuide.Habit::id).toList())
							.orNull()));
		FollowUpCheck.aboutAreas(this.base.plan())
			.forEach((id) -> plan.put("stiffWhere",
					said("stiff-areas", AnswerSchemas.type(this.base.question(id)).orNull())));
		return Schemas.object(plan, required);
	}

	private static JsonSchema measure() {
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		Stream.of("now", "start", "best", "need").forEach((part) -> parts.put(part, Schemas.number(0, null)));
		parts.put("better", Schemas.bool());
		return Schemas.object(parts);
	}

	/**
	 * What it can ask at any moment; nobody is asked what is known beside the answers.
	 */
	private boolean isAsked(Question question) {
		return !question.page().equals(FollowUp.FACTS) && !Condition.NEVER.equals(question.asked());
	}

	private static JsonSchema day() {
		JsonSchema day = Schemas.text();
		day.with("format", "date");
		return day;
	}

	private JsonSchema question() {
		return Schemas.oneOf(this.checkIn.questions()
			.stream()
			.filter((question) -> !question.page().equals(FollowUp.FACTS))
			.map(Question::id)
			.toList());
	}

	private JsonSchema phase() {
		return Schemas.oneOf(this.base.plan().phases().stream().map(PlanGuide.Phase::id).toList());
	}

	private static JsonSchema outcome() {
		return Schemas.oneOf(ReplySchemas.names(Outcome.values()));
	}

	private static JsonSchema either(JsonSchema one, JsonSchema other) {
		JsonSchema schema = new JsonSchema();
		schema.with("oneOf", List.of(one, other));
		return schema;
	}

	private JsonSchema said(String name, JsonSchema schema) {
		return this.replies.said("follow-up." + name, schema);
	}

}
