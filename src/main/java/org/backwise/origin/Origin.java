package org.backwise.origin;

import java.net.URI;
import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address of this site as people open it. Only the demo starts without one: it is on
 * this computer, and its links begin with what the browser asked for.
 */
@Component
public class Origin {

	private final OriginSettings settings;

	private final Environment environment;

	/**
	 * Takes the address from {@code backwise.desk.address}.
	 * @throws OriginMissingException when there is none, outside the demo
	 */
	Origin(OriginSettings settings, Environment environment) {
		if (settings.address() == null && !environment.acceptsProfiles(Profiles.of("demo"))) {
			throw new OriginMissingException();
		}
		this.settings = settings;
		this.environment = environment;
	}

	/**
	 * The site without a path.
	 * @return as the practice says, in the demo this computer with the port in use
	 */
	public URI site() {
		String asked = this.environment.getProperty("server.port", "8080");
		return told().orElseGet(
				() -> URI.create("http://localhost:" + this.environment.getProperty("local.server.port", asked)));
	}

	/**
	 * The site as the practice says.
	 * @return empty in a demo that was not told
	 */
	public Optional<URI> told() {
		return Optional.ofNullable(this.settings.address());
	}

	/**
	 * The whole address of a page.
	 * @param path from the root of the site, beginning with a slash
	 * @return what a browser takes; what a browser says of the site counts only in a demo
	 * that was not told
	 */
	public String of(String path) {
		if (told().isEmpty() && RequestContextHolder.getRequestAttributes() != null) {
			return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
		}
		return site() + this.environment.getProperty("server.servlet.context-path", "") + path;
	}

}
