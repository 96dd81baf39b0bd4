package org.backwise.cases;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;

/**
 * The way back to a result for somebody who lost it: by mail where the practice can send
 * any, or by a link that a colleague reads out or prints.
 */
@Service
public class LinkMail {

	private final Cases cases;

	private final CaseLinks links;

	private final Withdrawals withdrawals;

	private final ObjectProvider<LinkSender> sender;

	private final Journal journal;

	LinkMail(Cases cases, CaseLinks links, Withdrawals withdrawals, ObjectProvider<LinkSender> sender,
			Journal journal) {
		this.cases = cases;
		this.links = links;
		this.withdrawals = withdrawals;
		this.sender = sender;
		this.journal = journal;
	}

	/**
	 * Whether a mail would go out now.
	 * @return false without a mail server
	 */
	public boolean canSend() {
		LinkSender found = this.sender.getIfAvailable();
		return found != null && found.canSend();
	}

	/**
	 * Sends a link to an address that the client typed on their own result.
	 * @param id the case
	 * @param email the address, checked before
	 * @throws Refused when no mail can be sent, or the case does not stand
	 */
	@Transactional
	public void ask(CaseId id, String email) {
		check(id);
		send(id, email, Action.LINK_ASKED, new Who.Client(id.value()));
	}

	/**
	 * Gives a case a new link, by a colleague. Done twice with the same link it is done
	 * once.
	 * @param id the case
	 * @param link the new link, which the colleague passes on
	 * @param lost whether every link of before ends
	 * @param by who does it
	 * @throws Refused when the case does not stand
	 */
	@Transactional
	public void renew(CaseId id, LinkToken link, boolean lost, Therapist by) {
		check(id);
		if (this.links.add(id, link)) {
			this.journal.note(Action.LINK_RENEWED, new Who.Staff(by.account()), id.value());
			if (lost) {
				this.links.revokeOthers(id, link.text());
				this.journal.note(Action.LINKS_ENDED, new Who.Staff(by.account()), id.value());
			}
		}
	}

	/**
	 * Sends a new link to the address that the client gave, by a colleague.
	 * @param id the case
	 * @param lost whether every link of before ends
	 * @param by who does it
	 * @throws Refused when no mail can be sent, the client gave no address, or the case
	 * does not stand
	 */
	@Transactional
	public void mail(CaseId id, boolean lost, Therapist by) {
		check(id);
		String email = this.cases.find(id)
			.flatMap(Case::contact)
			.map(Contact::email)
			.orElseThrow(() -> new Refused("cases.refused.no-address"));
		Who who = new Who.Staff(by.account());
		if (lost && this.links.revokeOthers(id, null) > 0) {
			this.journal.note(Action.LINKS_ENDED, who, id.value());
		}
		send(id, email, Action.LINK_RENEWED, who);
	}

	/** Nobody else is at it meanwhile. */
	private void check(CaseId id) {
		this.cases.lock(id).orElseThrow(() -> new Refused("cases.refused.unknown"));
		if (this.withdrawals.of(id).isPresent()) {
			throw new Refused("cases.refused.withdrawn");
		}
	}

	private void send(CaseId id, String email, Action action, Who who) {
		LinkSender found = this.sender.getIfAvailable();
		if (found == null || !found.canSend()) {
			throw new Refused("cases.refused.no-mail");
		}
		if (found.send(id, email)) {
			this.journal.note(action, who, id.value());
		}
	}

}
