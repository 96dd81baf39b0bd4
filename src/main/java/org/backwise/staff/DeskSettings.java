package org.backwise.staff;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The way into the desk.
 *
 * @param wayBackFor the sign-in name of somebody who lost both password and device; a
 * one-time link is printed at the start
 */
@ConfigurationProperties("backwise.desk")
record DeskSettings(@Nullable String wayBackFor) {
}
