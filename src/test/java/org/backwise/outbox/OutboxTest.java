package org.backwise.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import org.backwise.TestDesk;

/** The whole application with an address for links; nothing is sent by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1",
		"backwise.desk.address=https://desk.example", "backwise.mail.goes=false", "backwise.limits.enabled=false",
		"backwise.practice.name=Larkfield", "backwise.secrets.key=only-for-tests-and-long-enough-0123456789" })
@AutoConfigureMockMvc
@Import(TestDesk.class)
@interface OutboxTest {

}
