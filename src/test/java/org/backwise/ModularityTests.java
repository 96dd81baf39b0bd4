package org.backwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms know only the rooms they say they know. */
class ModularityTests {

	private static final List<String> ROOMS = List.of("care", "cases", "desk", "explanation", "exports", "intake",
			"journal", "knowledge", "notes", "practice", "proof", "result", "retention", "rules", "staff", "triage",
			"trial");

	private static final Path DOCS = Path.of("docs/modules");

	private final ApplicationModules modules = ApplicationModules.of(BackwiseApplication.class);

	@Test
	void roomsKeepTheirDoors() {
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).containsAll(ROOMS);
		this.modules.verify();
	}

	@Test
	void everyRoomNamesWhatItMayKnow() throws ClassNotFoundException {
		for (String room : ROOMS) {
			Package declared = Class.forName("org.backwise." + room + ".package-info").getPackage();
			assertThat(declared.isAnnotationPresent(NullMarked.class)).as(room).isTrue();
			ApplicationModule module = declared.getAnnotation(ApplicationModule.class);
			assertThat(module.displayName()).as(room).isNotBlank();
			assertThat(module.allowedDependencies()).as(room + " allows everything")
				.doesNotContain(ApplicationModule.OPEN_TOKEN);
		}
	}

	@Test
	void roomsHaveNoSubPackages() throws IOException {
		try (var folders = Files.walk(Path.of("src/main/java/org/backwise"))) {
			assertThat(folders.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).sorted())
				.containsExactlyElementsOf(
						java.util.stream.Stream.concat(java.util.stream.Stream.of("backwise"), ROOMS.stream())
							.toList());
		}
	}

	/** Refresh with {@code mvn test -Dtest=ModularityTests -Dbackwise.docs=write}. */
	@Test
	void thePictureOfTheRoomsIsFresh() throws IOException {
		Path written = Path.of("target/modulith-docs");
		new Documenter(this.modules, Documenter.Options.defaults().withOutputFolder(written.toString()))
			.writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML));
		String drawn = Files.readString(written.resolve("components.puml")).replace("\r\n", "\n");
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.createDirectories(DOCS);
			Files.writeString(DOCS.resolve("components.puml"), drawn);
			try (var svg = Files.newOutputStream(DOCS.resolve("components.svg"))) {
				new SourceStringReader(drawn.replace("@startuml", "@startuml\n!pragma layout smetana")).outputImage(svg,
						new FileFormatOption(FileFormat.SVG));
			}
		}
		assertThat(roomsAndArrows(Files.readString(DOCS.resolve("components.puml"))))
			.as("docs/modules is stale: run mvn test -Dtest=ModularityTests -Dbackwise.docs=write")
			.isEqualTo(roomsAndArrows(drawn));
		assertThat(Files.readString(DOCS.resolve("components.svg"))).contains("Triage", "Knowledge", "Intake", "Cases",
				"Care");
	}

	/** What the picture says; the order in which it is drawn differs from run to run. */
	private static SortedSet<String> roomsAndArrows(String drawn) {
		return drawn.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith("component ") || line.contains(" --> "))
			.map((line) -> line.replaceAll(" <<.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
