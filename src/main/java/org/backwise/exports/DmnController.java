package org.backwise.exports;

import org.backwise.knowledge.KnowledgeBase;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out the running rules as a DMN file. */
@Controller
class DmnController {

	private static final MediaType DMN = MediaType.parseMediaType("application/dmn+xml;charset=UTF-8");

	private final String document;

	private final String fileName;

	private final String tag;

	DmnController(KnowledgeBase base) {
		this.document = DmnDocument.of(base);
		this.fileName = "backwise-rules-" + base.about().version() + ".dmn";
		this.tag = '"' + base.sha256() + '"';
	}

	@GetMapping("/how-we-decide/rules.dmn")
	ResponseEntity<String> rules() {
		return ResponseEntity.ok()
			.contentType(DMN)
			.eTag(this.tag)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(this.fileName).build().toString())
			.body(this.document);
	}

}
