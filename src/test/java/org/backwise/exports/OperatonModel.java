package org.backwise.exports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
		configuration.setFeelEngineFactory(ParsingOnce::new);
		this.engine = configuration.buildEngine();
		this.decision = this.engine.parseDecision("triage",
				new ByteArrayInputStream(DmnDocument.of(base, version).getBytes(StandardCharsets.UTF_8)));
	}

	/** All that the rules say; an error in the model is an error here. */
	Map<String, Object> triage(Map<String, Object> inputs) {
		return this.engine.evaluateDecision(this.decision, inputs).getSingleResult().getSingleEntry();
	}

	/**
	 * The FEEL engine that Operaton would take by itself, which parses every cell anew
	 * for every sheet: half a second each time.
	 */
	private static class ParsingOnce extends ScalaFeelEngine {

		ParsingOnce() {
			super(List.of());
		}

		@Override
		protected FeelEngineApi buildFeelEngineApi(CustomFunctionTransformer functions,
				ValueMapper.CompositeValueMapper values) {
			return new Parsed(super.buildFeelEngineApi(functions, values));
		}

	}

	/** Parses every text once. */
	private static class Parsed extends FeelEngineApi {

		private final FeelEngineApi feel;

		private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();

		private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();

		@SuppressWarnings("NullAway")
		Parsed(FeelEngineApi feel) {
			super(null);
			this.feel = feel;
		}

		@Override
		public EvaluationResult evaluateExpression(String text, Context context) {
			return this.feel.evaluate(
					this.expressions.computeIfAbsent(text, (it) -> this.feel.parseExpression(it).parsedExpression()),
					context);
		}

		@Override
		public EvaluationResult evaluateUnaryTests(String text, Object input, Context context) {
			return this.feel.evaluateWithInput(
					this.tests.computeIfAbsent(text, (it) -> this.feel.parseUnaryTests(it).parsedExpression()), input,
					context);
		}

	}

}
