package org.backwise.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * How the build noticed small changes to the rules: each rule deleted, each condition
 * turned, each level lowered, each exclusion dropped, each point moved by one.
 *
 * @param tried how many changes were tried
 * @param byVignettes how many were noticed by a made-up person
 * @param byFixtures how many more by a sheet at the edge, decided by the contract
 * @param byProperties how many more by a property of this page
 * @param equivalent how many change no decision on any sheet, which was proved
 */
public record RuleChanges(int tried, int byVignettes, int byFixtures, int byProperties, int equivalent) {

	private static final String FILE = "/proof/rule-changes.properties";

	private static final String CARE = "/proof/follow-up-changes.properties";

	/** What the build found for a knowledge base. */
	static Optional<RuleChanges> of(String sha256) {
		return read(FILE, sha256);
	}

	/** What the build found for the rules of check-ins. */
	static Optional<RuleChanges> ofCare(String sha256) {
		return read(CARE, sha256);
	}

	private static Optional<RuleChanges> read(String file, String sha256) {
		Properties kept = new Properties();
		try (InputStream in = RuleChanges.class.getResourceAsStream(file)) {
			if (in != null) {
				kept.load(in);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sha256.equals(kept.getProperty("sha256"))
				? Optional.of(new RuleChanges(number(kept, "tried"), number(kept, "by-vignettes"),
						number(kept, "by-fixtures"), number(kept, "by-properties"), number(kept, "equivalent")))
				: Optional.empty();
	}

	private static int number(Properties kept, String key) {
		return Integer.parseInt(kept.getProperty(key, "0"));
	}

}
