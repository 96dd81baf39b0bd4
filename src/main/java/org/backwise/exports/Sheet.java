package org.backwise.exports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer sheet as it stood in a request body: well-formed, but not yet understood.
 *
 * @param answers question id to what stood there; null when the body holds no sheet
 * @param problems what is wrong with the body around the answers
 */
record Sheet(@Nullable Map<String, @Nullable Object> answers, List<ApiProblem> problems) {

	Sheet {
		answers = (answers != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(answers)) : null;
		problems = List.copyOf(problems);
	}

}
