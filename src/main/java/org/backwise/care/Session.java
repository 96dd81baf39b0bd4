package org.backwise.care;

import java.time.LocalDate;

/**
 * One session of a plan.
 *
 * @param number its number in the plan, from 1
 * @param phase id of its phase
 * @param technique id of the technique it begins with
 * @param day its suggested day
 */
public record Session(int number, String phase, String technique, LocalDate day) {
}
