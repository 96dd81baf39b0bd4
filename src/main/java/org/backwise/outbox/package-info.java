/**
 * Messages by e-mail or text message to clients who want them and to the practice: kept
 * in an outbox with what they tell of, sent later, never with a health word. Knows no
 * page of the client but the link to it.
 */
@NullMarked
@ApplicationModule(displayName = "Outbox", allowedDependencies = { "care", "cases", "diary", "followup", "hours",
		"journal", "knowledge", "monitoring", "origin", "practice", "staff", "triage" })
package org.backwise.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
