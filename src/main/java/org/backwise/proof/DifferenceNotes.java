package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Caution;

/** What differs between two knowledge bases that no count of answer sheets shows. */
class DifferenceNotes {

	private final KnowledgeBase before;

	private final KnowledgeBase after;

	DifferenceNotes(KnowledgeBase before, KnowledgeBase after) {
		this.before = before;
		this.after = after;
	}

	List<String> all() {
		List<String> notes = new ArrayList<>();
		Map<String, Question> here = byId(this.before);
		Map<String, Question> there = byId(this.after);
		here.keySet()
			.stream()
			.filter((id) -> !there.containsKey(id))
			.forEach((id) -> notes.add("No longer asked: " + id));
		there.keySet().stream().filter((id) -> !here.containsKey(id)).forEach((id) -> notes.add("New question: " + id));
		here.forEach((id, question) -> {
			Question other = there.get(id);
			if (other != null) {
				options(question, other, notes);
			}
		});
		if (!this.before.techniques().equals(this.after.techniques())) {
			notes.add("The techniques, their points or their words differ.");
		}
		if (!this.before.plan().phases().equals(this.after.plan().phases())) {
			notes.add("The phases of a plan differ.");
		}
		changedCautions(notes);
		return List.copyOf(notes);
	}

	private void changedCautions(List<String> notes) {
		for (Caution rule : this.before.cautions()) {
			this.after.cautions()
				.stream()
				.filter((other) -> other.id().equals(rule.id()))
				.filter((other) -> !Objects.equals(rule.caution(), other.caution())
						|| rule.beginsGently() != other.beginsGently())
				.forEach((other) -> notes.add("Rule " + rule.id() + " tells the therapist something else."));
		}
	}

	private static void options(Question one, Question other, List<String> notes) {
		List<String> here = one.options().stream().map(Option::id).toList();
		List<String> there = other.options().stream().map(Option::id).toList();
		here.stream()
			.filter((id) -> !there.contains(id))
			.forEach((id) -> notes.add("No longer offered in " + one.id() + ": " + id));
		there.stream()
			.filter((id) -> !here.contains(id))
			.forEach((id) -> notes.add("New option in " + one.id() + ": " + id));
		if (one.range() != null && other.range() != null
				&& (one.range().from() != other.range().from() || one.range().to() != other.range().to())) {
			notes.add("Another range of numbers: " + one.id());
		}
	}

	private static Map<String, Question> byId(KnowledgeBase base) {
		return base.questions()
			.stream()
			.collect(Collectors.toMap(Question::id, (question) -> question, (a, b) -> a, LinkedHashMap::new));
	}

}
