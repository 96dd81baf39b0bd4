package org.backwise.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

import org.springframework.context.ApplicationContext;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.Words;

/**
 * Makes PDFs of templates. A template of a document fills {@code documents/paper}, is
 * well-formed XHTML, and says everything without links and pictures.
 */
@Component
public class Documents {

	/** So many are made at once; the heap has to hold them. */
	private static final int AT_ONCE = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final String RETRY_AFTER = "10";

	private final ITemplateEngine templates;

	private final ApplicationContext beans;

	private final Words words;

	private final Clock clock;

	/** Made for the first document: reading the faces takes a part of a start. */
	private final Supplier<Press> press = SingletonSupplier.of(Documents::press);

	Documents(ITemplateEngine templates, ApplicationContext beans, Words words, Clock clock) {
		this.templates = templates;
		this.beans = beans;
		this.words = words;
		this.clock = clock;
	}

	private static Press press() {
		try {
			return new Press(AT_ONCE, PATIENCE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The faces of the documents cannot be read", ex);
		}
	}

	/**
	 * A document as the answer to a request: shown in the browser, kept by no cache.
	 * @param file what the file is called before its day; says nothing of anybody
	 * @param template the template, as a controller would name it
	 * @param model what it reads
	 * @return the answer
	 * @throws ResponseStatusException with 503 when too many are being made
	 */
	public ResponseEntity<byte[]> answer(String file, String template, Map<String, ?> model) {
		ContentDisposition shown = ContentDisposition.inline()
			.filename(file + "-" + LocalDate.now(this.clock) + ".pdf")
			.build();
		byte[] pdf = pdf(template, model);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
			.cacheControl(CacheControl.noStore())
			.body(pdf);
	}

	/**
	 * A document in the language of the page.
	 * @param template the template, as a controller would name it
	 * @param model what it reads
	 * @return the PDF
	 * @throws ResponseStatusException with 503 when too many are being made
	 */
	public byte[] pdf(String template, Map<String, ?> model) {
		Map<String, Object> variables = new LinkedHashMap<>(model);
		// lets a template name beans, as those of pages do
		variables.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		try {
			return this.press.get()
				.print(this.templates.process(template, new Context(this.words.language(), variables)));
		}
		catch (Press.Busy ex) {
			ResponseStatusException later = new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
			later.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
			throw later;
		}
	}

}
