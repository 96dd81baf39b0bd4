package org.backwise.practice;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is set, by name ({@code practice.phone}). The server's file comes first
 * ({@code backwise.practice.phone}), then what an owner set at the desk, then what the
 * country brings. A change is seen here at once, and by other instances on the same
 * database within seconds: each looks again and again, so that no page has to.
 */
@Service
public class Settings {

	private static final Logger logger = LoggerFactory.getLogger(Settings.class);

	private static final String FILE = "backwise.";

	/** The setting that brings others. */
	private static final String COUNTRY = "practice.country";

	private final JdbcClient jdbc;

	private final Countries countries;

	private final Binder file;

	private volatile Map<String, String> stored;

	Settings(JdbcClient jdbc, Countries countries, Environment environment) {
		this.jdbc = jdbc;
		this.countries = countries;
		this.file = Binder.get(environment);
		this.stored = read();
	}

	/**
	 * A page of settings as the database has it.
	 *
	 * @param version how often it was changed
	 * @param values everything an owner set, on this page or another
	 */
	public record Saved(long version, Map<String, String> values) {
	}

	/**
	 * What an owner set, as the database has it now.
	 * @param page the page that is asked for
	 * @return its version and all values
	 */
	@Transactional(readOnly = true)
	public Saved saved(String page) {
		return new Saved(version(page), read());
	}

	/**
	 * What the server's file says, which nobody can change at the desk.
	 * @param name a setting
	 * @return empty when the file does not say anything
	 */
	public Optional<String> inFile(String name) {
		String key = FILE + name;
		String one = this.file.bind(key, Bindable.of(String.class)).orElse("");
		if (!one.isBlank()) {
			return Optional.of(one);
		}
		List<String> several = this.file.bind(key, Bindable.listOf(String.class)).orElse(List.of());
		return Optional.of(String.join(",", several)).filter((text) -> !text.isBlank());
	}

	/**
	 * What would hold for some settings.
	 * @param prefix the first part of their names
	 * @param type a record of them
	 * @param chosen what an owner would have set
	 * @param <T> the record
	 * @return the record, with the file's and the country's values where they go
	 */
	public <T> T with(String prefix, Class<T> type, Map<String, String> chosen) {
		Map<String, String> values = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
			value(name, chosen).ifPresent((value) -> values.put(FILE + name, value));
		}
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(FILE + prefix, type);
	}

	/**
	 * Some settings as they are whenever somebody asks.
	 * @param prefix the first part of their names
	 * @param type a record of them
	 * @param <T> the record
	 * @return gives them; without asking the database
	 */
	public <T> Supplier<T> current(String prefix, Class<T> type) {
		return new Current<>(this, prefix, type);
	}

	/**
	 * One setting as it would be.
	 * @param name its name
	 * @param chosen what an owner would have set
	 * @return empty when neither file nor owner nor country say anything
	 */
	public Optional<String> value(String name, Map<String, String> chosen) {
		return inFile(name).or(() -> Optional.ofNullable(chosen.get(name))).or(() -> ofCountry(name, chosen));
	}

	private Optional<String> ofCountry(String name, Map<String, String> chosen) {
		return inFile(COUNTRY).or(() -> Optional.ofNullable(chosen.get(COUNTRY)))
			.flatMap(this.countries::find)
			.flatMap((country) -> (name.equals("practice.zone")) ? Optional.of(country.zones().get(0).getId())
					: Optional.ofNullable(country.words().get(name.substring(name.indexOf('.') + 1))))
			.filter((value) -> !value.isEmpty());
	}

	/**
	 * Changes a page, within the caller's transaction.
	 * @param page the page
	 * @param seen the version that whoever changes it saw
	 * @param names all settings of the page
	 * @param values those that are set from now on
	 * @return false when somebody else changed the page since; nothing is changed then
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean change(String page, long seen, Collection<String> names, Map<String, String> values) {
		if (!goOn(page, seen)) {
			return false;
		}
		names.forEach((name) -> {
			this.jdbc.sql("delete from practice_setting where name = ?").param(name).update();
			@Nullable String value = values.get(name);
			if (value != null) {
				this.jdbc.sql("insert into practice_setting (name, content) values (?, ?)")
					.params(name, value)
					.update();
			}
		});
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				look();
			}

		});
		return true;
	}

	private boolean goOn(String page, long seen) {
		try {
			return (seen == 0)
					? this.jdbc.sql("insert into practice_setting_page (page, version) values (?, 1)")
						.param(page)
						.update() > 0
					: this.jdbc
						.sql("update practice_setting_page set version = version + 1 where page = ? and version = ?")
						.params(page, seen)
						.update() > 0;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Looks whether anything was set, here or elsewhere. */
	@Scheduled(fixedDelayString = "${backwise.settings.look-every:2s}")
	public void look() {
		try {
			Map<String, String> found = read();
			if (!found.equals(this.stored)) {
				this.stored = found;
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The settings could not be read; the last ones go on");
		}
	}

	Map<String, String> stored() {
		return this.stored;
	}

	private long version(String page) {
		return this.jdbc.sql("select version from practice_setting_page where page = ?")
			.param(page)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	private Map<String, String> read() {
		Map<String, String> found = new LinkedHashMap<>();
		this.jdbc.sql("select name, content from practice_setting order by name")
			.query((RowCallbackHandler) (row) -> found.put(row.getString("name"), row.getString("content")));
		return Map.copyOf(found);
	}

	/** Makes a record anew when something was set, and only then. */
	private static final class Current<T> implements Supplier<T> {

		private final Settings settings;

		private final String prefix;

		private final Class<T> type;

		private volatile @Nullable Made<T> made;

		Current(Settings settings, String prefix, Class<T> type) {
			this.settings = settings;
			this.prefix = prefix;
			this.type = type;
		}

		@Override
		@SuppressWarnings("ReferenceEquality")
		public T get() {
			Map<String, String> from = this.settings.stored();
			@Nullable Made<T> last = this.made;
			if (last != null && last.from() == from) {
				return last.made();
			}
			Made<T> next = new Made<>(from, make(from, last));
			this.made = next;
			return next.made();
		}

		/** What cannot be used changes nothing; at the start it is refused. */
		private T make(Map<String, String> from, @Nullable Made<T> last) {
			try {
				return this.settings.with(this.prefix, this.type, from);
			}
			catch (BindException ex) {
				if (last == null) {
					throw ex;
				}
				logger.error("The settings {} cannot be used; the last ones go on", this.prefix);
				return last.made();
			}
		}

		private record Made<T>(Map<String, String> from, T made) {
		}

	}

}
