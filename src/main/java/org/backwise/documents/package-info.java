/**
 * Makes documents on paper size: a template of a room and its model become an accessible
 * PDF that can be kept for good (PDF/UA-1 and PDF/A-2a). Knows no case and no rule: what
 * a document says is the room's own.
 */
@NullMarked
@ApplicationModule(displayName = "Documents", allowedDependencies = { "practice" })
package org.backwise.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
