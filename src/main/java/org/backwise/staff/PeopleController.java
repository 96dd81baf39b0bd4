package org.backwise.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.journal.Who;
import org.backwise.origin.Origin;

/** The owner's page of the people with an account. */
@Controller
class PeopleController {

	/** So many sessions are listed. */
	private static final int MOST_LEFT = 100;

	private final StoredAccounts stored;

	private final StaffAccounts accounts;

	private final Invitations invitations;

	private final SignedIn signedIn;

	private final ObjectProvider<TheirSessions> sessions;

	private final Origin origin;

	PeopleController(StoredAccounts stored, StaffAccounts accounts, Invitations invitations, SignedIn signedIn,
			ObjectProvider<TheirSessions> sessions, Origin origin) {
		this.sessions = sessions;
		this.stored = stored;
		this.accounts = accounts;
		this.invitations = invitations;
		this.signedIn = signedIn;
		this.origin = origin;
	}

	@GetMapping("/desk/people")
	String show(Model model) {
		return show(null, null, model);
	}

	@PostMapping("/desk/people/invite")
	String invite(Model model) {
		return show(this.invitations.invite(this.signedIn.owner()), null, model);
	}

	@PostMapping("/desk/people/{id}/way-back")
	String wayBack(@PathVariable String id, Model model) {
		Account account = other(id);
		String secret = this.invitations.startAgain(account.id(), new Who.Staff(this.signedIn.owner().id()));
		return show(secret, account, model);
	}

	@PostMapping("/desk/people/{id}/disable")
	String disable(@PathVariable String id) {
		this.accounts.disable(other(id).id(), this.signedIn.owner());
		return "redirect:/desk/people";
	}

	@PostMapping("/desk/people/{id}/enable")
	String enable(@PathVariable String id) {
		this.accounts.enable(other(id).id(), this.signedIn.owner());
		return "redirect:/desk/people";
	}

	/** By the name of whoever they are with: what nobody will come to. */
	private Map<String, List<TheirSessions.With>> left(List<Account> people) {
		Map<UUID, String> gone = people.stream()
			.filter((account) -> !account.enabled())
			.collect(Collectors.toMap(Account::id, Account::name));
		List<TheirSessions.With> sessions = this.sessions.stream()
			.flatMap((known) -> known.with(gone.keySet(), MOST_LEFT).stream())
			.toList();
		return sessions.stream()
			.collect(Collectors.groupingBy((one) -> gone.get(one.account()), LinkedHashMap::new, Collectors.toList()));
	}

	/** Nobody can lock themselves out here. */
	private Account other(String id) {
		try {
			UUID owner = this.signedIn.owner().id();
			return this.stored.find(UUID.fromString(id))
				.filter((account) -> !account.id().equals(owner))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, ex);
		}
	}

	private String show(@Nullable String secret, @Nullable Account account, Model model) {
		List<Account> people = this.stored.all();
		model.addAttribute("people", people);
		Map<String, List<TheirSessions.With>> left = left(people);
		model.addAttribute("left", left);
		model.addAttribute("manyLeft", left.values().stream().mapToInt(List::size).sum() == MOST_LEFT);
		model.addAttribute("mostLeft", MOST_LEFT);
		model.addAttribute("me", this.signedIn.member().id());
		model.addAttribute("account", account);
		if (secret != null) {
			model.addAttribute("link", this.origin.of(JoinController.PATH + secret));
		}
		return "staff/people";
	}

}
