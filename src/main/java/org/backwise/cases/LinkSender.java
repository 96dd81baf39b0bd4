package org.backwise.cases;

/**
 * Sends clients the way back to their result. The room that can write to them implements
 * it; without one, nothing is offered.
 */
public interface LinkSender {

	/**
	 * Whether a message would go out now.
	 * @return false while no mail server is set
	 */
	boolean canSend();

	/**
	 * Puts a message with a link of its own ({@link CaseLinks#another}) on its way: a
	 * greeting and the link, and nothing else of the case. To be called inside the
	 * transaction of whoever notes it in the journal; nothing goes out when that fails.
	 * @param id the case
	 * @param email the address, checked before
	 * @return false when one to the same address is still on its way: a second click
	 * sends no second one
	 */
	boolean send(CaseId id, String email);

}
