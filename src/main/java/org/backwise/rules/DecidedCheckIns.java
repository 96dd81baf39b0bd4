package org.backwise.rules;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was answered and decided in all check-ins, for deciding it again. The room of the
 * care implements it.
 */
public interface DecidedCheckIns {

	/**
	 * Cases with check-ins, in the order of their ids.
	 * @param last the last one seen, null for the beginning
	 * @param most how many
	 * @return ids
	 */
	List<UUID> cases(@Nullable UUID last, int most);

	/**
	 * The check-ins of one case.
	 * @param caseId id of the case
	 * @return in order, each with the course of care as it was then
	 */
	List<DecidedCheckIn> of(UUID caseId);

}
