package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.backwise.knowledge.KnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out the running rules as a DMN file, in the version that is asked for. */
@Controller
class DmnController {

	private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private static final MediaType DMN = MediaType.parseMediaType("application/dmn+xml;charset=UTF-8");

	private final Map<DmnVersion, String> documents = new ConcurrentHashMap<>();

	private final KnowledgeBase base;

	private final Phrases phrases;

	/** Rules of a practice's own that cannot be written so are refused at the start. */
	DmnController(KnowledgeBase base, Phrases phrases, @Value("${backwise.knowledge:}") String folder) {
		this.base = base;
		this.phrases = phrases;
		if (!folder.isBlank()) {
			List.of(DmnVersion.values()).forEach(this::document);
		}
	}

	@GetMapping("/how-we-decide/rules.dmn")
	ResponseEntity<String> rules(@RequestParam(required = false) @Nullable String version) {
		DmnVersion wanted = (version != null) ? DmnVersion.numbered(version).orElse(null) : DmnVersion.DEFAULT;
		if (wanted == null) {
			return ResponseEntity.badRequest()
				.contentType(TEXT)
				.body(this.phrases.say("exports.dmn.unknown-version", DmnVersion.all()));
		}
		String name = "backwise-rules-" + this.base.about().version() + "-dmn-" + wanted + ".dmn";
		return ResponseEntity.ok()
			.contentType(DMN)
			.eTag('"' + this.base.sha256() + '-' + wanted + '"')
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(document(wanted));
	}

	/** Made when somebody first asks for it. */
	private String document(DmnVersion version) {
		return this.documents.computeIfAbsent(version, (wanted) -> DmnDocument.of(this.base, wanted));
	}

}
