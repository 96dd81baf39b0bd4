package org.backwise.staff;

import java.net.URI;
import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the desk is: as the practice says, or else on this computer. */
@Component
class DeskAddress {

	private final DeskSettings settings;

	private final Environment environment;

	DeskAddress(DeskSettings settings, Environment environment) {
		this.settings = settings;
		this.environment = environment;
	}

	/** The site, without a path; on this computer with the port that is really used. */
	URI site() {
		String asked = this.environment.getProperty("server.port", "8080");
		return Optional.ofNullable(this.settings.address())
			.orElseGet(
					() -> URI.create("http://localhost:" + this.environment.getProperty("local.server.port", asked)));
	}

	/** Whether the practice said where it is. */
	boolean isSet() {
		return this.settings.address() != null;
	}

	/** A link that is good once. */
	String join(String secret) {
		String path = this.environment.getProperty("server.servlet.context-path", "");
		return site() + path + "/desk/join/" + secret;
	}

}
