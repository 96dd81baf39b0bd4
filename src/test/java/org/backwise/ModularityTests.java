package org.backwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms know only the rooms they say they know; the picture and the table of
 * {@code docs/architecture.md} are drawn from the code.
 */
class ModularityTests {

	/** Five wings, so that a newcomer sees five boxes. */
	private static final Map<String, List<String>> WINGS = new LinkedHashMap<>();

	static {
		WINGS.put("Rules", List.of("knowledge", "triage", "followup", "proof", "rules", "explanation"));
		WINGS.put("Client", List.of("intake", "result", "pictures"));
		WINGS.put("Care", List.of("hours", "cases", "care", "notes", "retention"));
		WINGS.put("Desk", List.of("diary", "desk", "outbox", "statistics", "transfer", "settings", "staff"));
		WINGS.put("Edge", List.of("practice", "limits", "origin", "journal", "storage", "backup", "monitoring",
				"calendar", "documents", "exports", "trial", "about"));
	}

	private static final List<String> ROOMS = WINGS.values().stream().flatMap(List::stream).sorted().toList();

	private static final Path DOCS = Path.of("docs/modules");

	private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

	private static final String REFRESH = "stale: run mvn test -Dtest=ModularityTests -Dbackwise.docs=write";

	private final ApplicationModules modules = ApplicationModules.of(BackwiseApplication.class);

