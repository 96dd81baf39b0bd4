package org.backwise.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was answered and decided in all cases, for deciding it again. The room of the
 * cases implements it.
 */
public interface DecidedRounds {

	/**
	 * How many cases there are.
	 * @return the number
	 */
	long cases();

	/**
	 * The rounds of some cases, in the order of the cases' ids and then of the rounds.
	 * @param last id of the last case of the piece before, null for the first piece
	 * @param most how many cases
	 * @return every round of each of them
	 */
	List<DecidedSheet> after(@Nullable UUID last, int most);

	/**
	 * The rounds of one case, for somebody who looks at it: the journal keeps the look.
	 * @param reference the reference of the case, as it came
	 * @param account who looks
	 * @return empty when there is no such case
	 */
	Optional<List<DecidedSheet>> read(String reference, UUID account);

}
