package org.backwise.desk;

import org.backwise.intake.IntakeId;

/**
 * A page that a later room adds to a case.
 */
public interface CaseLink {

	/**
	 * Whether it leads anywhere from a case.
	 * @param intake the intake of the case
	 * @return true, unless the page says otherwise
	 */
	default boolean leadsFrom(IntakeId intake) {
		return true;
	}

	/**
	 * What the link is called.
	 * @return a message key
	 */
	String title();

	/**
	 * Where it leads.
	 * @param reference reference of the intake
	 * @return a path that begins with a slash
	 */
	String path(String reference);

}
