package org.backwise.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.ui.Model;

import org.backwise.practice.FieldProblem;

/**
 * What is asked of whoever makes the owner's account, beside the account: who the
 * practice is. Another room answers.
 */
public interface FirstStart {

	/**
	 * Gives the page its fields.
	 * @param typed what was typed so far
	 * @param model the page's model
	 */
	void show(Map<String, String> typed, Model model);

	/**
	 * What is wrong.
	 * @param typed what was typed
	 * @return by field; nothing when all is well
	 */
	List<FieldProblem> problems(Map<String, String> typed);

	/**
	 * Puts it in force, within the transaction that makes the account.
	 * @param typed what was typed, checked before
	 * @param owner the owner's account
	 */
	void keep(Map<String, String> typed, UUID owner);

}
