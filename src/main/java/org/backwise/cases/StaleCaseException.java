package org.backwise.cases;

import org.backwise.practice.Refused;

/** Somebody else decided in the meantime. Nothing was stored. */
public class StaleCaseException extends Refused {

	private static final long serialVersionUID = 1;

	StaleCaseException() {
		super("cases.refused.stale");
	}

}
