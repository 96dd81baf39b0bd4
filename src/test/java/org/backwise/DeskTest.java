package org.backwise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application on an empty database in memory; all these tests share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1",
		"backwise.candidate=file:${test.folder:target/fork-1}/candidate", "spring.main.lazy-initialization=false" })
@AutoConfigureMockMvc
@Import(TestDesk.class)
public @interface DeskTest {

}
