package org.backwise.exports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.triage.Answer;
import org.backwise.triage.Reading;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The exported file, run by the DMN engine of Apache KIE. */
public class KieModel {

	private final KnowledgeBase base;

	private final DMNRuntime runtime;

	private final DMNModel model;

	public KieModel(KnowledgeBase base) {
		this(base, DmnVersion.DEFAULT);
	}

	KieModel(KnowledgeBase base, DmnVersion version) {
		this.base = base;
		Resource resource = ResourceFactory
			.newByteArrayResource(DmnDocument.of(base, version).getBytes(StandardCharsets.UTF_8));
		resource.setSourcePath("rules.dmn");
		this.runtime = DMNRuntimeBuilder.fromDefaults()
			.buildConfiguration()
			.fromResources(List.of(resource))
			.getOrElseThrow((ex) -> new IllegalStateException(ex));
		this.model = this.runtime.getModels().get(0);
	}

	DMNModel model() {
		return this.model;
	}

	/** The inputs of the model for a sheet. */
	public Map<String, Object> inputs(Reading reading) {
		Map<String, Object> inputs = new HashMap<>();
		this.base.questions()
			.forEach((question) -> inputs.put(question.id().replace('-', '_'),
					reading.answers()
						.to(question.id())
						.map((answer) -> value(answer, question.kind()))
						.orElse((question.kind() == Kind.MULTI) ? List.of() : null)));
		return inputs;
	}

	private static Object value(Answer answer, Kind kind) {
		if (answer instanceof Answer.Amount amount) {
			return BigDecimal.valueOf(amount.value());
		}
		List<String> options = ((Answer.Choice) answer).options();
		return (kind == Kind.MULTI) ? options : options.get(0);
	}

	/** All that the rules say. */
	@SuppressWarnings("unchecked")
	Map<String, Object> triage(Map<String, Object> inputs) {
		DMNResult result = decide(inputs);
		if (!result.getMessages().isEmpty()) {
			throw new IllegalStateException(result.getMessages().toString());
		}
		return (Map<String, Object>) result.getContext().get("triage");
	}

	/** Decides everything; an error in the model is an error here. */
	public DMNResult decide(Map<String, Object> inputs) {
		DMNContext context = this.runtime.newContext();
		inputs.forEach(context::set);
		return this.runtime.evaluateAll(this.model, context);
	}

}
