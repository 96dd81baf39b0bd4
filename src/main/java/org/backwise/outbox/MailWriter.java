package org.backwise.outbox;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.backwise.cases.Case;
import org.backwise.cases.CaseLinks;
import org.backwise.cases.Cases;
import org.backwise.outbox.Letter.By;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/**
 * Makes letters at the moment in which they are sent: with the address of now, a fresh
 * private link, and only when what they tell is still so. Their words know nothing of the
 * client.
 */
@Component
class MailWriter {

	private static final String MAIL = "outbox/mail";

	private final Offered offered;

	private final StillTrue stillTrue;

	private final StaffChoices staff;

	private final ClientChoices clients;

	private final Cases cases;

	private final CaseLinks links;

	private final ITemplateEngine templates;

	private final PracticeNow practice;

	private final Words words;

	MailWriter(Offered offered, StillTrue stillTrue, StaffChoices staff, ClientChoices clients, Cases cases,
			CaseLinks links, ITemplateEngine templates, PracticeNow practice, Words words) {
		this.offered = offered;
		this.stillTrue = stillTrue;
		this.staff = staff;
		this.clients = clients;
		this.cases = cases;
		this.links = links;
		this.templates = templates;
		this.practice = practice;
		this.words = words;
	}

	/**
	 * Where something goes.
	 *
	 * @param by how
	 * @param to the address or number
	 */
	record Where(By by, String to) {
	}

	/**
	 * The letter of a message.
	 * @return empty when it is not to be sent any more
	 * @throws NotSentException when there is no address to send it to
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Letter> write(Message message) throws NotSentException {
		Case theCase = this.cases.find(message.theCase()).orElse(null);
		if (theCase == null || !this.stillTrue.is(message, theCase)) {
			return Optional.empty();
		}
		String site = this.offered.site().orElseThrow(() -> new NotSentException(Trouble.NO_ADDRESS));
		if (message.account() != null) {
			String to = this.staff.address(message.account(), message.kind().choice().orElseThrow()).orElse(null);
			return (to == null || !this.offered.byMail()) ? Optional.empty() : Optional
				.of(letter(message, new Where(By.MAIL, to), site + "/desk/cases/" + theCase.reference(), null));
		}
		if (message.address() != null && !this.offered.byMail()) {
			return Optional.empty();
		}
		Where where = asked(message).or(() -> where(theCase))
			.orElseThrow(() -> new NotSentException(Trouble.NO_ADDRESS));
		String url = site + "/result/" + this.links.another(theCase.id());
		String off = (message.kind() != Kind.LINK)
				? site + OffController.PATH + "/" + this.clients.off(theCase.id()).text() : null;
		return Optional.of(letter(message, where, url, off));
	}

	/** Whether a message is to be sent at all. */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean stands(Message message) {
		Optional<Case> theCase = this.cases.find(message.theCase());
		return theCase.isPresent() && this.stillTrue.is(message, theCase.get()) && (message.account() == null
				|| this.staff.address(message.account(), message.kind().choice().orElseThrow()).isPresent());
	}

	private static Optional<Where> asked(Message message) {
		return MailAddress.of(message.address()).map((address) -> new Where(By.MAIL, address.text()));
	}

	/** An address before a number: mail costs nothing and says more. */
	Optional<Where> where(Case theCase) {
		return Reachable.mail(theCase)
			.filter((address) -> this.offered.byMail())
			.map((address) -> new Where(By.MAIL, address))
			.or(() -> Reachable.phone(theCase)
				.filter((number) -> this.offered.bySms())
				.map((number) -> new Where(By.SMS, number)));
	}

	private Letter letter(Message message, Where where, String url, @Nullable String off) {
		String id = "outbox." + message.id() + "@" + this.offered.domain();
		return made(id, where, message.kind().toString(), url, off);
	}

	/** A letter that shows how letters look, without a link to anybody. */
	Letter test(String to, String id) {
		return made("outbox." + id + "@" + this.offered.domain(), new Where(By.MAIL, to), "test",
				this.offered.site().orElse(""), null);
	}

	private Letter made(String id, Where where, String kind, String url, @Nullable String off) {
		String name = MimeLetter.oneLine(this.practice.now().name());
		String subject = this.words.of("outbox.mail.subject." + kind, name);
		String text = this.words.of("outbox.mail.text." + kind, name);
		if (where.by() == By.SMS) {
			String sms = (off != null) ? this.words.of("outbox.sms.off", name, text, url, off)
					: this.words.of("outbox.sms", name, text, url);
			return new Letter(id, By.SMS, where.to(), subject, sms, "", off);
		}
		Context context = new Context(this.words.language());
		context.setVariable("subject", subject);
		context.setVariable("text", text);
		context.setVariable("link", this.words.of("outbox.mail.link." + (off == null ? "open" : "page")));
		context.setVariable("url", url);
		context.setVariable("practice", name);
		context.setVariable("automatic", this.words.of("outbox.mail.automatic"));
		context.setVariable("offWords", this.words.of("outbox.mail.off"));
		context.setVariable("off", off);
		context.setVariable("language", this.words.language().toLanguageTag());
		context.setVariable("direction", this.words.direction());
		return new Letter(id, By.MAIL, where.to(), subject, this.templates.process(MAIL + ".txt", context),
				this.templates.process(MAIL, context), off);
	}

}
