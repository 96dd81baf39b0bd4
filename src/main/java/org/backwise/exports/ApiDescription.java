package org.backwise.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import org.backwise.followup.CheckInTriage;
import org.backwise.knowledge.KnowledgeBase;

/**
 * Describes the API for machines (OpenAPI 3.1), from the knowledge base that decides
 * behind it.
 */
@Component
class ApiDescription {

	private final KnowledgeBase base;

	private final KnowledgeBase checkIn;

	private final Examples examples;

	private final Phrases phrases;

	private final JsonMapper json;

	ApiDescription(CheckInTriage checkIns, Examples examples, Phrases phrases, JsonMapper json) {
		this.base = checkIns.triage().knowledge();
		this.checkIn = checkIns.questions();
		this.examples = examples;
		this.phrases = phrases;
		this.json = json;
	}

	/** The whole of it, key by key. */
	Map<String, Object> all() {
		Map<String, Object> api = new LinkedHashMap<>();
		api.put("openapi", "3.1.0");
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("title", this.phrases.say("exports.api.title"));
		info.put("description", this.phrases.say("exports.api.description", this.base.about().purpose(),
				this.base.about().not(), this.base.sha256()));
		info.put("version", this.base.about().version());
		api.put("info", info);
		api.put("servers", List.of(Map.of("url", "/")));
		Map<String, Object> paths = new LinkedHashMap<>();
		paths.put(TriageController.PATH,
				Map.of("post", operation("triage", "Request", "Assessment", this.examples.all())));
		paths.put(FollowUpController.PATH,
				Map.of("post", operation("follow-up", "CheckIn", "CheckInDecision", this.examples.checkIns())));
		api.put("paths", paths);
		api.put("components", Map.of("schemas", schemas()));
		return api;
	}

	private Map<String, JsonSchema> schemas() {
		AnswerSchemas answers = new AnswerSchemas(this.base, this.phrases);
		ReplySchemas replies = new ReplySchemas(this.base, this.phrases);
		FollowUpSchemas followUp = new FollowUpSchemas(this.base, this.checkIn, this.phrases);
		Map<String, JsonSchema> schemas = new LinkedHashMap<>();
		schemas.put("Request", answers.request());
		schemas.put("Assessment", replies.assessment());
		schemas.put("CheckIn", followUp.request());
		schemas.put("CheckInAnswers", followUp.answers());
		schemas.put("CheckInDecision", followUp.decision());
		schemas.put("BadBody", replies.badBody());
		schemas.put("Refusal", replies.refusal());
		return schemas;
	}

	private Map<String, Object> operation(String name, String request, String reply, List<Example> examples) {
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("summary", this.phrases.say("exports.api.summary." + name));
		operation.put("description", this.phrases.say("exports.api.rules." + name));
		operation.put("operationId", name);
		Map<String, Object> sent = media(request);
		add(sent, examples, false, Example::request);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("required", true);
		body.put("content", Map.of(MediaType.APPLICATION_JSON_VALUE, sent));
		operation.put("requestBody", body);
		Map<String, Object> decided = media(reply);
		add(decided, examples, false, Example::response);
		Map<String, Object> bad = media("BadBody");
		add(bad, examples, true, Example::response);
		Map<String, Object> replies = new LinkedHashMap<>();
		replies.put("200", response("exports.api.200", MediaType.APPLICATION_JSON_VALUE, decided));
		replies.put("400", response("exports.api.400", MediaType.APPLICATION_PROBLEM_JSON_VALUE, bad));
		replies.put("405", refused("exports.error.405"));
		replies.put("413", refused("exports.error.413"));
		replies.put("415", refused("exports.error.415"));
		Map<String, Object> tooMany = refused("exports.error.429");
		Map<String, Object> retryAfter = new LinkedHashMap<>();
		retryAfter.put("description", this.phrases.say("exports.api.retry-after"));
		retryAfter.put("schema", Schemas.number(1, null));
		tooMany.put("headers", Map.of("Retry-After", retryAfter));
		replies.put("429", tooMany);
		operation.put("responses", replies);
		return operation;
	}

	private Map<String, Object> refused(String phrase) {
		return response(phrase, MediaType.APPLICATION_PROBLEM_JSON_VALUE, media("Refusal"));
	}

	private Map<String, Object> response(String phrase, String type, Map<String, Object> media) {
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("description", this.phrases.say(phrase));
		response.put("content", Map.of(type, media));
		return response;
	}

	private void add(Map<String, Object> media, List<Example> examples, boolean refused,
			Function<Example, String> part) {
		Map<String, Object> shown = new LinkedHashMap<>();
		examples.stream()
			.filter((example) -> example.isRefused() == refused)
			.forEach((example) -> shown.put(example.name(), Map.of("value", this.json.readTree(part.apply(example)))));
		if (!shown.isEmpty()) {
			media.put("examples", shown);
		}
	}

	private static Map<String, Object> media(String schema) {
		Map<String, Object> media = new LinkedHashMap<>();
		media.put("schema", Schemas.reference(schema));
		return media;
	}

}
