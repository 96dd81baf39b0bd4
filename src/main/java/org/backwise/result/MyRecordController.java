package org.backwise.result;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Withdrawals;
import org.backwise.journal.JournalEntry;
import org.backwise.retention.ErasureRequest;
import org.backwise.retention.Erasures;

/**
 * What clients may do with their own record: see who read it, take it away, withdraw, ask
 * to be forgotten.
 */
@Controller
class MyRecordController {

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Withdrawals withdrawals;

	private final Erasures erasures;

	private final WholeRecord record;

	MyRecordController(Cases cases, LifeCycle lifeCycle, Withdrawals withdrawals, Erasures erasures,
			WholeRecord record) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.withdrawals = withdrawals;
		this.erasures = erasures;
		this.record = record;
	}

	@GetMapping("/result/{link}/record")
	String show(@PathVariable String link, Model model) {
		Case theCase = find(link, model);
		model.addAttribute("access", inShort(this.record.access(theCase)));
		model.addAttribute("withdrawnAt", this.withdrawals.of(theCase.id()).orElse(null));
		model.addAttribute("request", this.erasures.of(theCase.id()).orElse(null));
		return "result/my-record";
	}

	@GetMapping("/result/{link}/record/print")
	String print(@PathVariable String link, Model model) {
		Case theCase = find(link, model);
		model.addAttribute("lines", this.record.printed(theCase));
		return "result/print";
	}

	@GetMapping("/result/{link}/record/download")
	ResponseEntity<byte[]> download(@PathVariable String link, Model model) {
		Case theCase = find(link, model);
		String name = ContentDisposition.attachment()
			.filename("record-" + theCase.reference() + ".json")
			.build()
			.toString();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, name)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.record.text(this.record.download(theCase)).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/result/{link}/withdraw")
	String askWithdraw(@PathVariable String link, Model model) {
		Case theCase = find(link, model);
		return this.withdrawals.of(theCase.id()).isPresent() ? back(link) : sure("withdraw", model);
	}

	@PostMapping("/result/{link}/withdraw")
	String withdraw(@PathVariable String link, Model model) {
		this.lifeCycle.withdraw(find(link, model).id());
		return back(link);
	}

	@GetMapping("/result/{link}/erasure")
	String askErasure(@PathVariable String link, Model model) {
		Case theCase = find(link, model);
		boolean open = this.erasures.of(theCase.id()).filter(ErasureRequest::isOpen).isPresent();
		return open ? back(link) : sure("erasure", model);
	}

	@PostMapping("/result/{link}/erasure")
	String erasure(@PathVariable String link, Model model) {
		this.erasures.ask(find(link, model).id());
		return back(link);
	}

	/** Asks once more before what cannot be taken back. */
	private static String sure(String act, Model model) {
		model.addAttribute("act", act);
		return "result/sure";
	}

	/** The same done by the same person within one minute stands there once. */
	private static List<JournalEntry> inShort(List<JournalEntry> rows) {
		List<JournalEntry> kept = new ArrayList<>();
		Set<List<Object>> seen = new HashSet<>();
		for (JournalEntry row : rows) {
			if (seen.add(List.of(row.action(), row.who(), row.at().truncatedTo(ChronoUnit.MINUTES)))) {
				kept.add(row);
			}
		}
		return kept;
	}

	private static String back(String link) {
		return "redirect:/result/" + link + "/record";
	}

	private Case find(String link, Model model) {
		Case theCase = this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("private", true);
		return theCase;
	}

}
