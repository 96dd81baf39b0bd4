package org.backwise.replay;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.KnowledgeBase;

/**
 * What a candidate decides otherwise over every answer sheet there can be.
 *
 * @param lines one line for each difference
 * @param looser whether anything gets looser; null when it cannot be told
 */
record Meaning(List<String> lines, @Nullable Boolean looser) {

	static Meaning of(KnowledgeBase running, KnowledgeBase candidate) {
		return new Meaning(List.of(), running.sha256().equals(candidate.sha256()) ? Boolean.FALSE : null);
	}

}
