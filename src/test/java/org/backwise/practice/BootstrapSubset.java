package org.backwise.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.helger.css.decl.AbstractHasTopLevelRules;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSKeyframesRule;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.ThrowingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;

/**
 * The rules of Bootstrap's style sheet that a page of ours can meet, in their order: each
 * selector whose elements, classes and attributes stand in a template or a script, and
 * the variables that something reads.
 */
final class BootstrapSubset {

	private static final Pattern READ = Pattern.compile("var\\((--[\\w-]+)");

	private static final Pattern OWNER = Pattern.compile("/\\*!.*?\\*/", Pattern.DOTALL);

	/** A variable that is set to nothing, which the parser does not know. */
	private static final Pattern EMPTY = Pattern.compile("(--[\\w-]+:) ?(?=[;}])");

	private static final String NOTHING = "set-to-nothing";

	private static final String OUR_STYLES = "src/main/resources/static/css";

	/** What scripts of Bootstrap, of which we have none, would look at. */
	private static final String FOR_SCRIPTS = "data-bs-";

	private final PageNames names = new PageNames();

	private final CSSWriterSettings writing = new CSSWriterSettings(true);

	/** The sheet, a line for each rule. */
	String write(String file) throws IOException {
		String whole = bootstrap();
		CascadingStyleSheet sheet = CSSReader.readFromStringReader(EMPTY.matcher(whole).replaceAll("$1" + NOTHING),
				new CSSReaderSettings().setCustomErrorHandler(new ThrowingCSSParseErrorHandler()));
		if (sheet == null) {
			throw new IllegalStateException("Bootstrap's style sheet cannot be read");
		}
		dropUnused(sheet);
		dropUnread(sheet, file);
		StringBuilder text = new StringBuilder(OWNER.matcher(whole)
			.results()
			.findFirst()
			.orElseThrow()
			.group()
			.replaceFirst("\\*/$", " * Only the rules that our pages use, drawn by BootstrapSubsetTests.\n */\n"));
		rules(sheet)
			.forEach((rule) -> text.append(rule.getAsCSSString(this.writing, 0).replace(NOTHING, " ")).append('\n'));
		return text.toString();
	}

	private static String bootstrap() throws IOException {
		String path = "/META-INF/resources/webjars/bootstrap/" + version() + "/css/bootstrap.min.css";
		try (InputStream in = BootstrapSubset.class.getResourceAsStream(path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s*/\\*# source.*?\\*/", "");
		}
	}

	/** As the build names it. */
	private static String version() throws IOException {
		return Pattern.compile("<bootstrap\\.version>(.*?)<")
			.matcher(Files.readString(Path.of("pom.xml")))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
	}

	private void dropUnused(AbstractHasTopLevelRules from) {
		for (ICSSTopLevelRule rule : rules(from)) {
			if (rule instanceof CSSStyleRule style) {
				List.copyOf(style.getAllSelectors())
					.stream()
					.filter((selector) -> !canMatch(selector))
					.forEach(style::removeSelector);
				if (!style.hasSelectors()) {
					from.removeRule(rule);
				}
			}
			else if (inside(rule) != null) {
				dropUnused(inside(rule));
				dropIfEmpty(from, rule);
			}
		}
	}

	private static List<ICSSTopLevelRule> rules(AbstractHasTopLevelRules from) {
		return List.copyOf(from.getAllRules());
	}

	private static AbstractHasTopLevelRules inside(ICSSTopLevelRule rule) {
		if (rule instanceof CSSMediaRule media) {
			return media;
		}
		return (rule instanceof CSSSupportsRule supports) ? supports : null;
	}

	private static void dropIfEmpty(AbstractHasTopLevelRules from, ICSSTopLevelRule rule) {
		if (inside(rule).getAllRules().isEmpty()) {
			from.removeRule(rule);
		}
	}

	private boolean canMatch(CSSSelector selector) {
		return selector.getAllMembers().stream().allMatch(this::canMatch);
	}

	private boolean canMatch(ICSSSelectorMember member) {
		if (member instanceof CSSSelectorSimpleMember simple) {
			String name = simple.getValue();
			if (simple.isClass()) {
				return this.names.hasClass(name.substring(1));
			}
			return !simple.isElementName() || name.equals("*") || this.names.hasTag(name.toLowerCase(Locale.ROOT));
		}
		// Both themes follow the browser, which the tokens do.
		return !(member instanceof CSSSelectorAttribute attribute && attribute.getAttrName().startsWith(FOR_SCRIPTS));
	}

	/** Variables that nothing reads, and movements that nothing makes. */
	private void dropUnread(CascadingStyleSheet sheet, String file) throws IOException {
		Set<String> read = new HashSet<>();
		try (Stream<Path> ours = Files.list(Path.of(OUR_STYLES))) {
			for (Path one : ours.filter((one) -> !one.endsWith(file)).toList()) {
				read.addAll(read(Files.readString(one)));
			}
		}
		int before;
		do {
			before = read.size();
			each(sheet, (declaration) -> {
				if (!declaration.getProperty().startsWith("--") || read.contains(declaration.getProperty())) {
					read.addAll(read(declaration.getAsCSSString(this.writing, 0)));
				}
				return false;
			});
		}
		while (read.size() > before);
		Set<String> moved = new HashSet<>();
		each(sheet, (declaration) -> {
			if (declaration.getProperty().startsWith("animation")) {
				moved.addAll(List.of(declaration.getAsCSSString(this.writing, 0).split("[\\s:;]+")));
			}
			return declaration.getProperty().startsWith("--") && !read.contains(declaration.getProperty());
		});
		rules(sheet).stream()
			.filter((rule) -> rule instanceof CSSKeyframesRule frames && !moved.contains(frames.getAnimationName()))
			.forEach(sheet::removeRule);
	}

	private static Set<String> read(String text) {
		Set<String> read = new HashSet<>();
		READ.matcher(text).results().forEach((one) -> read.add(one.group(1)));
		return read;
	}

	/** Goes through all declarations; those for which the answer is yes are dropped. */
	private static void each(AbstractHasTopLevelRules from, Predicate<CSSDeclaration> drop) {
		for (ICSSTopLevelRule rule : rules(from)) {
			if (rule instanceof CSSStyleRule style) {
				List.copyOf(style.getAllDeclarations()).stream().filter(drop).forEach(style::removeDeclaration);
				if (!style.hasDeclarations()) {
					from.removeRule(rule);
				}
			}
			else if (inside(rule) != null) {
				each(inside(rule), drop);
				dropIfEmpty(from, rule);
			}
		}
	}

}
