package org.backwise.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The style sheet and the script of every page: one of each for clients, one of each for
 * the desk, put together from the files in {@code static} when the application starts.
 * Each file stays what it is, for whoever reads or changes it.
 */
@Component
public class Bundles {

	/** In the order in which they count. Bootstrap's are the rules that are used. */
	static final List<String> CLIENT_STYLES = List.of("bootstrap-used", "tokens", "base", "frame", "form", "result",
			"body-map");

	static final List<String> DESK_STYLES = List.of("desk", "diary");

	/** For paper only; it counts last. */
	static final String PRINT_STYLE = "print";

	static final List<String> CLIENT_SCRIPTS = List.of("error-focus", "follow-up", "body-map", "clear", "keep");

	static final List<String> DESK_SCRIPTS = List.of("idle", "text-blocks");

	private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

	private static final MediaType JS = MediaType.parseMediaType("text/javascript;charset=UTF-8");

	/** A remark, unless it says who wrote what follows. */
	private static final Pattern REMARK = Pattern.compile("/\\*(?!!)[\\s\\S]*?\\*/");

	private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

	private final Bundle clientStyle = styles("client.css", CLIENT_STYLES);

	private final Bundle deskStyle = styles("desk.css", both(CLIENT_STYLES, DESK_STYLES));

	private final Bundle clientScript = scripts("client.js", CLIENT_SCRIPTS);

	private final Bundle passkeyScript = Bundle.of("passkey.js", JS,
			joined("js", List.of("passkey"), UnaryOperator.identity()));

	private final Bundle deskScript = scripts("desk.js", both(CLIENT_SCRIPTS, DESK_SCRIPTS));

	/**
	 * Where the style sheet of a page is.
	 * @param desk whether the page has the parts of the desk, such as its dense tables
	 * @return its address, below the application's own
	 */
	public String style(boolean desk) {
		return (desk ? this.deskStyle : this.clientStyle).address();
	}

	/**
	 * Where the script of a page is.
	 * @param desk whether somebody is signed in
	 * @return its address, below the application's own
	 */
	public String script(boolean desk) {
		return (desk ? this.deskScript : this.clientScript).address();
	}

	/**
	 * Where the script is that asks a browser for a passkey.
	 * @return its address, below the application's own
	 */
	public String passkey() {
		return this.passkeyScript.address();
	}

	Optional<Bundle> find(String file) {
		return Stream.of(this.clientStyle, this.deskStyle, this.clientScript, this.deskScript, this.passkeyScript)
			.filter((bundle) -> bundle.isMeantBy(file))
			.findFirst();
	}

	private static Bundle styles(String name, List<String> files) {
		return Bundle.of(name, CSS, joined("css", files, UnaryOperator.identity())
				+ joined("css", List.of(PRINT_STYLE), (text) -> "@media print {\n" + text + "}\n"));
	}

	/** Each in braces of its own, so that none meets the names of another. */
	private static Bundle scripts(String name, List<String> files) {
		return Bundle.of(name, JS, joined("js", files, (text) -> "{\n" + text + "}\n"));
	}

	private static String joined(String kind, List<String> files, UnaryOperator<String> with) {
		return files.stream().map((file) -> {
			String text = REMARK.matcher(read(kind + "/" + file + "." + kind)).replaceAll("");
			return with.apply(kind.equals("css") ? INDENT.matcher(text).replaceAll("\n") : text);
		}).collect(Collectors.joining());
	}

	private static String read(String file) {
		try (InputStream in = new ClassPathResource("static/" + file).getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> both(List<String> some, List<String> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

}
