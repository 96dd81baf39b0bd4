package org.backwise.practice;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The room that all others lean on starts alone. */
@ApplicationModuleTest
@TestPropertySource(properties = { "management.endpoint.health.validate-group-membership=false",
		"spring.datasource.url=jdbc:h2:mem:practice" })
class PracticeModuleTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private PracticeNow practice;

	@Autowired
	private Words words;

	@Test
	void needsNoOtherRoom() {
		assertThat(this.context.getBeanDefinitionNames())
			.noneMatch((name) -> name.equals("triageController") || name.equals("cases") || name.equals("journal"));
		assertThat(this.practice.now().language().getLanguage()).isEqualTo(Locale.ENGLISH.getLanguage());
		assertThat(Refusal.of("care.minutes.range", 15, 120).in(this.words)).contains("15", "120");
	}

}
