package org.backwise.origin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console what to set, instead of a stack trace. */
class OriginFailure extends AbstractFailureAnalyzer<OriginMissingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, OriginMissingException cause) {
		return new FailureAnalysis(cause.getMessage(), """
				Set it to what people type, without a path, such as backwise.desk.address=https://desk.example
				To use it on this computer only: backwise.desk.address=http://localhost:8080
				To look around with made-up people: spring.profiles.active=demo""", cause);
	}

}
