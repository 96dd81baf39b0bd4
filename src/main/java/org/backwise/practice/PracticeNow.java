package org.backwise.practice;

/**
 * The practice as it is now. An owner may change it while the application runs, here or
 * at another instance, so nobody keeps the answer for longer than one page.
 */
@FunctionalInterface
public interface PracticeNow {

	/**
	 * The practice.
	 * @return its values at this moment
	 */
	Practice now();

}
