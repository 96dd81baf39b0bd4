package org.backwise.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.triage.Assessment;

import static org.assertj.core.api.Assertions.assertThat;

/** Which movements a plan shows, and which ones its limits keep off. */
class MovementsTests {

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Movements movements = new Movements();

	@Test
	void theNeckGetsMovementsForTheNeckAndTheLowerBackItsOwn() {
		assertThat(suited(List.of("neck"))).containsExactly("neck-turn", "shoulder-blades");
		assertThat(suited(List.of("lower-back-left"))).containsExactly("knees-side-to-side", "knee-to-chest");
	}

	@Test
	void severalPlacesShareTheFewMovements() {
		assertThat(suited(List.of("neck", "lower-back-centre", "lower-back-left"))).containsExactly("neck-turn",
				"knees-side-to-side");
	}

	@Test
	void aLimitKeepsAMovementOff() {
		assertThat(suited(List.of("lower-back-left"), "K-01")).containsExactly("cat-and-cow");
		assertThat(suited(List.of("lower-back-left"), "K-03")).isEmpty();
		assertThat(suited(List.of("neck"), "K-23")).isEmpty();
		assertThat(suited(List.of("neck", "upper-back-left"), "K-24")).isEmpty();
		assertThat(suited(List.of("upper-back-left"), "X-04")).isEmpty();
	}

	@Test
	void limitsAddUp() {
		assertThat(suited(List.of("between-shoulder-blades"), "K-01")).containsExactly("shoulder-blades", "side-bend");
		assertThat(suited(List.of("between-shoulder-blades"), "K-01", "K-14")).containsExactly("shoulder-blades");
	}

	@Test
	void aLimitThatNobodyThoughtAboutKeepsEveryMovementOff() {
		assertThat(suited(List.of("neck"), "K-99")).isEmpty();
	}

	@Test
	void besideADoctorsCareAndInOldPlansThereAreNone() {
		assertThat(this.movements.suited(assessment(List.of("neck"), true))).isEmpty();
		assertThat(this.movements
			.suited(new Assessment(Assessment.Outcome.CARE_PLAN, null, null, List.of(), List.of(), false, List.of(),
					null, List.of(), null, null, false, List.of(), new Assessment.KnowledgeVersion("2", "", null))))
			.isEmpty();
	}

	@Test
	void everyCautionAndEveryPlaceHasALineAndNoLineIsForNothing() throws IOException {
		Properties lines = new Properties();
		try (InputStream file = Objects.requireNonNull(Movements.class.getResourceAsStream("/movements.properties"))) {
			lines.load(file);
		}
		Set<String> kinds = keys(lines, "kind.").collect(Collectors.toSet());
		PlanGuide.Areas areas = Objects.requireNonNull(BASE.plan().areas());
		Stream<String> places = Stream.concat(BASE.question(BASE.roles().location()).signs().stream().map(Option::id),
				Stream.concat(areas.work().stream().map(PlanGuide.WorkArea::id),
						Stream.of(areas.whole().id(), areas.elsewhere().id())));
		assertThat(keys(lines, "with."))
			.containsExactlyInAnyOrderElementsOf(BASE.cautions().stream().map(Caution::id).toList());
		assertThat(keys(lines, "for.")).containsExactlyInAnyOrderElementsOf(places.collect(Collectors.toSet()));
		assertThat(lines.stringPropertyNames()).filteredOn((key) -> key.matches("(for|kind)\\..*"))
			.allSatisfy((key) -> assertThat(ids(lines, key)).as(key).isSubsetOf(this.movements.all()));
		assertThat(lines.stringPropertyNames()).filteredOn((key) -> key.startsWith("with."))
			.allSatisfy((key) -> assertThat(ids(lines, key)).as(key)
				.allMatch((kind) -> kind.equals("all") || kinds.contains(kind)));
		assertThat(this.movements.all()).hasSize(6);
	}

	private static List<String> ids(Properties lines, String key) {
		return Stream.of(lines.getProperty(key).split(",")).filter((id) -> !id.isEmpty()).toList();
	}

	private static Stream<String> keys(Properties lines, String prefix) {
		return lines.stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith(prefix))
			.map((key) -> key.substring(prefix.length()));
	}

	private List<String> suited(List<String> places, String... rules) {
		return this.movements.suited(assessment(places, false, rules));
	}

	private static Assessment assessment(List<String> places, boolean complementary, String... rules) {
		return new Assessment(Assessment.Outcome.CARE_PLAN, null, null, List.of(),
				Stream.of(rules).map((rule) -> new Assessment.Caution(rule, Origin.OURS, null, List.of())).toList(),
				complementary, List.of(), null, List.of(), new Assessment.Areas(places, List.of()), null, false,
				List.of(), new Assessment.KnowledgeVersion("2", "", null));
	}

}
