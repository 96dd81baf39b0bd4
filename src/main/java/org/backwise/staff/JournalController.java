package org.backwise.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.journal.CaseReferences;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

/** The journal, newest first, and whether its chain is whole. */
@Controller
class JournalController {

	private static final int PAGE = 50;

	private final Journal journal;

	private final StaffAccounts accounts;

	private final ObjectProvider<CaseReferences> references;

	JournalController(Journal journal, StaffAccounts accounts, ObjectProvider<CaseReferences> references) {
		this.journal = journal;
		this.accounts = accounts;
		this.references = references;
	}

	@GetMapping("/desk/journal")
	String show(@RequestParam(required = false) @Nullable String before, Model model) {
		Optional<Long> start = number(before);
		List<JournalEntry> entries = this.journal.before(start.orElse(Long.MAX_VALUE), PAGE + 1);
		model.addAttribute("rows", entries.stream().limit(PAGE).map(this::row).toList());
		model.addAttribute("older", (entries.size() > PAGE) ? entries.get(PAGE - 1).number() : null);
		model.addAttribute("newest", start.isEmpty());
		model.addAttribute("check", this.journal.check());
		return "staff/journal";
	}

	private static Optional<Long> number(@Nullable String typed) {
		return (typed != null && typed.matches("[1-9][0-9]{0,17}")) ? Optional.of(Long.valueOf(typed))
				: Optional.empty();
	}

	private Row row(JournalEntry entry) {
		UUID about = entry.intake();
		String colleague = (about != null) ? this.accounts.nameOf(about).orElse(null) : null;
		CaseReferences references = this.references.getIfAvailable();
		String reference = (about != null && colleague == null && references != null)
				? references.referenceOf(about).orElse(null) : null;
		return new Row(entry.number(), entry.at(), entry.action().name(), entry.who(), colleague, reference);
	}

	/**
	 * A row as it is shown.
	 *
	 * @param number its place
	 * @param at when
	 * @param action what was done
	 * @param who who did it
	 * @param colleague the account it was about
	 * @param reference the case it was about
	 */
	record Row(long number, Instant at, String action, String who, @Nullable String colleague,
			@Nullable String reference) {
	}

}