	@Test
	void roomsKeepTheirDoors() {
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).containsAll(ROOMS);
		this.modules.verify();
	}

	@Test
	void everyRoomNamesWhatItMayKnow() throws ClassNotFoundException {
		for (String room : ROOMS) {
			ApplicationModule module = module(room);
			assertThat(module.displayName()).as(room).isNotBlank();
			assertThat(module.allowedDependencies()).as(room + " allows everything")
				.doesNotContain(ApplicationModule.OPEN_TOKEN);
		}
	}

	@Test
	void roomsHaveNoSubPackages() throws IOException {
		try (var folders = Files.walk(Path.of("src/main/java/org/backwise"))) {
			assertThat(folders.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).sorted())
				.containsExactlyElementsOf(Stream.concat(Stream.of("backwise"), ROOMS.stream()).sorted().toList());
		}
	}

	@Test
	void noRoomKnowsARoomThatKnowsIt() throws ClassNotFoundException {
		Map<String, SortedSet<String>> knows = arrows();
		for (String room : ROOMS) {
			SortedSet<String> reached = new TreeSet<>();
			List<String> open = new ArrayList<>(knows.get(room));
			while (!open.isEmpty()) {
				String next = open.remove(open.size() - 1);
				if (reached.add(next)) {
					open.addAll(knows.get(next));
				}
			}
			assertThat(reached).as(room).doesNotContain(room);
		}
	}

	@Test
	void noRoomIsTooLarge() throws IOException {
		Map<String, Long> lines = new LinkedHashMap<>();
		for (String room : ROOMS) {
			List<Path> files = sources(room);
			if (!LARGE.contains(room)) {
				assertThat(files).as(room).hasSizeLessThanOrEqualTo(MOST_FILES);
			}
			long sum = 0;
			for (Path file : files) {
				try (Stream<String> all = Files.lines(file)) {
					sum += all.count();
				}
			}
			lines.put(room, sum);
		}
		long all = lines.values().stream().mapToLong(Long::longValue).sum();
		assertThat(lines).as("lines of each room of " + all)
			.allSatisfy((room, sum) -> assertThat(sum * 100).as(room).isLessThanOrEqualTo(MOST_PERCENT * all));
	}

	/** With the description of the room itself. */
	private static final int MOST_FILES = 34;

	/**
	 * What proves, who signs in, the noun of the business with its rounds of every kind,
	 * and its care: plan, days, sessions and check-ins; the outbox with its ways out; the
	 * reading of the rules, of every age of their files.
	 */
	private static final List<String> LARGE = List.of("proof", "staff", "cases", "exports", "care", "desk", "intake",
			"outbox", "knowledge");

	private static final long MOST_PERCENT = 12;

	/** Refresh with {@code mvn test -Dtest=ModularityTests -Dbackwise.docs=write}. */
	@Test
	void thePictureOfTheWingsIsFresh() throws IOException, ClassNotFoundException {
		String drawn = drawn();
		if (isWriting()) {
			Files.createDirectories(DOCS);
			Files.writeString(DOCS.resolve("wings.puml"), drawn);
			try (var svg = Files.newOutputStream(DOCS.resolve("wings.svg"))) {
				new SourceStringReader(drawn.replace("@startuml", "@startuml\n!pragma layout smetana")).outputImage(svg,
						new FileFormatOption(FileFormat.SVG));
			}
		}
		assertThat(Files.readString(DOCS.resolve("wings.puml"))).as("docs/modules is " + REFRESH).isEqualTo(drawn);
		assertThat(Files.readString(DOCS.resolve("wings.svg"))).contains(WINGS.keySet()).contains("knowledge", "cases");
	}

	/** The first sentence of each room's description, and every public type of it. */
	@Test
	void theTableOfPublicTypesIsFresh() throws IOException, ClassNotFoundException {
		String begin = "<!-- drawn from the code: begin -->\n";
		String end = "<!-- drawn from the code: end -->\n";
		String document = Files.readString(ARCHITECTURE);
		String fresh = document.substring(0, document.indexOf(begin) + begin.length()) + table()
				+ document.substring(document.indexOf(end));
		if (isWriting()) {
			Files.writeString(ARCHITECTURE, fresh);
		}
		assertThat(Files.readString(ARCHITECTURE)).as(ARCHITECTURE + " is " + REFRESH).isEqualTo(fresh);
	}

	private static String table() throws IOException, ClassNotFoundException {
		Map<String, SortedSet<String>> knows = arrows();
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.backwise");
		StringBuilder table = new StringBuilder(
				"| wing | room | what it is for | may know | public types |\n|---|---|---|---|---|\n");
		for (Map.Entry<String, List<String>> wing : WINGS.entrySet()) {
			for (String room : wing.getValue()) {
				String types = classes.stream()
					.filter((type) -> type.getPackageName().equals("org.backwise." + room) && isPublic(type))
					.map((type) -> "`" + type.getSimpleName() + "`")
					.sorted()
					.collect(Collectors.joining(", "));
				table.append("| ")
					.append(wing.getKey())
					.append(" | `")
					.append(room)
					.append("` | ")
					.append(purpose(room))
					.append(" | ")
					.append(knows.get(room).isEmpty() ? "–" : String.join(", ", knows.get(room)))
					.append(" | ")
					.append(types.isEmpty() ? "–" : types)
					.append(" |\n");
			}
		}
		return table.toString();
	}

	private static boolean isPublic(JavaClass type) {
		return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
	}

	private static String purpose(String room) throws IOException {
		String source = Files.readString(Path.of("src/main/java/org/backwise", room, "package-info.java"));
		String words = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"))
			.replaceAll("(?m)^\\s*\\* ?", "")
			.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
			.replaceAll("\\s+", " ")
			.strip();
		int stop = words.indexOf(". ");
		return (stop > 0) ? words.substring(0, stop) : words.replaceAll("\\.$", "");
	}

	/** The rooms inside their wings, with the arrows inside each wing. */
	private static String drawn() throws ClassNotFoundException {
		Map<String, SortedSet<String>> knows = arrows();
		StringBuilder drawn = new StringBuilder("@startuml\nskinparam componentStyle rectangle\n");
		SortedSet<String> inside = new TreeSet<>();
		WINGS.forEach((wing, rooms) -> {
			drawn.append("package \"").append(wing).append("\" {\n");
			rooms.forEach((room) -> drawn.append("  [").append(room).append("]\n"));
			drawn.append("}\n");
			rooms.forEach((room) -> knows.get(room)
				.stream()
				.filter(rooms::contains)
				.forEach((other) -> inside.add("[" + room + "] --> [" + other + "]")));
		});
		inside.forEach((arrow) -> drawn.append(arrow).append('\n'));
		return drawn.append("@enduml\n").toString();
	}

	private static Map<String, SortedSet<String>> arrows() throws ClassNotFoundException {
		Map<String, SortedSet<String>> knows = new LinkedHashMap<>();
		for (String room : ROOMS) {
			knows.put(room, new TreeSet<>(List.of(module(room).allowedDependencies())));
		}
		return knows;
	}

	private static ApplicationModule module(String room) throws ClassNotFoundException {
		Package declared = Class.forName("org.backwise." + room + ".package-info").getPackage();
		assertThat(declared.isAnnotationPresent(NullMarked.class)).as(room).isTrue();
		return declared.getAnnotation(ApplicationModule.class);
	}

	private static List<Path> sources(String room) throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/java/org/backwise", room))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	private static boolean isWriting() {
		return "write".equals(System.getProperty("backwise.docs"));
	}

}
