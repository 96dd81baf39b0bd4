package org.backwise.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import org.backwise.TestDesk;

/**
 * The whole application with a file that says nothing of the practice but its e-mail
 * address.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1",
		"backwise.practice.country=", "backwise.practice.name=", "backwise.practice.email=${backwise.test-mail}",
		"backwise.test-mail=file@example.org" })
@AutoConfigureMockMvc
@Import(TestDesk.class)
@interface SettingsTest {

}
