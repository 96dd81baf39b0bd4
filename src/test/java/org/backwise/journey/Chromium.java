package org.backwise.journey;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/**
 * Hands the installed Chromium to tests, one for all of them, with the widest usual face
 * whatever else the machine has. Without Chromium they are skipped, with a line that says
 * how to get it; in CI they fail instead.
 */
class Chromium implements ExecutionCondition, ParameterResolver {

	private static final String HOW_TO = "These tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell),"
			+ " or name its file in BACKWISE_CHROMIUM.";

	/** The first draws no window around the page, which takes most of the time. */
	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-quic",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final AtomicBoolean said = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		boolean run = installed().isPresent() || Boolean.parseBoolean(System.getenv("CI"));
		if (!run && said.compareAndSet(false, true)) {
			LoggerFactory.getLogger(Chromium.class).warn("Browser tests are skipped. {}", HOW_TO);
		}
		return run ? ConditionEvaluationResult.enabled("Chromium, or CI") : ConditionEvaluationResult.disabled(HOW_TO);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(ExtensionContext.Namespace.create(Chromium.class))
			.computeIfAbsent(Running.class, (key) -> Running.start(), Running.class)
			.browser();
	}

	static Optional<Path> installed() {
		String named = System.getenv("BACKWISE_CHROMIUM");
		if (named != null && !named.isBlank()) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** A started browser, stopped at the end of all tests. */
	private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

		static Running start() {
			Path chromium = installed().orElseThrow(() -> new IllegalStateException(HOW_TO));
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			LaunchOptions options = new LaunchOptions().setExecutablePath(chromium)
				.setArgs(FLAGS)
				.setEnv(surroundings());
			return new Running(playwright, playwright.chromium().launch(options));
		}

		private static Map<String, String> surroundings() {
			Map<String, String> surroundings = new HashMap<>(System.getenv());
			try {
				surroundings.put("FONTCONFIG_FILE",
						Path.of(Chromium.class.getResource("/fonts.conf").toURI()).toString());
			}
			catch (URISyntaxException ex) {
				throw new IllegalStateException(ex);
			}
			return surroundings;
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
