package org.backwise.exports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.operaton.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;

/** The exported file, run by the DMN engine of Operaton, which goes on from Camunda 7. */
class OperatonModel {

	private final DmnEngine engine;

	private final DmnDecision decision;

	OperatonModel(KnowledgeBase base, DmnVersion version) {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.setFeelEngineFactory(Remembering::new);
		this.engine = configuration.buildEngine();
		this.decision = this.engine.parseDecision("triage",
				new ByteArrayInputStream(DmnDocument.of(base, version).getBytes(StandardCharsets.UTF_8)));
	}

	/** All that the rules say; an error in the model is an error here. */
	Map<String, Object> triage(Map<String, Object> inputs) {
		return this.engine.evaluateDecision(this.decision, inputs).getSingleResult().getSingleEntry();
	}

	/**
	 * The FEEL engine that Operaton would take by itself. That one parses every cell anew
	 * for every sheet, which takes half a second each time.
	 */
	private static class Remembering extends ScalaFeelEngine {

		Remembering() {
			super(List.of());
		}

		@Override
		protected FeelEngineApi buildFeelEngineApi(CustomFunctionTransformer functions,
				ValueMapper.CompositeValueMapper values) {
			return new Remembered(super.buildFeelEngineApi(functions, values));
		}

	}

	/** Parses a text once, and tests a cell once for each value. */
	private static class Remembered extends FeelEngineApi {

		private final FeelEngineApi feel;

		private final Map<String, ParsedExpression> parsed = new HashMap<>();

		private final Map<List<Object>, EvaluationResult> tested = new HashMap<>();

		@SuppressWarnings("NullAway")
		Remembered(FeelEngineApi feel) {
			super(null);
			this.feel = feel;
		}

		@Override
		public EvaluationResult evaluateExpression(String text, Context context) {
			return this.feel.evaluate(
					this.parsed.computeIfAbsent(text, (it) -> this.feel.parseExpression(it).parsedExpression()),
					context);
		}

		/** Our cells read nothing but their own column. */
		@Override
		public EvaluationResult evaluateUnaryTests(String text, Object input, Context context) {
			return this.tested.computeIfAbsent(Arrays.asList(text, input),
					(it) -> this.feel.evaluateUnaryTests(text, input, context));
		}

	}

}
