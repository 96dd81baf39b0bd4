package org.backwise.knowledge;

import java.util.List;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition.Atom;

/** The atoms of a condition. */
class Atoms implements Condition.Fold<Stream<Atom>> {

	static final Atoms IN_ORDER = new Atoms();

	@Override
	public Stream<Atom> all(List<Stream<Atom>> parts) {
		return parts.stream().flatMap((part) -> part);
	}

	@Override
	public Stream<Atom> any(List<Stream<Atom>> parts) {
		return parts.stream().flatMap((part) -> part);
	}

	@Override
	public Stream<Atom> chose(Condition.Chose chose) {
		return Stream.of(chose);
	}

	@Override
	public Stream<Atom> anySign(Condition.AnySign sign) {
		return Stream.of(sign);
	}

	@Override
	public Stream<Atom> within(Condition.Within within) {
		return Stream.of(within);
	}

}
