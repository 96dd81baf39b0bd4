package org.backwise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.Practice;
import org.backwise.triage.Triage;

/** Makes the beans of the rooms that know no Spring. */
@Configuration(proxyBeanMethods = false)
class Wiring {

	@Bean
	Clock clock(Practice practice) {
		return Clock.system(practice.zone());
	}

	/** The built-in knowledge files, or the practice's own folder ({@code file:…}). */
	@Bean
	KnowledgeFiles knowledgeFiles(@Value("${backwise.knowledge:}") String folder, ResourceLoader loader)
			throws IOException {
		if (folder.isBlank()) {
			return KnowledgeFiles.builtIn();
		}
		Resource resource = loader.getResource(folder.startsWith("file:") ? folder : "file:" + folder);
		Path path = resource.getFile().toPath();
		return KnowledgeFiles.in(path);
	}

	@Bean
	KnowledgeBase knowledgeBase(KnowledgeFiles files) throws KnowledgeException {
		return new KnowledgeReader().read(files);
	}

	@Bean
	Triage triage(KnowledgeBase base) {
		return new Triage(base);
	}

}
