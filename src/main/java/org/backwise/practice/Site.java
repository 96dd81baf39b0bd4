package org.backwise.practice;

/**
 * What every page shows around its content.
 *
 * @param practice the practice
 */
public record Site(Practice practice) {
}
