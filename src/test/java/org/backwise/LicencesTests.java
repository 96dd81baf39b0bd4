package org.backwise;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which libraries are in the jar, and under which licences: {@code docs/licences.md}, out
 * of the list that the build puts into the jar. A licence that nobody looked at fails.
 */
class LicencesTests {

	private static final Path SBOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");

	private static final Path DOCUMENT = Path.of("docs/licences.md");

	/** They may be in a jar that anybody may run, copy and change. */
	private static final Set<String> ALLOWED = Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause",
			"Bouncy Castle Licence", "CC0-1.0", "EPL-1.0", "EPL-2.0", "GPL-2.0-with-classpath-exception",
			"LGPL-2.1-only", "LGPL-2.1-or-later", "MIT", "MPL-2.0", "Unicode-3.0");

	/** Other names of the same. */
	private static final Map<String, String> SAME = Map.of("EPL 1.0", "EPL-1.0", "FreeBSD License", "BSD-2-Clause");

	/** What a library's description says of its licence, against the text in its jar. */
	private static final String MISNAMED = "Broadcom Foundation License";

	@Test
	void everyLicenceIsOneThatMayBeInTheJar() throws IOException {
		List<Library> libraries = libraries();
		assertThat(libraries).hasSizeGreaterThan(100)
			.allSatisfy((library) -> assertThat(library.refused()).as(library.name()).isEmpty());
	}

	@Test
	void isRefusedWhenItIsUnknownOrWantsMoreThanWeGive() {
		for (String licence : List.of("GPL-3.0-only", "GPL-2.0-only", "AGPL-3.0-or-later", "SSPL-1.0",
				"Some Company's Terms")) {
			assertThat(new Library("x", "x.jar", List.of(licence)).refused()).contains(licence);
			assertThat(new Library("x", "x.jar", List.of("MIT", licence)).refused()).contains(licence);
		}
		assertThat(new Library("x", "x.jar", List.of()).refused()).isNotEmpty();
	}

	@Test
	void everyLibraryOfTheListIsOnTheClassPath() throws IOException {
		assertThat(classPath().keySet()).containsAll(libraries().stream().map(Library::file).toList());
	}

	@Test
	void theDocumentListsThem() throws IOException {
		SortedMap<String, SortedSet<String>> all = new TreeMap<>();
		libraries().forEach(
				(library) -> all.computeIfAbsent(String.join(", ", library.licences()), (licences) -> new TreeSet<>())
					.add(library.name()));
		String drawn = """
				# Licences

				Backwise itself is under Apache-2.0 ([LICENSE.txt](LICENSE.txt)). In its jar are the libraries below; where several
				licences stand together, they are those that the library names. The list is drawn out of
				`META-INF/sbom/application.cdx.json`, which also has the versions. The build fails for a licence that is not among them
				(`LicencesTests`): without one, GPL without an exception, AGPL, and any that nobody has looked at.

				Beside libraries: rules of Bootstrap's style sheet (MIT, named at the top of `bootstrap-used.css`) and the Noto faces
				(SIL Open Font License, `documents/OFL.txt`).

				"""
				+ all.entrySet()
					.stream()
					.map((one) -> "**" + one.getKey() + "**\n\n"
							+ one.getValue().stream().map((name) -> "- " + name + "\n").collect(Collectors.joining()))
					.collect(Collectors.joining("\n"));
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(DOCUMENT, drawn);
		}
		assertThat(DOCUMENT).as("stale: run mvn test -Dtest=LicencesTests -Dbackwise.docs=write").hasContent(drawn);
	}

	private static List<Library> libraries() throws IOException {
		Map<String, Path> classPath = classPath();
		JsonNode components = new ObjectMapper().readTree(Files.readString(SBOM)).path("components");
		return StreamSupport.stream(components.spliterator(), false)
			.map((component) -> Library.of(component, classPath))
			.toList();
	}

	private static Map<String, Path> classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> path.toString().endsWith(".jar"))
			.collect(Collectors.toMap((path) -> path.getFileName().toString(), (path) -> path, (one, other) -> one));
	}

	/**
	 * A library that is in the jar.
	 *
	 * @param name its group and name
	 * @param file the jar's name
	 * @param licences what it is under
	 */
	private record Library(String name, String file, List<String> licences) {

		static Library of(JsonNode component, Map<String, Path> classPath) {
			String name = component.path("name").asString();
			String file = name + "-" + component.path("version").asString() + ".jar";
			List<String> licences = StreamSupport.stream(component.path("licenses").spliterator(), false)
				.map((choice) -> choice.path("expression")
					.asString(choice.at("/license/id").asString(choice.at("/license/name").asString(""))))
				.map((licence) -> SAME.getOrDefault(licence, licence))
				.map((licence) -> licence.equals(MISNAMED) ? inside(classPath.get(file)) : licence)
				.toList();
			return new Library(component.path("group").asString() + ":" + name, file, licences);
		}

		/** What is wrong with its licences; empty for nothing. */
		String refused() {
			return this.licences.isEmpty() ? "no licence"
					: this.licences.stream()
						.filter((licence) -> !ALLOWED.contains(licence))
						.collect(Collectors.joining(", "));
		}

		private static String inside(Path jar) {
			try (JarFile files = new JarFile(jar.toFile())) {
				String text = new String(files.getInputStream(files.getJarEntry("META-INF/LICENSE.txt")).readAllBytes(),
						StandardCharsets.UTF_8);
				return (text.contains("Apache License") && text.contains("Version 2.0")) ? "Apache-2.0" : MISNAMED;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
