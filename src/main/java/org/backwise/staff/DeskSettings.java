package org.backwise.staff;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the desk is.
 *
 * @param address the address people type, without a path: part of printed links, and what
 * passkeys are bound to
 * @param wayBackFor the sign-in name of somebody who lost both password and device; a
 * one-time link is printed at the start
 */
@ConfigurationProperties("backwise.desk")
record DeskSettings(@DefaultValue("http://localhost:8080") URI address, @Nullable String wayBackFor) {
}
