package org.backwise.triage;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A few keys with their values, in a fixed order. Takes a tenth of the memory of a hash
 * table, and cannot be changed.
 */
class SmallMap<V> extends AbstractMap<String, V> {

	private final List<String> keys;

	private final V[] values;

	/** Takes over the values, which nobody may change from now on. */
	SmallMap(List<String> keys, V[] values) {
		this.keys = keys;
		this.values = values;
	}

	@Override
	public @Nullable V get(@Nullable Object key) {
		int place = this.keys.indexOf(key);
		return (place < 0) ? null : this.values[place];
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return this.keys.indexOf(key) >= 0;
	}

	@Override
	public Set<Map.Entry<String, V>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Map.Entry<String, V>> iterator() {
				return IntStream.range(0, size())
					.mapToObj((i) -> Map.entry(SmallMap.this.keys.get(i), SmallMap.this.values[i]))
					.iterator();
			}

			@Override
			public int size() {
				return SmallMap.this.values.length;
			}

		};
	}

}
