package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the API's description, made when somebody first asks for it. */
@RestController
class DescriptionController {

	private final Supplier<byte[]> asJson;

	private final Supplier<byte[]> asYaml;

	DescriptionController(ApiDescription description, JsonMapper json) {
		this.asJson = SingletonSupplier.of(() -> json.writeValueAsBytes(description.all()));
		this.asYaml = SingletonSupplier
			.of(() -> new YAMLMapper().writeValueAsString(json.valueToTree(description.all()))
				.getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping(path = "/api/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] json() {
		return this.asJson.get();
	}

	@GetMapping(path = "/api/openapi.yaml", produces = "application/vnd.oai.openapi")
	byte[] yaml() {
		return this.asYaml.get();
	}

}
