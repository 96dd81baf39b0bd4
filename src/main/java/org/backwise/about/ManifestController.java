package org.backwise.about;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;

/**
 * What a phone needs to keep the start page on its first screen. It never leads to a
 * result, and nothing is kept for use without a connection: others may use the device.
 */
@Controller
class ManifestController {

	private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");

	/** The ground of the pages by day, as in tokens.css. */
	private static final String GROUND = "#faf5ec";

	private static final String GREEN = "#14624f";

	private final PracticeNow practice;

	private final JsonMapper json;

	ManifestController(PracticeNow practice, JsonMapper json) {
		this.practice = practice;
		this.json = json;
	}

	@GetMapping("/manifest.webmanifest")
	ResponseEntity<String> manifest() {
		Practice now = this.practice.now();
		String name = now.name().isBlank() ? "Backwise" : now.name();
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("name", name);
		manifest.put("short_name", name);
		manifest.put("lang", now.language().toLanguageTag());
		manifest.put("id", "./");
		manifest.put("start_url", "./");
		manifest.put("scope", "./");
		manifest.put("display", "minimal-ui");
		manifest.put("background_color", GROUND);
		manifest.put("theme_color", now.colour().isBlank() ? GREEN : now.colour());
		manifest.put("icons", List
			.of(Map.of("src", "images/favicon.svg", "sizes", "any", "type", "image/svg+xml", "purpose", "any")));
		return ResponseEntity.ok()
			.contentType(MANIFEST)
			.cacheControl(CacheControl.noCache())
			.body(this.json.writeValueAsString(manifest));
	}

}
