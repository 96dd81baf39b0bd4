package org.backwise.practice;

import java.util.Optional;

/**
 * A command says no. Nothing of it was stored. Where no page shows the refusal itself,
 * the page for it does, so that none is overlooked.
 */
public class Refused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient Refusal refusal;

	/**
	 * Says no.
	 * @param reason key of the words that say why
	 * @param arguments what is put into them
	 */
	public Refused(String reason, Object... arguments) {
		this(Refusal.of(reason, arguments));
	}

	private Refused(Refusal refusal) {
		super(refusal.reason());
		this.refusal = refusal;
	}

	/**
	 * Says no when there is a reason to.
	 * @param refusal the reason, empty for none
	 * @throws Refused when there is one
	 */
	public static void because(Optional<Refusal> refusal) {
		refusal.ifPresent((no) -> {
			throw new Refused(no);
		});
	}

	/**
	 * Why.
	 * @return what to tell whoever clicked
	 */
	public Refusal refusal() {
		return this.refusal;
	}

}
