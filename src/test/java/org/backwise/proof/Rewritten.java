package org.backwise.proof;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Term;

/**
 * A knowledge base in which a term means something else, wherever it is used.
 *
 * @param term id of the term
 * @param meaning what it is to mean
 */
record Rewritten(String term, Condition meaning) implements Condition.Fold<Condition> {

	static KnowledgeBase with(KnowledgeBase base, String term, Condition meaning) {
		List<Term> terms = base.terms()
			.stream()
			.map((own) -> own.id().equals(term) ? new Term(own.id(), own.says(), meaning) : own)
			.toList();
		KnowledgeBase changed = new KnowledgeBase(base.about(), base.questionnaire(), terms, base.referrals(),
				base.cautions(), base.signposts(), base.techniques(), base.plan(), base.notices(), base.sources(),
				base.roles(), base.followUp(), base.loosened(), base.sha256(), base.language());
		return (KnowledgeBase) new Rewritten(term, meaning).of(changed);
	}

	private @Nullable Object of(@Nullable Object value) {
		if (value instanceof Condition condition) {
			return condition.fold(this);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(this::of).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
			map.forEach((key, own) -> changed.put(key, of(own)));
			return changed;
		}
		return (value instanceof Record entry) ? of(entry) : value;
	}

	private Record of(Record entry) {
		try {
			RecordComponent[] components = entry.getClass().getRecordComponents();
			Object[] values = new Object[components.length];
			for (int i = 0; i < values.length; i++) {
				components[i].getAccessor().setAccessible(true);
				values[i] = of(components[i].getAccessor().invoke(entry));
			}
			return entry.getClass()
				.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
				.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Condition all(List<Condition> parts) {
		return new Condition.AllOf(parts);
	}

	@Override
	public Condition any(List<Condition> parts) {
		return new Condition.AnyOf(parts);
	}

	@Override
	public Condition chose(Condition.Chose chose) {
		return chose;
	}

	@Override
	public Condition anySign(Condition.AnySign sign) {
		return sign;
	}

	@Override
	public Condition within(Condition.Within within) {
		return within;
	}

	@Override
	public Condition term(Condition.Is is, Condition whole) {
		return new Condition.Is(is.term(), is.term().equals(this.term) ? this.meaning : whole);
	}

}
