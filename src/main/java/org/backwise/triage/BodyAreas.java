package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Left;

/**
 * Says where to work: where it hurts, and where it is stiff, unless an injury is kept
 * off.
 */
class BodyAreas {

	private final AnswerCode.Place where;

	/** The places where it can hurt, then the other areas, in their order. */
	private final List<String> order = new ArrayList<>();

	private final List<More> more = new ArrayList<>();

	private final List<String> whole;

	private final List<String> elsewhere;

	/** The areas of one ticked place, by its bit. */
	private final Map<Long, List<String>> single = new TreeMap<>();

	/** An area beside the places where it hurts. */
	private record More(String id, BitTest when, long unless) {

	}

	BodyAreas(KnowledgeBase base, PlanGuide.Areas areas, AnswerCode code) {
		this.where = code.place(base.roles().location());
		this.where.question().signs().stream().map(Option::id).forEach((place) -> {
			this.order.add(place);
			this.single.put(this.where.options().get(place), List.of(place));
		});
		for (PlanGuide.WorkArea area : areas.work()) {
			long unless = area.unless().stream().mapToLong(this.where.options()::get).reduce(0, (a, b) -> a | b);
			this.more.add(new More(area.id(), code.test(area.when()), unless));
			if (!this.order.contains(area.id())) {
				this.order.add(area.id());
			}
		}
		this.whole = List.of(areas.whole().id());
		this.elsewhere = List.of(areas.elsewhere().id());
	}

	/** The areas of a plan. */
	Areas of(long[] bits, boolean keepOff, List<Left> leave) {
		return new Areas(work(bits, keepOff), leave);
	}

	private List<String> work(long[] bits, boolean keepOff) {
		long ticked = bits[this.where.word()] & this.where.signs();
		Set<String> found = null;
		for (More area : this.more) {
			if ((ticked & area.unless()) == 0 && area.when().holds(bits)) {
				found = (found != null) ? found : new LinkedHashSet<>();
				found.add(area.id());
			}
		}
		if (found == null && !keepOff && Long.bitCount(ticked) == 1) {
			return this.single.get(ticked);
		}
		List<String> work = new ArrayList<>();
		for (String area : this.order) {
			boolean hurts = (this.where.options().getOrDefault(area, 0L) & ticked) != 0;
			if (hurts ? !keepOff : found != null && found.contains(area)) {
				work.add(area);
			}
		}
		if (work.isEmpty()) {
			return keepOff ? this.elsewhere : this.whole;
		}
		return List.copyOf(work);
	}

}
