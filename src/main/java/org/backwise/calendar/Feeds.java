package org.backwise.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.CaseLinks;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/**
 * The private addresses at which calendars read: made, taken back and found again. The
 * secret in an address has 256 bits, and only its hash is stored. A client's follows from
 * their link, so that whoever has the link can see it again; one of the staff is shown
 * once.
 */
@Service
class Feeds {

	private final FeedRows rows;

	private final Cases cases;

	private final StaffAccounts staff;

	private final Journal journal;

	private final Clock clock;

	Feeds(FeedRows rows, Cases cases, StaffAccounts staff, Journal journal, Clock clock) {
		this.rows = rows;
		this.cases = cases;
		this.staff = staff;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The feed behind an address.
	 * @param token the secret in the address, as it came
	 * @return empty when there is none, and when whose it is may not read it any more
	 */
	@Transactional(readOnly = true)
	public Optional<Feed> behind(String token) {
		LinkToken secret = new LinkToken(token);
		return secret.isWellFormed() ? this.rows.withHash(secret.hash()).filter(this::mayBeRead) : Optional.empty();
	}

	/** Whoever has left reads nothing, nor the practice's whoever is no owner. */
	private boolean mayBeRead(Feed feed) {
		if (feed.kind() == Feed.Kind.CLIENT) {
			return true;
		}
		return this.staff.active()
			.stream()
			.filter((member) -> member.id().equals(feed.account()))
			.anyMatch((member) -> feed.kind() == Feed.Kind.THERAPIST || member.isOwner());
	}

	/**
	 * Keeps that a calendar has read a feed.
	 * @param feed the feed
	 */
	@Transactional
	public void noteRead(Feed feed) {
		LocalDate today = LocalDate.now(this.clock);
		if (!today.equals(feed.lastRead())) {
			this.rows.noteRead(feed.id(), today);
		}
	}

	/**
	 * A client's feed.
	 * @param id the case
	 * @return empty while there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Feed> of(CaseId id) {
		return this.rows.ofCase(id.value());
	}

	/**
	 * The secret of a client's feed.
	 * @param feed the feed
	 * @param link the client's private link, as it came
	 * @return empty when it was made with another link, and cannot be shown again
	 */
	Optional<LinkToken> secret(Feed feed, String link) {
		return Optional.of(secret(feed.id(), link)).filter((token) -> token.hash().equals(feed.hash()));
	}

	private static LinkToken secret(UUID feed, String link) {
		return new LinkToken(link).following("calendar " + feed);
	}

	/**
	 * Makes a client's feed, or another in its place. Said twice, it stands once.
	 * @param id the case
	 * @param link the client's private link
	 * @param seen id of the feed on the page that says so, empty for none
	 */
	@Transactional
	public void make(CaseId id, String link, String seen) {
		this.cases.lock(id).orElseThrow(() -> new Refused("calendar.refused.gone"));
		if (!seen.equals(of(id).map((feed) -> feed.id().toString()).orElse(""))) {
			return;
		}
		of(id).ifPresent((feed) -> this.rows.remove(feed.id()));
		UUID feed = UUID.randomUUID();
		this.rows.add(feed, Feed.Kind.CLIENT, id.value(), null, secret(feed, link).hash(), this.clock.instant());
		this.journal.note(Action.CALENDAR_FEED_MADE, new Who.Client(id.value()), id.value());
	}

	/**
	 * Takes a client's feed back; said twice, it stands once.
	 * @param id the case
	 */
	@Transactional
	public void revoke(CaseId id) {
		if (of(id).filter((feed) -> this.rows.remove(feed.id())).isPresent()) {
			this.journal.note(Action.CALENDAR_FEED_REVOKED, new Who.Client(id.value()), id.value());
		}
	}

	/** Whoever had the lost link could read the address of the feed. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void endWith(CaseLinks.Ended ended) {
		if (of(ended.id()).filter((feed) -> this.rows.remove(feed.id())).isPresent()) {
			this.journal.note(Action.CALENDAR_FEED_REVOKED, new Who.System(), ended.id().value());
		}
	}

	/** The feeds of everybody with an account. */
	@Transactional(readOnly = true)
	public List<Feed> ofStaff() {
		return this.rows.ofStaff();
	}

	/**
	 * Makes a feed for somebody with an account, or another in its place.
	 * @param kind their own sessions, or the practice's for an owner
	 * @param member who
	 * @param seen id of the feed on the page that says so, empty for none
	 * @return its secret, to be shown once
	 * @throws Refused when one was made or taken back since
	 */
	@Transactional
	public LinkToken make(Feed.Kind kind, StaffMember member, String seen) {
		Optional<Feed> now = this.rows.ofStaff()
			.stream()
			.filter((feed) -> feed.kind() == kind && member.id().equals(feed.account()))
			.findFirst();
		boolean fresh = seen.equals(now.map((feed) -> feed.id().toString()).orElse(""));
		if (!fresh || now.filter((feed) -> !this.rows.remove(feed.id())).isPresent()) {
			throw new Refused("calendar.refused.stale");
		}
		LinkToken secret = LinkToken.random();
		this.rows.add(UUID.randomUUID(), kind, null, member.id(), secret.hash(), this.clock.instant());
		this.journal.note(Action.CALENDAR_FEED_MADE, new Who.Staff(member.id()), member.id());
		return secret;
	}

	/**
	 * Takes a feed of the staff back: their own, or an owner anybody's. Said twice, it
	 * stands once.
	 * @param id its id, as it came
	 * @param member who does
	 * @return false when it is somebody else's
	 */
	@Transactional
	public boolean revoke(UUID id, StaffMember member) {
		Feed feed = this.rows.find(id).orElse(null);
		if (feed == null) {
			return true;
		}
		UUID account = feed.account();
		if (account == null || !(member.isOwner() || member.id().equals(account))) {
			return false;
		}
		if (this.rows.remove(id)) {
			this.journal.note(Action.CALENDAR_FEED_REVOKED, new Who.Staff(member.id()), account);
		}
		return true;
	}

}
