package org.backwise.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backup, as its name tells.
 *
 * @param madeAt when, to the second
 * @param kind why
 */
record BackupFile(Instant madeAt, Kind kind) {

	private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern NAME = Pattern.compile("backwise-(\\d{8}T\\d{6}Z)-([a-z-]+)\\.zip\\.gpg");

	BackupFile {
		madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
	}

	/** What the name of a file tells, if it is one of ours. */
	static Optional<BackupFile> named(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			Instant at = AT.parse(matcher.group(1), Instant::from);
			return Arrays.stream(Kind.values())
				.filter((kind) -> kind.word().equals(matcher.group(2)))
				.findFirst()
				.map((kind) -> new BackupFile(at, kind));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	String name() {
		return "backwise-" + AT.format(this.madeAt) + "-" + this.kind.word() + ".zip.gpg";
	}

}
