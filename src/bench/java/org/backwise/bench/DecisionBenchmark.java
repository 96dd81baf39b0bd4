package org.backwise.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.exports.DmnSheets;
import org.backwise.exports.KieModel;
import org.backwise.triage.Assessment;
import org.backwise.triage.Contract;
import org.backwise.triage.ContractSheet;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One decision on the same 1,000 answer sheets, in every engine. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(DecisionBenchmark.SHEETS)
public class DecisionBenchmark {

	static final int SHEETS = 1000;

	@Benchmark
	public void handWritten(Hand hand, Blackhole hole) {
		for (ContractSheet sheet : hand.sheets) {
			hole.consume(hand.engine.assess(sheet));
		}
	}

	@Benchmark
	public void backwise(Ours ours, Blackhole hole) {
		for (Reading reading : ours.readings) {
			hole.consume(ours.triage.assess(reading));
		}
	}

	@Benchmark
	public void backwiseFromMap(Ours ours, Blackhole hole) {
		for (Map<String, Object> sheet : ours.maps) {
			hole.consume(ours.triage.assess(ours.triage.read(sheet)));
		}
	}

	@Benchmark
	public void backwiseFromJson(Ours ours, Blackhole hole) {
		for (byte[] request : ours.requests) {
			hole.consume(ours.fromJson(request));
		}
	}

	@Benchmark
	public void easyRules(Easy easy, Blackhole hole) {
		for (FactSheet sheet : easy.sheets) {
			hole.consume(easy.engine.decide(sheet));
		}
	}

	@Benchmark
	public void drools(Drools drools, Blackhole hole) {
		for (FactSheet sheet : drools.sheets) {
			hole.consume(drools.engine.decide(sheet));
		}
	}

	@Benchmark
	public void kieDmn(Kie kie, Blackhole hole) {
		for (Map<String, Object> inputs : kie.inputs) {
			hole.consume(kie.model.decide(inputs));
		}
	}

	/** The sheets, and what we decide on them. */
	@State(Scope.Thread)
	public static class Ours {

		private static final TypeReference<Map<String, Map<String, Object>>> REQUEST = new TypeReference<>() {
		};

		/** Every kind of sheet, or only those that lead to a plan without any caution. */
		@Param({ "mixed", "plans" })
		public String sheets = "mixed";

		private final JsonMapper json = JsonMapper.builder().build();

		final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

		final Triage triage = new Triage(this.base);

		final List<Map<String, Object>> maps = new ArrayList<>();

		final List<byte[]> requests = new ArrayList<>();

		final List<Reading> readings = new ArrayList<>();

		final List<Assessment> assessments = new ArrayList<>();

		@Setup
		public void prepare() {
			for (Map<String, Object> sheet : chosen()) {
				this.maps.add(new HashMap<>(sheet));
				this.requests.add(this.json.writeValueAsBytes(Map.of("answers", sheet)));
				this.readings.add(this.triage.read(sheet));
			}
			this.readings.forEach((reading) -> this.assessments.add(this.triage.assess(reading)));
			agree((i) -> fromJson(this.requests.get(i)).equals(this.assessments.get(i)));
		}

		private List<Map<String, Object>> chosen() {
			DmnSheets source = new DmnSheets(this.triage);
			if (this.sheets.equals("plans")) {
				return source.plans(SHEETS);
			}
			List<Map<String, Object>> near = source.nearMisses();
			return Stream
				.of(source.fires().stream(), IntStream.range(0, 283).mapToObj((i) -> near.get(i * near.size() / 283)),
						source.random(SHEETS).stream())
				.flatMap((some) -> some)
				.limit(SHEETS)
				.toList();
		}

		Assessment fromJson(byte[] request) {
			Map<String, Object> answers = this.json.readValue(request, REQUEST).get("answers");
			return this.triage.assess(this.triage.read(answers));
		}

		/** Stops the benchmark when an engine does not decide like ours on each sheet. */
		void agree(IntPredicate agrees) {
			for (int i = 0; i < SHEETS; i++) {
				if (!agrees.test(i)) {
					throw new IllegalStateException("The engines do not agree on " + this.maps.get(i));
				}
			}
		}

	}

	/** The rules by hand. */
	@State(Scope.Thread)
	public static class Hand {

		final List<ContractSheet> sheets = new ArrayList<>();

		@SuppressWarnings("NullAway.Init")
		Contract engine;

		@Setup
		public void prepare(Ours ours) {
			this.engine = new Contract(ours.base);
			ours.readings.forEach((reading) -> this.sheets.add(new ContractSheet(reading)));
			ours.agree((i) -> this.engine.assess(this.sheets.get(i))
				.equals(Contract.comparable(ours.assessments.get(i))));
		}

	}

	/** The rules in Easy Rules. */
	@State(Scope.Thread)
	public static class Easy {

		final List<FactSheet> sheets = new ArrayList<>();

		@SuppressWarnings("NullAway.Init")
		EasyRulesEngine engine;

		@Setup
		public void prepare(Ours ours) {
			this.engine = new EasyRulesEngine(ours.base);
			ours.readings.forEach((reading) -> this.sheets.add(new FactSheet(ours.base, reading)));
			ours.agree((i) -> this.engine.decide(this.sheets.get(i)).agreesWith(ours.assessments.get(i)));
		}

	}

	/** The rules in Drools. */
	@State(Scope.Thread)
	public static class Drools {

		final List<FactSheet> sheets = new ArrayList<>();

		@SuppressWarnings("NullAway.Init")
		DroolsEngine engine;

		@Setup
		public void prepare(Ours ours) {
			this.engine = new DroolsEngine(ours.base);
			ours.readings.forEach((reading) -> this.sheets.add(new FactSheet(ours.base, reading)));
			ours.agree((i) -> this.engine.decide(this.sheets.get(i)).agreesWith(ours.assessments.get(i)));
		}

	}

	/** The exported file in KIE. */
	@State(Scope.Thread)
	public static class Kie {

		final List<Map<String, Object>> inputs = new ArrayList<>();

		@SuppressWarnings("NullAway.Init")
		KieModel model;

		@Setup
		public void prepare(Ours ours) {
			this.model = new KieModel(ours.base);
			ours.readings.forEach((reading) -> this.inputs.add(this.model.inputs(reading)));
			List<String> techniques = ours.base.techniques().techniques().stream().map(Technique::id).toList();
			ours.agree((i) -> Verdict.of(this.model.decide(this.inputs.get(i)).getContext(), techniques)
				.agreesWith(ours.assessments.get(i)));
		}

	}

}
