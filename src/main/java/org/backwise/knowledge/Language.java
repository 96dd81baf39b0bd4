package org.backwise.knowledge;

/**
 * The language of the sentences in a knowledge base.
 *
 * @param tag its tag, such as {@code en}
 * @param phrases how it says a condition
 * @param sha256 the fingerprint of its words, 64 hexadecimal digits; that of the rules
 * where both still stand in the same files. It covers what lies over them too, so that
 * both voices have the same one
 * @param ofAnother whether they speak of the client as of another person than whoever
 * reads them
 */
public record Language(String tag, Phrases phrases, String sha256, boolean ofAnother) {

}
