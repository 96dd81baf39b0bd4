package org.backwise.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.transfer.Previews.Preview;
import org.backwise.transfer.Incoming.Days;

/**
 * Clients and past sessions from another system: the file, what will happen, the owner's
 * word.
 */
@Controller
class BringInController {

	/** So many lines and problems a page shows. */
	private static final int SHOWN = 200;

	private static final int EXAMPLES = 20;

	private static final String WINDOWS = "windows";

	private static final String SEMICOLON = "semicolon";

	private final BringIn bringIn;

	private final SignedIn signedIn;

	private final Words words;

	BringInController(BringIn bringIn, SignedIn signedIn, Words words) {
		this.bringIn = bringIn;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping("/desk/bring-in")
	String show(Model model) {
		this.signedIn.owner();
		return show("utf-8", "comma", Days.ISO, List.of(), model);
	}

	@GetMapping("/desk/bring-in/sample/{kind}")
	ResponseEntity<byte[]> sample(@PathVariable String kind) {
		this.signedIn.owner();
		Incoming wanted = kind(kind);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(wanted + ".csv").build().toString())
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.body(wanted.sample().getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping("/desk/bring-in/{kind}")
	String upload(@PathVariable String kind, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String encoding, @RequestParam(defaultValue = "") String between,
			@RequestParam(defaultValue = "") String days, HttpServletResponse response, Model model)
			throws IOException {
		this.signedIn.owner();
		Incoming wanted = kind(kind);
		if (file == null || file.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(encoding, between, Days.parse(days),
					List.of(new FieldProblem("file", this.words.of("transfer.in.file.missing"))), model);
		}
		UUID id = this.bringIn.keep(wanted, encoding.equals(WINDOWS), between.equals(SEMICOLON), Days.parse(days),
				file.getBytes());
		return "redirect:/desk/bring-in/" + id;
	}

	@GetMapping("/desk/bring-in/{id}")
	String preview(@PathVariable String id, Model model) {
		UUID key = key(id);
		model.addAttribute("id", key);
		model.addAttribute("private", true);
		Optional<BringIn.Done> done = this.bringIn.done(key);
		if (done.isPresent()) {
			model.addAttribute("done", done.get());
			return "transfer/brought";
		}
		Preview preview = this.bringIn.preview(key)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		long known = preview.problems().stream().filter(LineProblem::isKnown).count();
		model.addAttribute("kind", preview.upload().kind());
		model.addAttribute("before", preview.before());
		model.addAttribute("coming", preview.lines().size());
		model.addAttribute("known", known);
		model.addAttribute("bad",
				preview.problems()
					.stream()
					.filter((problem) -> !problem.isKnown())
					.map(LineProblem::line)
					.distinct()
					.count());
		model.addAttribute("rows", preview.lines().stream().limit(EXAMPLES).map((coming) -> coming.line()).toList());
		model.addAttribute("wrong",
				preview.problems()
					.stream()
					.limit(SHOWN)
					.map((problem) -> new Wrong(problem.line(), problem.column(), problem.in(this.words)))
					.toList());
		model.addAttribute("more", Math.max(0, preview.problems().size() - SHOWN));
		return "transfer/preview";
	}

	/**
	 * A line that is left out.
	 *
	 * @param line its number
	 * @param column the column
	 * @param message what is wrong
	 */
	record Wrong(long line, @Nullable String column, String message) {
	}

	@PostMapping("/desk/bring-in/{id}/confirm")
	String confirm(@PathVariable String id, HttpServletResponse response, Model model) {
		try {
			this.bringIn.confirm(key(id));
			return "redirect:/desk/bring-in/" + key(id);
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(model);
		}
	}

	@PostMapping("/desk/bring-in/{id}/drop")
	String drop(@PathVariable String id) {
		this.bringIn.drop(key(id));
		return "redirect:/desk/bring-in";
	}

	private static Incoming kind(String kind) {
		return Incoming.parse(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	static UUID key(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private String show(String encoding, String between, Days days, List<FieldProblem> problems, Model model) {
		model.addAttribute("encoding", encoding);
		model.addAttribute("between", between);
		model.addAttribute("chosen", days);
		model.addAttribute("days", Days.values());
		model.addAttribute("kinds", Incoming.values());
		model.addAttribute("private", true);
		FieldProblem.show(problems, model);
		return "transfer/bring-in";
	}

}
