package org.backwise.journey;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** At which sizes is walked, and at which the pages of a walk are looked over. */
class Sizes implements ArgumentsProvider {

	private static final boolean LONG = Boolean.getBoolean("backwise.long");

	@Override
	public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		return (LONG ? Stream.of(Size.values()) : Stream.of(Size.PHONE)).map(Arguments::of);
	}

	/** Where each size has walks of its own, theirs; else all. */
	static Set<Size> lookedOver(Size walked) {
		return LONG ? EnumSet.of(walked) : EnumSet.allOf(Size.class);
	}

}
