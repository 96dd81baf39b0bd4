package org.backwise.practice;

/**
 * What every page shows around its content.
 *
 * @param bootstrap version of the style sheet in the web jar
 * @param build version of our own static files, for caches
 * @param practice the practice
 */
public record Site(String bootstrap, String build, Practice practice) {
}
