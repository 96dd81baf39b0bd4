package org.backwise.backup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a database of PostgreSQL is, for Java and for PostgreSQL's own tools.
 *
 * @param hosts host and port, several with commas between
 * @param database the name of the database
 * @param options what stands in the address behind the question mark
 * @param access how it is reached
 */
record PostgresServer(String hosts, String database, Map<String, String> options, Access access) {

	static final String SCHEME = "jdbc:postgresql:";

	private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql:(?://([^/?]*)(?:/|$))?([^?]*)(?:\\?(.*))?");

	private static final Pattern HOST = Pattern.compile("\\[?(.*?)]?(?::(\\d+))?");

	private static final String PORT = "5432";

	/** What both know by the same name. */
	private static final Map<String, String> SHARED = Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT",
			"sslcert", "PGSSLCERT");

	static PostgresServer of(Access access) {
		Matcher address = ADDRESS.matcher(access.url());
		if (!address.matches()) {
			throw new BackupFailedException(Trouble.NOT_KEPT);
		}
		Map<String, String> options = options((address.group(3) != null) ? address.group(3) : "");
		Access full = new Access(access.url(), options.getOrDefault("user", access.user()),
				options.getOrDefault("password", access.password()));
		String hosts = (address.group(1) == null || address.group(1).isEmpty()) ? "localhost" : address.group(1);
		String database = decoded(address.group(2));
		return new PostgresServer(hosts, database.isEmpty() ? full.user() : database, options, full);
	}

	/** Another database on the same server. */
	PostgresServer other(String name) {
		String query = this.access.url().contains("?") ? this.access.url().substring(this.access.url().indexOf('?'))
				: "";
		return new PostgresServer(this.hosts, name, this.options,
				this.access.at(SCHEME + "//" + this.hosts + "/" + name + query));
	}

	/**
	 * What PostgreSQL's tools read from their surroundings; the password is none of it.
	 */
	Map<String, String> surroundings() {
		Map<String, String> set = new LinkedHashMap<>();
		set.put("PGHOST", parts(1));
		set.put("PGPORT", parts(2));
		set.put("PGDATABASE", this.database);
		set.put("PGUSER", this.access.user());
		set.put("PGCONNECT_TIMEOUT", "10");
		SHARED.forEach((option, name) -> {
			if (this.options.containsKey(option)) {
				set.put(name, this.options.get(option));
			}
		});
		return set;
	}

	private String parts(int group) {
		return Arrays.stream(this.hosts.split(",")).map((host) -> {
			Matcher matcher = HOST.matcher(host);
			String part = matcher.matches() ? matcher.group(group) : host;
			return (part != null) ? part : PORT;
		}).collect(Collectors.joining(","));
	}

	private static Map<String, String> options(String query) {
		Map<String, String> options = new LinkedHashMap<>();
		for (String option : query.split("&")) {
			int sign = option.indexOf('=');
			if (sign > 0) {
				options.put(option.substring(0, sign), decoded(option.substring(sign + 1)));
			}
		}
		return options;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/** Never says the password. */
	@Override
	public String toString() {
		return this.database;
	}

}
