package org.backwise.practice;

/**
 * What every page shows around its content.
 *
 * @param build version of our own static files, for caches
 * @param practice the practice
 */
public record Site(String build, Practice practice) {
}
