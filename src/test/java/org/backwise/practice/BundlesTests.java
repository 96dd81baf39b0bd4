package org.backwise.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages get is what lies in the files, in few pieces and few bytes. */
class BundlesTests {

	private static final Path STATIC = Path.of("src/main/resources/static");

	/** Loaded where somebody signs in, and nowhere else. */
	private static final List<String> ALONE = List.of("passkey");

	private static final Pattern REMARK = Pattern.compile("/\\*[\\s\\S]*?\\*/");

	private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*}");

	private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

	private final Bundles bundles = new Bundles();

	@Test
	void everyFileIsInABundle() throws IOException {
		List<String> styles = new ArrayList<>(Bundles.CLIENT_STYLES);
		styles.addAll(Bundles.DESK_STYLES);
		styles.add(Bundles.PRINT_STYLE);
		assertThat(files("css")).containsExactlyInAnyOrderElementsOf(styles);
		List<String> scripts = new ArrayList<>(Bundles.CLIENT_SCRIPTS);
		scripts.addAll(Bundles.DESK_SCRIPTS);
		scripts.addAll(ALONE);
		assertThat(files("js")).containsExactlyInAnyOrderElementsOf(scripts);
	}

	@Test
	void clientsDoNotGetTheDesk() {
		String client = text(this.bundles.style(false));
		String desk = text(this.bundles.style(true));
		assertThat(client).contains(".care-card", "@media print").doesNotContain(".worklist", ".diary-head");
		assertThat(desk).contains(".care-card", ".worklist", ".diary-head", "@media print");
		assertThat(text(this.bundles.script(false))).contains("error-summary").doesNotContain("idle-dialog");
		assertThat(text(this.bundles.script(true))).contains("error-summary", "idle-dialog");
		assertThat(client.indexOf(".btn{")).isBetween(0, client.indexOf("--ground:"));
		assertThat(client.lastIndexOf("@media print")).isGreaterThan(client.lastIndexOf(".body-map-live"));
	}

	@Test
	void theAddressChangesWithWhatIsInIt() {
		assertThat(this.bundles.style(false)).matches("/bundles/client-[0-9a-f]{12}\\.css");
		assertThat(Bundle.of("a.css", bundle(this.bundles.style(false)).type(), "a{}").address())
			.isNotEqualTo(Bundle.of("a.css", bundle(this.bundles.style(false)).type(), "b{}").address());
		assertThat(this.bundles.find("client-000000000000.css")).isPresent();
		assertThat(this.bundles.find("client.css")).isEmpty();
		assertThat(this.bundles.find("other-000000000000.css")).isEmpty();
	}

	@Test
	void noClassOfOursIsStyledForNothing() throws IOException {
		PageNames names = new PageNames();
		Set<String> dead = new TreeSet<>();
		for (String file : files("css")) {
			if (!file.startsWith("bootstrap")) {
				String text = REMARK.matcher(Files.readString(STATIC.resolve("css/" + file + ".css"))).replaceAll("");
				CLASS.matcher(BLOCK.matcher(text).replaceAll("{}"))
					.results()
					.map((found) -> found.group(1))
					.filter((name) -> !names.mayHaveClass(name))
					.forEach((name) -> dead.add(file + ".css: " + name));
			}
		}
		assertThat(dead).as("in a style sheet, but on no page").isEmpty();
	}

	private Bundle bundle(String address) {
		return this.bundles.find(address.substring(Bundle.PLACE.length())).orElseThrow();
	}

	private String text(String address) {
		return new String(bundle(address).plain(), StandardCharsets.UTF_8);
	}

	private static List<String> files(String kind) throws IOException {
		try (Stream<Path> files = Files.list(STATIC.resolve(kind))) {
			return files.map((file) -> file.getFileName().toString().replace("." + kind, "")).toList();
		}
	}

}
