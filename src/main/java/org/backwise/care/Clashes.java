package org.backwise.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.practice.Refusal;

/**
 * Lets no act lay sessions, or bring them back, unseen at a time at which the therapist
 * or the room is taken, or the practice is closed. The act itself says what it lays: it
 * is taken, looked at, and taken back where it makes a clash that nobody said yes to.
 */
@Service
public class Clashes {

	private final ObjectProvider<Moving.Times> times;

	private final Cases cases;

	private final TransactionTemplate transaction;

	Clashes(ObjectProvider<Moving.Times> times, Cases cases, PlatformTransactionManager transactions) {
		this.times = times;
		this.cases = cases;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What an act would make to meet.
	 *
	 * @param said each clash in words, none when there is nothing to look at
	 * @param mark stands for all of them; it says nothing of anybody
	 */
	public record Met(List<Refusal> said, String mark) {

		/** Nobody is met. */
		public static final Met NOTHING = new Met(List.of(), "");

		static Met of(List<Refusal> said) {
			return said.isEmpty() ? NOTHING : new Met(said, Integer.toHexString(said.hashCode()));
		}

		/**
		 * Whether the act meets nobody.
		 * @return false when somebody has to look first
		 */
		public boolean isNothing() {
			return this.said.isEmpty();
		}

		/** Says nothing of whoever else is there. */
		@Override
		public String toString() {
			return this.said.size() + " clashes";
		}

	}

	/**
	 * Takes an act unless it makes sessions clash.
	 * @param id the case
	 * @param sure the mark of the clashes that somebody looked at and said yes to, null
	 * for none
	 * @param act what is done
	 * @return the clashes for which it was not done; none when it was
	 */
	public Met take(CaseId id, @Nullable String sure, Runnable act) {
		return take(id, sure, act, true);
	}

	/**
	 * Which clashes an act would make. It is not taken.
	 * @param id the case
	 * @param act what would be done
	 * @return the clashes
	 */
	public Met wouldMeet(CaseId id, Runnable act) {
		return take(id, null, act, false);
	}

	private Met take(CaseId id, @Nullable String sure, Runnable act, boolean meant) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.cases.lock(id);
			Moving.Times there = this.times.getObject();
			List<Refusal> before = there.against(id);
			act.run();
			List<Refusal> made = new ArrayList<>(there.against(id));
			made.removeAll(before);
			Met met = Met.of(List.copyOf(made));
			boolean agreed = met.isNothing() || met.mark().equals(sure);
			if (!meant || !agreed) {
				status.setRollbackOnly();
			}
			return (meant && agreed) ? Met.NOTHING : met;
		}));
	}

}
