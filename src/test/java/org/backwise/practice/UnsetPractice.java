package org.backwise.practice;

import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** For tests of a part: a practice that nobody has set up, without a database. */
@TestConfiguration(proxyBeanMethods = false)
public class UnsetPractice {

	@Bean
	PracticeNow practice() {
		Practice unset = of(Map.of());
		return () -> unset;
	}

	/**
	 * A practice as a file would set it.
	 * @param settings the settings, with their whole names
	 * @return the practice
	 */
	public static Practice of(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("backwise.practice",
				Practice.class);
	}

}
