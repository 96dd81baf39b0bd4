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

	/** How many cases there are. */
	long cases();

	/**
	 * The rounds of some cases, in the order of the cases' ids and then of the rounds.
	 */
	List<DecidedSheet> after(@Nullable UUID last, int most);

	/**
	 * The rounds of one case, for somebody who looks at it: the journal keeps the look.
	 */
	Optional<List<DecidedSheet>> read(String reference, UUID account);

}
