package org.backwise.triage;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The values of some of a few keys, in the order of the keys, which many maps share.
 * Takes a tenth of the memory of a hash table, and cannot be changed.
 */
class SmallMap<V> extends AbstractMap<String, V> {

	private final String[] keys;

	private final @Nullable V[] values;

	/** Takes over both, which nobody may change from now on. */
	SmallMap(String[] keys, @Nullable V[] values) {
		this.keys = keys;
		this.values = values;
	}

	@Override
	public @Nullable V get(@Nullable Object key) {
		for (int i = 0; i < this.keys.length; i++) {
			if (this.keys[i].equals(key)) {
				return this.values[i];
			}
		}
		return null;
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return get(key) != null;
	}

	@Override
	public Set<Map.Entry<String, V>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Map.Entry<String, V>> iterator() {
				return entries().iterator();
			}

			@Override
			public int size() {
				return (int) entries().count();
			}

		};
	}

	private Stream<Map.Entry<String, V>> entries() {
		return IntStream.range(0, this.keys.length)
			.filter((i) -> this.values[i] != null)
			.mapToObj((i) -> Map.entry(this.keys[i], Objects.requireNonNull(this.values[i])));
	}

}
