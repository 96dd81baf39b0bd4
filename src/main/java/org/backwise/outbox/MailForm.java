package org.backwise.outbox;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.outbox.MailSettings.Encryption;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Words;

/**
 * The mail server as an owner typed it.
 *
 * @param host its name
 * @param port its port
 * @param encryption id of how the way is kept secret
 * @param user the name to sign in with
 * @param password the password; empty leaves the one that is stored
 * @param from the address mail comes from
 * @param quietFrom when nobody is disturbed any more
 * @param quietUntil until when
 * @param reminder {@code true} when clients may be reminded
 * @param seen the version of the page that was looked at
 */
record MailForm(@Nullable String host, @Nullable String port, @Nullable String encryption, @Nullable String user,
		@Nullable String password, @Nullable String from, @Nullable String quietFrom, @Nullable String quietUntil,
		@Nullable String reminder, @Nullable String seen) {

	/** The settings of the page but the password, by the name of their field. */
	static final Map<String, String> KEYS = keys();

	private static final int LONGEST = 253;

	private static final int LONGEST_SECRET = 200;

	private static Map<String, String> keys() {
		Map<String, String> keys = new LinkedHashMap<>();
		for (String name : List.of("host", "port", "encryption", "user", "from", "reminder")) {
			keys.put(name, MailSettings.SETTINGS + "." + name);
		}
		keys.put("quietFrom", MailSettings.SETTINGS + ".quiet-from");
		keys.put("quietUntil", MailSettings.SETTINGS + ".quiet-until");
		return keys;
	}

	static MailForm of(MailSettings now, long version) {
		return new MailForm(now.host(), Integer.toString(now.port()), now.encryption().toString(), now.user(), null,
				now.from(), now.quietFrom().toString(), now.quietUntil().toString(), Boolean.toString(now.reminder()),
				Long.toString(version));
	}

	/** What was typed, cleaned, by the name of its field. */
	Map<String, String> typed() {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("host", line(this.host).toLowerCase(Locale.ROOT));
		typed.put("port", line(this.port));
		typed.put("encryption", line(this.encryption));
		typed.put("user", line(this.user));
		typed.put("from", line(this.from));
		typed.put("quietFrom", line(this.quietFrom));
		typed.put("quietUntil", line(this.quietUntil));
		typed.put("reminder", Boolean.toString("true".equals(this.reminder)));
		return typed;
	}

	/** The password as typed: a blank at its end may belong to it. */
	String secret() {
		return Objects.requireNonNullElse(this.password, "");
	}

	long version() {
		return line(this.seen).matches("\\d{1,9}") ? Long.parseLong(line(this.seen)) : -1;
	}

	private static String line(@Nullable String typed) {
		return FormText.line(typed).text();
	}

	/**
	 * What is wrong with it.
	 * @param inFile names of the fields that the file decides
	 */
	List<FieldProblem> problems(Set<String> inFile, Words words) {
		Map<String, String> typed = typed();
		List<FieldProblem> problems = new ArrayList<>();
		String server = Objects.requireNonNull(typed.get("host"));
		boolean encrypted = encryption(typed).filter((how) -> how != Encryption.NONE).isPresent();
		if (server.length() > LONGEST || !server.matches("[\\p{L}\\p{N}.:-]*")) {
			add(problems, "host", words);
		}
		if (!Objects.requireNonNull(typed.get("port")).matches("[1-9]\\d{0,4}")
				|| Integer.parseInt(Objects.requireNonNull(typed.get("port"))) > 65_535) {
			add(problems, "port", words);
		}
		if (encryption(typed).isEmpty()) {
			add(problems, "encryption", words);
		}
		else if (!encrypted && !server.isEmpty() && !MailSettings.isHere(server)) {
			problems.add(new FieldProblem("encryption", words.of("outbox.problem.encryption.here")));
		}
		String address = Objects.requireNonNull(typed.get("from"));
		if (address.isEmpty() ? !server.isEmpty() : MailAddress.of(address).isEmpty()) {
			add(problems, "from", words);
		}
		for (String time : List.of("quietFrom", "quietUntil")) {
			if (time(typed.get(time)).isEmpty()) {
				problems.add(new FieldProblem(time, words.of("outbox.problem.time")));
			}
		}
		if (Objects.requireNonNull(typed.get("user")).length() > LONGEST || secret().length() > LONGEST_SECRET) {
			add(problems, "user", words);
		}
		problems.removeIf((problem) -> inFile.contains(problem.field()));
		return problems;
	}

	private static void add(List<FieldProblem> problems, String field, Words words) {
		problems.add(new FieldProblem(field, words.of("outbox.problem." + field)));
	}

	private static Optional<Encryption> encryption(Map<String, String> typed) {
		return Stream.of(Encryption.values())
			.filter((one) -> one.toString().equals(typed.get("encryption")))
			.findFirst();
	}

	private static Optional<LocalTime> time(@Nullable String text) {
		try {
			return Optional.of(LocalTime.parse(Objects.requireNonNullElse(text, "")));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** Says nothing of the password. */
	@Override
	public String toString() {
		return "a mail server";
	}

}
