package org.backwise.knowledge;

import java.util.Locale;

/**
 * Where a rule comes from. What the source document says stays apart from what goes
 * beyond it.
 */
public enum Origin {

	/** The document that started the project. */
	DOC,
	/** A published guideline or public health service page. */
	GUIDELINE,
	/** A professional body or regulator of massage, or a heat-safety source. */
	PROFESSIONAL,
	/** A value that a trial measured. */
	TRIAL,
	/** Our own judgement. */
	OURS;

	/** The id used in the knowledge files, the JSON door and the records. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
