package org.backwise.retention;

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

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Intakes;
import org.backwise.journal.JournalEntry;
import org.backwise.plan.Cases;
import org.backwise.plan.Withdrawals;
import org.backwise.practice.Dates;

/**
 * What clients may do with their own record: see who read it, take it away, withdraw, ask
 * to be forgotten.
 */
@Controller
class MyRecordController {

	private final Intakes intakes;

	private final Cases cases;

	private final Withdrawals withdrawals;

	private final Erasures erasures;

	private final WholeRecord record;

	private final Dates dates;

	MyRecordController(Intakes intakes, Cases cases, Withdrawals withdrawals, Erasures erasures, WholeRecord record,
			Dates dates) {
		this.intakes = intakes;
		this.cases = cases;
		this.withdrawals = withdrawals;
		this.erasures = erasures;
		this.record = record;
		this.dates = dates;
	}

	@GetMapping("/result/{link}/record")
	String show(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link, model);
		model.addAttribute("access", inShort(this.record.access(intake)));
		model.addAttribute("withdrawnAt", this.withdrawals.of(intake.id()).orElse(null));
		model.addAttribute("request", this.erasures.of(intake.id()).orElse(null));
		return "retention/my-record";
	}

	@GetMapping("/result/{link}/record/print")
	String print(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link, model);
		model.addAttribute("entries", PersonalDataEntry.of(this.record.download(intake), this.dates));
		return "retention/print";
	}

	@GetMapping("/result/{link}/record/download")
	ResponseEntity<byte[]> download(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link, model);
		String name = ContentDisposition.attachment()
			.filename("record-" + intake.reference() + ".json")
			.build()
			.toString();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, name)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.record.text(this.record.download(intake)).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/result/{link}/withdraw")
	String askWithdraw(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link, model);
		return this.withdrawals.of(intake.id()).isPresent() ? back(link) : sure("withdraw", model);
	}

	@PostMapping("/result/{link}/withdraw")
	String withdraw(@PathVariable String link, Model model) {
		this.cases.withdraw(intake(link, model).id());
		return back(link);
	}

	@GetMapping("/result/{link}/erasure")
	String askErasure(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link, model);
		boolean open = this.erasures.of(intake.id()).filter(ErasureRequest::isOpen).isPresent();
		return open ? back(link) : sure("erasure", model);
	}

	@PostMapping("/result/{link}/erasure")
	String erasure(@PathVariable String link, Model model) {
		this.erasures.ask(intake(link, model).id());
		return back(link);
	}

	/** Asks once more before what cannot be taken back. */
	private static String sure(String act, Model model) {
		model.addAttribute("act", act);
		return "retention/sure";
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

	private CompletedIntake intake(String link, Model model) {
		CompletedIntake intake = this.intakes.behind(link)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("reference", intake.reference());
		model.addAttribute("private", true);
		return intake;
	}

}
