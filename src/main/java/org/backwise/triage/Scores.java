package org.backwise.triage;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Technique to points, in the order of the techniques. Small, and cannot be changed. */
class Scores extends AbstractMap<String, Integer> {

	private final List<String> techniques;

	private final int[] points;

	Scores(List<String> techniques, int[] points) {
		this.techniques = techniques;
		this.points = points;
	}

	@Override
	public @Nullable Integer get(@Nullable Object technique) {
		int place = this.techniques.indexOf(technique);
		return (place < 0) ? null : Integer.valueOf(this.points[place]);
	}

	@Override
	public boolean containsKey(@Nullable Object technique) {
		return this.techniques.indexOf(technique) >= 0;
	}

	@Override
	public Set<Map.Entry<String, Integer>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Map.Entry<String, Integer>> iterator() {
				return IntStream.range(0, size())
					.mapToObj((i) -> Map.entry(Scores.this.techniques.get(i), Scores.this.points[i]))
					.iterator();
			}

			@Override
			public int size() {
				return Scores.this.points.length;
			}

		};
	}

}
