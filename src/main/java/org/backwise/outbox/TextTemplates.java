package org.backwise.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Where the plain text of a mail comes from; its HTML is a template like every other. */
@Configuration(proxyBeanMethods = false)
class TextTemplates {

	@Bean
	ITemplateResolver plainTextMail() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setOrder(1);
		resolver.setPrefix("templates/");
		resolver.setResolvablePatterns(Set.of("outbox/*.txt"));
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return resolver;
	}

}
