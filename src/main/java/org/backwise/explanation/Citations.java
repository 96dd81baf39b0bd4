package org.backwise.explanation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.Citation;
import org.backwise.explanation.Explanation.DocumentPart;
import org.backwise.explanation.Explanation.RegisterPart;
import org.backwise.explanation.Explanation.RegisteredSource;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.Sources.DocumentSection;
import org.backwise.knowledge.Sources.Source;

/** Names sources beside statements, and statements beside sources. */
class Citations {

	private static final String DOCUMENT = "doc:";

	private static final String NOT_STATED = "not stated";

	private static final String UNCITABLE = "GK";

	/** How a source was read, the best way first. */
	private static final List<String> GRADES = List.of("O", "A", "C", UNCITABLE);

	private static final Pattern LINK = Pattern.compile("https?://[^\\s;,]+");

	private final KnowledgeBase base;

	private final Phrases phrases;

	Citations(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.phrases = phrases;
	}

	List<Citation> of(List<String> tags) {
		return tags.stream().map(this::of).toList();
	}

	List<RegisterPart> register() {
		return GRADES.stream()
			.map((grade) -> new RegisterPart(this.phrases.say("read." + grade),
					grade.equals(UNCITABLE) ? this.phrases.say("read.uncited") : null,
					this.base.sources()
						.stream()
						.filter((source) -> source.grade().equals(grade))
						.map(this::registered)
						.toList()))
			.filter((part) -> !part.sources().isEmpty())
			.toList();
	}

	List<DocumentPart> document() {
		return this.base.about()
			.document()
			.sections()
			.stream()
			.map((section) -> new DocumentPart(section.id(), section.title(),
					this.base.plan().story().stream().filter((story) -> story.document().equals(section.id())).toList(),
					rulesNaming(DOCUMENT + section.id())))
			.toList();
	}

	private Citation of(String tag) {
		if (tag.startsWith(DOCUMENT)) {
			String id = tag.substring(DOCUMENT.length());
			String title = this.base.about()
				.document()
				.sections()
				.stream()
				.filter((section) -> section.id().equals(id))
				.map(DocumentSection::title)
				.findFirst()
				.orElseThrow();
			return new Citation(this.phrases.say("article", title), this.base.about().document().title(),
					"document-" + id, true);
		}
		Source source = this.base.source(tag);
		return new Citation(source.citable() ? tag : this.phrases.say("uncited"),
				source.title() + ", " + source.publisher(), place(tag), source.citable());
	}

	private RegisteredSource registered(Source source) {
		Matcher link = LINK.matcher(source.address());
		boolean linked = link.lookingAt();
		String place = linked ? source.address().substring(link.end()).strip() : source.address();
		return new RegisteredSource(source, linked ? link.group() : null,
				(source.citable() && !place.isEmpty()) ? place : null, terms(source), rulesNaming(source.id()));
	}

	private @Nullable String terms(Source source) {
		return (source.citable() && !source.licence().equals(NOT_STATED))
				? this.phrases.say("licence", source.licence()) : null;
	}

	private List<String> rulesNaming(String tag) {
		return Stream
			.concat(this.base.referrals().stream().filter((rule) -> rule.sources().contains(tag)).map(Referral::id),
					this.base.cautions().stream().filter((rule) -> rule.sources().contains(tag)).map(Caution::id))
			.toList();
	}

	static String place(String tag) {
		return "source-" + tag;
	}

}
