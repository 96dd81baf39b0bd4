package org.backwise.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.PersonalData;
import org.backwise.outbox.ClientChoices.Wanted;
import org.backwise.outbox.Kind.Choice;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;

/** What a client wants to be told, and what was sent to them lately. */
@Component
@Order(9)
class OutboxPersonalData implements PersonalData {

	private final ClientChoices choices;

	private final OutboxRows rows;

	private final Words words;

	private final Dates dates;

	OutboxPersonalData(ClientChoices choices, OutboxRows rows, Words words, Dates dates) {
		this.choices = choices;
		this.rows = rows;
		this.words = words;
		this.dates = dates;
	}

	@Override
	public String part() {
		return "messages";
	}

	@Override
	public @Nullable Object held(CaseId id) {
		Held held = new Held(wanted(id).stream().map(Choice::toString).toList(),
				toClient(id).stream()
					.map((one) -> new Told(one.kind().toString(), one.from(), one.state().toString()))
					.toList());
		return (held.wanted().isEmpty() && held.messages().isEmpty()) ? null : held;
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		List<Line> lines = new ArrayList<>();
		wanted(id)
			.forEach((choice) -> lines.add(new Line(this.words.of("outbox.record.wanted"), words(choice.toString()))));
		toClient(id).forEach((one) -> lines
			.add(new Line(this.words.of("outbox.kind." + one.kind()), this.words.of("outbox.record.message",
					this.words.of("outbox.state." + one.state()), this.dates.moment(one.from())))));
		return lines.isEmpty() ? Optional.empty() : Optional.of(new Line(this.words.of("outbox.record.title"), lines));
	}

	private String words(String choice) {
		return this.words.of("outbox.choice." + choice);
	}

	private List<Choice> wanted(CaseId id) {
		return this.choices.of(id).map(Wanted::kinds).stream().flatMap((kinds) -> kinds.stream()).toList();
	}

	private List<Message> toClient(CaseId id) {
		return this.rows.about(id).stream().filter((message) -> message.account() == null).toList();
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(CaseEvent.Erased erased) {
		this.rows.forget(erased.id());
	}

	/** What the download says. */
	record Held(List<String> wanted, List<Told> messages) {
	}

	/** One message. */
	record Told(String kind, Instant from, String state) {
	}

}
