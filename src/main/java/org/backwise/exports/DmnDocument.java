package org.backwise.exports;

import org.backwise.knowledge.KnowledgeBase;

/**
 * The rules of a knowledge base as a DMN file that a clinician can open in any DMN tool.
 * Made from the same conditions as the engine; no rule is written twice.
 */
public final class DmnDocument {

	private DmnDocument() {
	}

	/**
	 * Writes a knowledge base as DMN.
	 * @param base the knowledge base
	 * @param version the version of DMN
	 * @return the file as text, the same for the same knowledge base
	 */
	public static String of(KnowledgeBase base, DmnVersion version) {
		DmnModel model = new DmnModel(base);
		return DmnWriter.write(model.types(), model.elements(), base, version);
	}

}
