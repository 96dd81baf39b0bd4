package org.backwise.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Traps of Thymeleaf that make no error, only a page on which something is missing. */
class TemplatesTests {

	private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^\\s>]*((?:\"[^\"]*\"|[^\"<>])*)>");

	private static final Pattern TAKES_IN = Pattern.compile("\\bth:(insert|replace)=");

	/** Thymeleaf does these after it has taken a fragment in. */
	private static final Pattern TOO_LATE = Pattern.compile("\\bth:(each|with|object)=");

	/** What is replaced is gone before these are looked at. */
	private static final Pattern NEVER = Pattern.compile("\\bth:(if|unless|switch|case)=");

	@Test
	void noFragmentIsGivenWhatItsOwnElementMakes() throws IOException {
		assertThat(tags("<p th:each=\"a : ${b}\" th:insert=\"~{c :: d(${a})}\">"))
			.anyMatch((tag) -> TAKES_IN.matcher(tag).find() && TOO_LATE.matcher(tag).find());
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			List<Path> pages = files.filter((file) -> file.toString().endsWith(".html")).toList();
			assertThat(pages).hasSizeGreaterThan(100);
			for (Path page : pages) {
				assertThat(tags(Files.readString(page))).as(page.toString())
					.filteredOn((tag) -> TAKES_IN.matcher(tag).find())
					.noneMatch((tag) -> TOO_LATE.matcher(tag).find())
					.noneMatch((tag) -> tag.contains("th:replace=") && NEVER.matcher(tag).find());
			}
		}
	}

	private static List<String> tags(String page) {
		return TAG.matcher(page).results().map((tag) -> tag.group()).toList();
	}

}
