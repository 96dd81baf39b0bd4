package org.backwise.review;

/**
 * A page that a later room adds to a case.
 */
public interface CaseLink {

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
