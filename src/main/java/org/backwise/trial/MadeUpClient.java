package org.backwise.trial;

import java.util.Map;

/**
 * Somebody who does not exist.
 *
 * @param name their name
 * @param story what brought them, in a sentence
 * @param link the fixed secret of their link
 * @param answers what differs from an ordinary back ache
 */
record MadeUpClient(String name, String story, String link, Map<String, Object> answers) {
}
