package org.backwise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

import org.backwise.followup.CheckInTriage;
import org.backwise.followup.CheckInsInForce;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

/** Makes the beans of the rooms that know no Spring. */
@Configuration(proxyBeanMethods = false)
class Wiring {

	@Bean
	Clock clock(PracticeNow practice) {
		return new PracticeClock(practice);
	}

	/** The built-in knowledge files, or the practice's own folder ({@code file:…}). */
	@Bean
	KnowledgeFiles knowledgeFiles(@Value("${backwise.knowledge:}") String folder, ResourceLoader loader,
			PracticeNow practice) throws IOException {
		if (folder.isBlank()) {
			return KnowledgeFiles.builtIn(languages(practice));
		}
		Resource resource = loader.getResource(folder.startsWith("file:") ? folder : "file:" + folder);
		Path path = resource.getFile().toPath();
		return KnowledgeFiles.in(path);
	}

	@Bean
	KnowledgeBase knowledgeBase(KnowledgeFiles files, PracticeNow practice) throws KnowledgeException {
		return new KnowledgeReader().readToRun(files, practice.now().language().getLanguage());
	}

	@Bean
	Triage triage(KnowledgeBase base) {
		return new Triage(base);
	}

	/**
	 * A language that lacks a sentence is refused here, before anybody is asked in it; so
	 * is an overlay with a sentence too many. Without an overlay the words of the
	 * language stand for it.
	 */
	@Bean
	InForce inForce(KnowledgeFiles files, Triage triage, PracticeNow practice, Words words) {
		Map<String, Triage> rules = new LinkedHashMap<>();
		rules.put(practice.now().language().getLanguage(), triage);
		languages(practice).stream()
			.flatMap((language) -> Stream.of(language, files.voice(language, true)))
			.forEach((tag) -> rules.computeIfAbsent(tag,
					(other) -> new Triage(new KnowledgeReader().readToRun(files, other))));
		return new InForce(triage, rules, () -> files.voice(words.language().getLanguage(), Words.speaksOfAnother()));
	}

	/** In the practice's usual language. */
	@Bean
	CheckInTriage checkInTriage(Triage triage) {
		return new CheckInTriage(triage);
	}

	@Bean
	CheckInsInForce checkInsInForce(InForce rules) {
		return new CheckInsInForce(rules);
	}

	private static List<String> languages(PracticeNow practice) {
		return practice.now().languages().stream().map(Locale::getLanguage).distinct().toList();
	}

}
