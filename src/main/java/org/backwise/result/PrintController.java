package org.backwise.result;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.documents.Documents;

/**
 * The client's pages on paper. Each is filled as its page is, so that both say the same
 * of where the case stands.
 */
@Controller
class PrintController {

	/** Page to document; what is in no row here is no result. */
	private static final Map<String, String> SHEETS = Map.of("result/plan", "result/pdf-plan", "result/notice",
			"result/pdf-notice", "result/stopped", "result/pdf-rest", "result/cleared", "result/pdf-rest",
			"result/withdrawn", "result/pdf-rest", "result/letter", "result/pdf-letter", "result/summary",
			"result/pdf-summary");

	private final ResultController results;

	private final CareController care;

	private final Documents documents;

	PrintController(ResultController results, CareController care, Documents documents) {
		this.results = results;
		this.care = care;
		this.documents = documents;
	}

	@GetMapping("/result/{link}/pdf")
	ResponseEntity<byte[]> result(@PathVariable String link, Model model) {
		String page = this.results.show(link, "", model);
		return print(page.equals("result/plan") ? "plan" : "result", page, model);
	}

	@GetMapping("/result/{link}/letter/pdf")
	ResponseEntity<byte[]> letter(@PathVariable String link, Model model) {
		return print("letter", this.results.letter(link, model), model);
	}

	@GetMapping("/result/{link}/summary/pdf")
	ResponseEntity<byte[]> summary(@PathVariable String link, Model model) {
		return print("summary", this.care.summary(link, model), model);
	}

	private ResponseEntity<byte[]> print(String file, String page, Model model) {
		String sheet = SHEETS.get(page);
		if (sheet == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.documents.answer(file, sheet, model.asMap());
	}

}
