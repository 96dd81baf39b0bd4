package org.backwise.knowledge;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionTests {

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	@Test
	void allStandInTheOneListOfTheKnowledgeBase() throws ReflectiveOperationException {
		List<Condition> found = new ArrayList<>();
		collect(BASE, found);
		// those of the follow-up stand in the list of the questionnaire of a check-in
		List<Condition> ofTheFollowUp = new ArrayList<>();
		collect(BASE.followUp(), ofTheFollowUp);
		ofTheFollowUp.forEach(found::remove);
		assertThat(BASE.conditions()).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(found);
	}

	@Test
	void nameTheQuestionsThatTheirTermsRead() {
		assertThat(BASE.referral("D-08").atLevels().get(0).when().questions()).contains("location", "age");
	}

	/** Every condition in any component of any record, however deep. */
	private static void collect(Object value, List<Condition> found) throws ReflectiveOperationException {
		if (value instanceof Condition condition) {
			found.add(condition);
		}
		else if (value instanceof Collection<?> list) {
			for (Object item : list) {
				collect(item, found);
			}
		}
		else if (value instanceof Map<?, ?> map) {
			collect(map.values(), found);
		}
		else if (value instanceof Record entry) {
			for (RecordComponent component : entry.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				collect(component.getAccessor().invoke(entry), found);
			}
		}
	}

}
