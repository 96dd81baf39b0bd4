package org.backwise.staff;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way into the desk.
 *
 * @param wayBackFor the sign-in name of somebody who lost both password and device; a
 * one-time link is printed at the start
 * @param longestSession after how long somebody signs in again, however busy they are
 * @param freshPassword how long ago a password may have been given by somebody who
 * changes their second step
 */
@ConfigurationProperties("backwise.desk")
record DeskSettings(@Nullable String wayBackFor, @DefaultValue("12h") Duration longestSession,
		@DefaultValue("10m") Duration freshPassword) {
}
