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

import org.backwise.followup.CheckInTriage;
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

	private final KnowledgeBase checkIn;

	private final Examples examples;

	private final Phrases phrases;

	ApiDescription(CheckInTriage checkIns, Examples examples, Phrases phrases) {
		this.base = checkIns.triage().knowledge();
		this.checkIn = checkIns.questions();
		this.examples = examples;
		this.phrases = phrases;
	}

	@Override
	public void customise(OpenAPI api) {
		AnswerSchemas answers = new AnswerSchemas(this.base, this.phrases);
		ReplySchemas replies = new ReplySchemas(this.base, this.phrases);
		FollowUpSchemas followUp = new FollowUpSchemas(this.base, this.checkIn, this.phrases);
		api.info(new Info().title(this.phrases.say("exports.api.title"))
			.version(this.base.about().version())
			.description(this.phrases.say("exports.api.description", this.base.about().purpose(),
					this.base.about().not(), this.base.sha256())))
			.servers(List.of(new Server().url("/")))
			.paths(new Paths().addPathItem(TriageController.PATH, new PathItem().post(triage()))
				.addPathItem(FollowUpController.PATH, new PathItem().post(followUp())))
			.components(new Components().addSchemas("Request", answers.request())
				.addSchemas("Assessment", replies.assessment())
				.addSchemas("CheckIn", followUp.request())
				.addSchemas("CheckInAnswers", followUp.answers())
				.addSchemas("CheckInDecision", followUp.decision())
				.addSchemas("BadBody", replies.badBody())
				.addSchemas("Refusal", replies.refusal()));
	}

	private Operation triage() {
		return operation("triage", "Request", "Assessment", this.examples.all());
	}

	private Operation followUp() {
		return operation("follow-up", "CheckIn", "CheckInDecision", this.examples.checkIns());
	}

	private Operation operation(String name, String request, String reply, List<Example> examples) {
		return new Operation().operationId(name)
			.summary(this.phrases.say("exports.api.summary." + name))
			.description(this.phrases.say("exports.api.rules." + name))
			.requestBody(new RequestBody().required(true).content(requests(request, examples)))
			.responses(
					new ApiResponses()
						.addApiResponse("200",
								new ApiResponse().description(this.phrases.say("exports.api.200"))
									.content(new Content().addMediaType(JSON,
											withReplies(media(reply), examples, false))))
						.addApiResponse("400",
								refused("exports.api.400").content(new Content().addMediaType(PROBLEM,
										withReplies(media("BadBody"), examples, true))))
						.addApiResponse("405", refused("exports.error.405"))
						.addApiResponse("413", refused("exports.error.413"))
						.addApiResponse("415", refused("exports.error.415"))
						.addApiResponse("429",
								refused("exports.error.429").addHeaderObject("Retry-After",
										new Header().description(this.phrases.say("exports.api.retry-after"))
											.schema(Schemas.number(1, null)))));
	}

	private static Content requests(String schema, List<Example> examples) {
		MediaType media = media(schema);
		examples.stream()
			.filter((example) -> !example.isRefused())
			.forEach((example) -> media.addExamples(example.name(), example(example.request())));
		return new Content().addMediaType(JSON, media);
	}

	private ApiResponse refused(String phrase) {
		return new ApiResponse().description(this.phrases.say(phrase))
			.content(new Content().addMediaType(PROBLEM, media("Refusal")));
	}

	private static MediaType withReplies(MediaType media, List<Example> examples, boolean refused) {
		examples.stream()
			.filter((example) -> example.isRefused() == refused)
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
