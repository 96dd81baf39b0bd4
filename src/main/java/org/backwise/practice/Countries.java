package org.backwise.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.stereotype.Component;

/** The countries whose services are known, read from {@code countries.yaml}. */
@Component
public class Countries {

	private final CountriesFile read;

	/** Reads the file. */
	public Countries() {
		YAMLMapper yaml = YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
		try (InputStream file = Countries.class.getResourceAsStream("/countries.yaml")) {
			this.read = yaml.readValue(file, CountriesFile.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record CountriesFile(LocalDate checked, List<Country> countries) {
	}

	/**
	 * The countries, in the order of the file.
	 * @return all of them
	 */
	public List<Country> all() {
		return this.read.countries();
	}

	/**
	 * When their services were looked up.
	 * @return the day
	 */
	public LocalDate checked() {
		return this.read.checked();
	}

	/**
	 * A country.
	 * @param code its code
	 * @return empty for any other country
	 */
	public Optional<Country> find(String code) {
		return all().stream().filter((country) -> country.code().equals(code)).findFirst();
	}

}
