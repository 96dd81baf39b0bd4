package org.backwise.exports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An answer sheet as it stood in a request body: well-formed, but not yet understood.
 *
 * @param answers question id to what stood there; null when the body holds no sheet
 * @param cleared ids of rules that are taken as cleared; none when nothing is said
 * @param problems what is wrong with the body around the answers
 */
record Sheet(@Nullable Map<String, @Nullable Object> answers, Set<String> cleared, List<ApiProblem> problems) {

	Sheet {
		answers = (answers != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(answers)) : null;
		cleared = Collections.unmodifiableSet(new LinkedHashSet<>(cleared));
		problems = List.copyOf(problems);
	}

}
