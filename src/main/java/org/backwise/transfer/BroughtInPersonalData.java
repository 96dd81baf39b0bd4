package org.backwise.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.PersonalData;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;
import org.backwise.transfer.BroughtIn.Client;
import org.backwise.transfer.BroughtIn.PastSession;

/** What came from another system, in what is held about a client. */
@Component
@Order(5)
class BroughtInPersonalData implements PersonalData {

	private final BroughtIn broughtIn;

	private final Words words;

	private final Dates dates;

	private final Clock clock;

	BroughtInPersonalData(BroughtIn broughtIn, Words words, Dates dates, Clock clock) {
		this.broughtIn = broughtIn;
		this.words = words;
		this.dates = dates;
		this.clock = clock;
	}

	@Override
	public String part() {
		return "brought-in";
	}

	@Override
	public @Nullable Object held(CaseId id) {
		List<Part> parts = this.broughtIn.of(id).stream().map(Part::of).toList();
		return parts.isEmpty() ? null : parts;
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		List<Line> lines = new ArrayList<>();
		this.broughtIn.of(id).forEach((client) -> add(client, lines));
		return lines.isEmpty() ? Optional.empty()
				: Optional.of(new Line(this.words.of("transfer.record.title"), lines));
	}

	private void add(Client client, List<Line> lines) {
		lines.add(new Line(this.words.of("transfer.name"), client.name()));
		add(lines, "transfer.phone", client.phone());
		add(lines, "transfer.email", client.email());
		add(lines, "transfer.remark", client.remark());
		for (PastSession session : client.sessions()) {
			lines.add(new Line(this.dates.full(session.day()), words(session)));
		}
	}

	private void add(List<Line> lines, String label, @Nullable String words) {
		if (words != null) {
			lines.add(new Line(this.words.of(label), words));
		}
	}

	private String words(PastSession session) {
		String minutes = (session.minutes() != null) ? this.words.of("transfer.minutes.many", session.minutes()) : "";
		String remark = (session.remark() != null) ? session.remark() : "";
		return (minutes.isEmpty() || remark.isEmpty()) ? (minutes + remark) : minutes + ", " + remark;
	}

	@Override
	public Optional<Instant> lastUsed(CaseId id) {
		return this.broughtIn.of(id)
			.stream()
			.flatMap((client) -> client.sessions().stream())
			.map((session) -> session.day().atStartOfDay(this.clock.getZone()).toInstant())
			.max(Instant::compareTo);
	}

	@EventListener
	void forget(CaseEvent.Erased erased) {
		this.broughtIn.eraseWith(erased.id());
	}

	/** What the download says. */
	record Part(String name, @Nullable String phone, @Nullable String email, @Nullable String remark,
			Instant broughtInAt, List<PastSession> sessions) {

		static Part of(Client client) {
			return new Part(client.name(), client.phone(), client.email(), client.remark(), client.broughtAt(),
					client.sessions());
		}

		@Override
		public String toString() {
			return "a client brought in";
		}

	}

}
