package org.backwise.notes;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/** The practice's own words for notes; whoever works here looks after them. */
@Service
class TextBlocks {

	/** No practice has more; they all stand in one list on the page of a session. */
	private static final int MOST = 100;

	private final StoredTextBlocks stored;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	TextBlocks(StoredTextBlocks stored, SignedIn signedIn, Journal journal, Clock clock) {
		this.stored = stored;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/** All of them, by the parts of a note and their titles. */
	@Transactional(readOnly = true)
	List<TextBlock> all() {
		return this.stored.findAll()
			.stream()
			.map(StoredTextBlock::block)
			.sorted(Comparator.comparing(TextBlock::part)
				.thenComparing((block) -> block.title().toLowerCase(Locale.ROOT))
				.thenComparing(TextBlock::id))
			.toList();
	}

	@Transactional(readOnly = true)
	Optional<TextBlock> find(@Nullable String id) {
		return id(id).flatMap(this.stored::findById).map(StoredTextBlock::block);
	}

	static Optional<UUID> id(@Nullable String typed) {
		try {
			return Optional.ofNullable(typed).filter((id) -> !id.isBlank()).map(UUID::fromString);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Adds a block; its id is known before, so that a second click adds nothing.
	 * @throws Refused when there are too many
	 */
	@Transactional
	void add(UUID id, TextBlockForm form) {
		if (this.stored.existsById(id)) {
			return;
		}
		if (this.stored.count() >= MOST) {
			throw new Refused("notes.blocks.most", MOST);
		}
		write(new StoredTextBlock(id), form);
	}

	/**
	 * Changes a block.
	 * @throws Refused when somebody else has changed or removed it meanwhile
	 */
	@Transactional
	void change(UUID id, TextBlockForm form) {
		write(seen(id, form), form);
	}

	/**
	 * Removes a block; the notes that were written with it stay as they are.
	 * @throws Refused when somebody else has changed it meanwhile
	 */
	@Transactional
	void remove(UUID id, TextBlockForm form) {
		this.stored.delete(seen(id, form));
		this.stored.flush();
		note();
	}

	private StoredTextBlock seen(UUID id, TextBlockForm form) {
		return this.stored.findById(id)
			.filter((row) -> row.block().version() == form.sawVersion())
			.orElseThrow(() -> new Refused("notes.blocks.stale"));
	}

	private void write(StoredTextBlock row, TextBlockForm form) {
		row.write(form.toPart().orElseThrow(), form.toTitle().text(), form.toWords().text(),
				this.signedIn.member().id(), this.clock.instant());
		this.stored.saveAndFlush(row);
		note();
	}

	private void note() {
		this.journal.note(Action.TEXT_BLOCKS_CHANGED, new Who.Staff(this.signedIn.member().id()), null);
	}

}
