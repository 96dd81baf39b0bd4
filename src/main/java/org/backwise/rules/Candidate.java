package org.backwise.rules;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Triage;

/**
 * The knowledge folder that the practice would like to switch to. Read again when it
 * changes.
 */
@Component
class Candidate {

	private final String folder;

	private @Nullable Triage read;

	Candidate(@Value("${backwise.candidate:}") String folder) {
		this.folder = folder.startsWith("file:") ? folder.substring("file:".length()) : folder;
	}

	boolean isNamed() {
		return !this.folder.isBlank();
	}

	String folder() {
		return this.folder;
	}

	/**
	 * The rules in the folder.
	 * @throws KnowledgeException when the folder cannot be used
	 */
	synchronized Optional<Triage> rules() {
		if (!isNamed()) {
			return Optional.empty();
		}
		KnowledgeFiles files = KnowledgeFiles.in(Path.of(this.folder));
		if (this.read == null || !this.read.knowledge().sha256().equals(files.sha256())) {
			this.read = new Triage(new KnowledgeReader().readToRun(files, files.languages().get(0)));
		}
		return Optional.of(this.read);
	}

}
