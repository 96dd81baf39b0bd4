/**
 * How we decide, for everybody to read: the whole knowledge base turned into sentences
 * once, for the public page and for the document in {@code docs/knowledge}. Decides
 * nothing and knows no client.
 */
@NullMarked
@ApplicationModule(displayName = "Explanation", allowedDependencies = { "knowledge", "triage", "practice" })
package org.backwise.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
