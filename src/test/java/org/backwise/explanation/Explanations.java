package org.backwise.explanation;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

/** The built-in knowledge base, explained with its placeholders left as they are. */
final class Explanations {

	static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	static final Phrases PHRASES = phrases();

	private Explanations() {
	}

	static Explanation builtIn() {
		return Explainer.explain(BASE, PHRASES, (text) -> text);
	}

	private static Phrases phrases() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-explanation");
		messages.setDefaultEncoding("UTF-8");
		return (key, arguments) -> messages.getMessage("explanation." + key, arguments, Locale.ENGLISH);
	}

}
