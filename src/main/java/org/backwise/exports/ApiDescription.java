package org.backwise.exports;

import java.util.List;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeBase;

/**
 * Describes the API for machines, from the knowledge base that decides behind it. The
 * description is served by springdoc at {@code /api/openapi}.
 */
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

	private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

	private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

	private final KnowledgeBase base;

	private final Examples examples;

	private final Phrases phrases;

	ApiDescription(KnowledgeBase base, Examples examples, Phrases phrases) {
		this.base = base;
		this.examples = examples;
		this.phrases = phrases;
	}

	@Override
	public void customise(OpenAPI api) {
		AnswerSchemas answers = new AnswerSchemas(this.base, this.phrases);
		ReplySchemas replies = new ReplySchemas(this.base, this.phrases);
		api.info(new Info().title(this.phrases.say("exports.api.title"))
			.version(this.base.about().version())
			.description(this.phrases.say("exports.api.description", this.base.about().purpose(),
					this.base.about().not(), this.base.sha256())))
			.servers(List.of(new Server().url("/")))
			.paths(new Paths().addPathItem(TriageController.PATH, new PathItem().post(operation())))
			.components(new Components().addSchemas("Request", answers.request())
				.addSchemas("Assessment", replies.assessment())
				.addSchemas("BadBody", replies.badBody())
				.addSchemas("Refusal", replies.refusal()));
	}

	private Operation operation() {
		return new Operation().operationId("triage")
			.summary(this.phrases.say("exports.api.summary"))
			.description(this.phrases.say("exports.api.rules"))
			.requestBody(new RequestBody().required(true).content(requests()))
			.responses(new ApiResponses().addApiResponse("200", decided())
				.addApiResponse("400",
						refused("exports.api.400").content(new Content().addMediaType(PROBLEM,
								withReplies(media("BadBody"), List.of(Examples.REFUSED)))))
				.addApiResponse("405", refused("exports.error.405"))
				.addApiResponse("413", refused("exports.error.413"))
				.addApiResponse("415", refused("exports.error.415"))
				.addApiResponse("429",
						refused("exports.error.429").addHeaderObject("Retry-After",
								new Header().description(this.phrases.say("exports.api.retry-after"))
									.schema(Schemas.number(1, null)))));
	}

	private Content requests() {
		MediaType media = media("Request");
		this.examples.all()
			.stream()
			.filter((example) -> !example.name().equals(Examples.REFUSED))
			.forEach((example) -> media.addExamples(example.name(), example(example.request())));
		return new Content().addMediaType(JSON, media);
	}

	private ApiResponse decided() {
		return new ApiResponse().description(this.phrases.say("exports.api.200"))
			.content(new Content().addMediaType(JSON,
					withReplies(media("Assessment"), List.of(Examples.EMERGENCY, Examples.CARE_PLAN))));
	}

	private ApiResponse refused(String phrase) {
		return new ApiResponse().description(this.phrases.say(phrase))
			.content(new Content().addMediaType(PROBLEM, media("Refusal")));
	}

	private MediaType withReplies(MediaType media, List<String> names) {
		this.examples.all()
			.stream()
			.filter((example) -> names.contains(example.name()))
			.forEach((example) -> media.addExamples(example.name(), example(example.response())));
		return media;
	}

	private static MediaType media(String schema) {
		return new MediaType().schema(Schemas.reference(schema));
	}

	/** As a tree, because springdoc would leave out the nulls of a map. */
	private static io.swagger.v3.oas.models.examples.Example example(String json) {
		try {
			return new io.swagger.v3.oas.models.examples.Example().value(Json31.mapper().readTree(json));
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException("An example is not JSON", ex);
		}
	}

}
