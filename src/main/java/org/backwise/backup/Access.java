package org.backwise.backup;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How the database is reached.
 *
 * @param url its address for Java
 * @param user who asks
 * @param password their password
 */
record Access(String url, String user, String password) {

	static Access of(DataSourceProperties settings) {
		return new Access(settings.determineUrl(), orEmpty(settings.determineUsername()),
				orEmpty(settings.determinePassword()));
	}

	Access at(String other) {
		return new Access(other, this.user, this.password);
	}

	DataSource source() {
		return new DriverManagerDataSource(this.url, this.user, this.password);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/** Never says the password. */
	@Override
	public String toString() {
		return "access of " + this.user;
	}

}
