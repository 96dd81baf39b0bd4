package org.backwise.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.journal.CaseReferences;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;

/** The journal, newest first, and whether its chain is whole. */
@Controller
class JournalController {

	private static final int PAGE = 50;

	private final Journal journal;

	private final SignedIn signedIn;

	private final StaffAccounts accounts;

	private final ObjectProvider<CaseReferences> references;

	JournalController(Journal journal, SignedIn signedIn, StaffAccounts accounts,
			ObjectProvider<CaseReferences> references) {
		this.journal = journal;
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.references = references;
	}

	@GetMapping("/desk/journal")
	String show(@RequestParam(required = false) @Nullable String before, Model model) {
		Optional<Long> start = number(before);
		List<JournalEntry> entries = this.journal.before(start.orElse(Long.MAX_VALUE), PAGE + 1);
		model.addAttribute("rows", rows(entries.stream().limit(PAGE).toList()));
		model.addAttribute("older", (entries.size() > PAGE) ? entries.get(PAGE - 1).number() : null);
		model.addAttribute("newest", start.isEmpty());
		model.addAttribute("check", this.journal.check());
		return "staff/journal";
	}

	@PostMapping("/desk/journal/check")
	String check() {
		this.journal.checkAll(new Who.Staff(this.signedIn.owner().id()));
		return "redirect:/desk/journal";
	}

	private static Optional<Long> number(@Nullable String typed) {
		return (typed != null && typed.matches("[1-9][0-9]{0,17}")) ? Optional.of(Long.valueOf(typed))
				: Optional.empty();
	}

	/** The references in one look, each colleague's name once. */
	private List<Row> rows(List<JournalEntry> entries) {
		Set<UUID> about = new HashSet<>();
		entries.stream().map(JournalEntry::intake).filter(Objects::nonNull).forEach(about::add);
		CaseReferences cases = this.references.getIfAvailable();
		Map<UUID, String> references = (cases != null) ? cases.referencesOf(about) : Map.of();
		about.removeAll(references.keySet());
		Map<UUID, String> colleagues = new HashMap<>();
		about.forEach((id) -> this.accounts.nameOf(id).ifPresent((name) -> colleagues.put(id, name)));
		return entries.stream().map((entry) -> {
			Optional<UUID> whom = Optional.ofNullable(entry.intake());
			return new Row(entry.number(), entry.at(), entry.action().name(), entry.who(),
					whom.map(colleagues::get).orElse(null), whom.map(references::get).orElse(null));
		}).toList();
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
