package org.backwise.result;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Contact;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.Notices.Letter;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;

/**
 * The letter to take along, with every string that stands on it, so that page and paper
 * say the same. The doctor fills in its reply and gives it back.
 *
 * @param title its heading
 * @param from name of the practice
 * @param phone its number, empty when nobody set one
 * @param address where it is, may be of several lines, empty when nobody set it
 * @param head when it was answered and under which reference
 * @param about whose letter it is: name and date of birth
 * @param opening who wrote it and why
 * @param flagged what led to it, with the answers
 * @param says what every letter says first, without words where it was left blank
 * @param answers every other answer that says more than "none"
 * @param further answers with "none", questions that were not asked, and what has stopped
 * @param ask what is asked of the doctor
 * @param closing the end
 * @param reply the boxes for the doctor
 */
public record LetterView(String title, String from, String phone, String address, List<String> head, List<Field> about,
		String opening, Part flagged, Part says, Part answers, List<String> further, String ask, String closing,
		Reply reply) {

	/** From so many letters on, it is set smaller. */
	private static final int LONG = 1700;

	/**
	 * Something to be filled in.
	 *
	 * @param label what it is
	 * @param value what is known of it, null for a blank line
	 */
	public record Field(String label, @Nullable String value) {
	}

	/**
	 * A list under its heading.
	 *
	 * @param heading the heading, null for none
	 * @param lines what stands there
	 */
	public record Part(@Nullable String heading, List<Line> lines) {
	}

	/**
	 * An answer.
	 *
	 * @param name what was asked or found, in a few words
	 * @param words the client's choices, or that it is not stated; empty for none
	 */
	public record Line(String name, String words) {
	}

	/**
	 * What the doctor fills in.
	 *
	 * @param heading the heading
	 * @param text how it comes back
	 * @param choices what can be ticked; the last of them asks for words of its own
	 * @param fields who answered and when
	 */
	public record Reply(String heading, String text, List<String> choices, List<Field> fields) {
	}

	/**
	 * Whether it is set smaller, to stay on one page.
	 * @return true from a certain length on
	 */
	public boolean isLong() {
		int letters = this.opening.length() + this.ask.length() + this.closing.length()
				+ this.further.stream().mapToInt(String::length).sum();
		for (Part part : List.of(this.flagged, this.says, this.answers)) {
			letters += part.lines().stream().mapToInt((line) -> line.name().length() + line.words().length()).sum();
		}
		return letters > LONG;
	}

	/**
	 * The letter of a notice.
	 * @param view the notice
	 * @param grounds what led to it
	 * @param reference the case's reference
	 * @param contact who the client is, null when it is not known
	 * @param practice who writes
	 * @param words the words of the page
	 * @param dates how days are written
	 * @return the letter
	 */
	static LetterView of(NoticeView view, Grounds grounds, String reference, @Nullable Contact contact,
			Practice practice, Words words, Dates dates) {
		Letter letter = view.notice().letter();
		List<String> head = new ArrayList<>();
		head.add(words.of("result.letter.when", dates.moment(grounds.sentAt()), reference));
		if (grounds.since() != null) {
			head.add(words.of("result.letter.since", dates.day(grounds.since())));
		}
		List<Line> flagged = view.reasons()
			.stream()
			.map((reason) -> new Line(title(reason, grounds), quoted(reason)))
			.toList();
		List<Field> about = List.of(
				new Field(words.of("result.letter.name"), (contact != null) ? contact.name() : null),
				new Field(words.of("result.letter.born"), null));
		return new LetterView(words.of("result.letter.title"), practice.name(), practice.phone(), practice.address(),
				head, about, letter.opening(), new Part(words.of("result.letter.flagged"), flagged),
				new Part(null, lines(view.says(), words)),
				new Part(words.of("result.letter.others"), lines(view.answers(), words)), further(view, grounds, words),
				letter.ask(), letter.closing(), reply(practice, words));
	}

	/** A doctor reads the rules of the follow-up in a therapist's words. */
	private static String title(NoticeView.Reason reason, Grounds grounds) {
		return grounds.rules()
			.stream()
			.filter((rule) -> rule.id().equals(reason.rule()))
			.map(CareRules.Rule::title)
			.findFirst()
			.orElse(reason.title());
	}

	private static List<String> further(NoticeView view, Grounds grounds, Words words) {
		List<String> further = new ArrayList<>();
		if (!view.none().isEmpty()) {
			further.add(words.of("result.letter.none", String.join(", ", view.none())));
		}
		if (!view.notAsked().isEmpty()) {
			further.add(words.of("result.letter.not-asked", String.join(", ", view.notAsked())));
		}
		if (grounds.since() != null) {
			further.add(words.of("result.letter.stopped"));
		}
		return further;
	}

	private static Reply reply(Practice practice, Words words) {
		String text = practice.phone().isBlank() ? words.of("result.letter.reply.text", practice.name())
				: words.of("result.letter.reply.text.phone", practice.name(), practice.phone());
		return new Reply(words.of("result.letter.reply"), text,
				List.of(words.of("result.letter.reply.suitable"), words.of("result.letter.reply.not"),
						words.of("result.letter.reply.limits")),
				List.of(new Field(words.of("result.letter.reply.by"), null),
						new Field(words.of("result.letter.reply.on"), null),
						new Field(words.of("result.letter.reply.signature"), null)));
	}

	private static String quoted(NoticeView.Reason reason) {
		return reason.answers()
			.stream()
			.map((answer) -> "“" + String.join("”, “", answer.words()) + "”")
			.reduce((one, next) -> one + "; " + next)
			.orElse("");
	}

	private static List<Line> lines(List<NoticeView.ShortAnswer> answers, Words words) {
		return answers.stream()
			.map((answer) -> new Line(answer.name(),
					answer.words().isEmpty() ? words.of("result.letter.not-stated")
							: String.join("; ", answer.words())))
			.toList();
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a letter";
	}

}
