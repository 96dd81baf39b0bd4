package org.backwise.origin;

import java.net.URI;
import java.util.List;

import org.springframework.mock.env.MockEnvironment;

/** A site at some address, without the application. */
public final class TestOrigin {

	private TestOrigin() {
	}

	public static Origin at(String address) {
		return new Origin(new OriginSettings(URI.create(address), List.of()), new MockEnvironment());
	}

}
