package org.backwise.practice;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * Why something is not done. Every room says no with it, and whoever clicked is told.
 *
 * @param reason key of the words that say why
 * @param arguments what is put into them
 */
public record Refusal(String reason, List<Object> arguments) {

	/** Where a page finds the words; the frame of every page shows them. */
	static final String ON_PAGE = "refusal";

	/**
	 * A refusal.
	 * @param reason key of the words that say why
	 * @param arguments what is put into them
	 * @return the refusal
	 */
	public static Refusal of(String reason, Object... arguments) {
		return new Refusal(reason, List.of(arguments));
	}

	/**
	 * Why, in words.
	 * @param words the words of the page's language
	 * @return a sentence
	 */
	public String in(Words words) {
		return words.of(this.reason, this.arguments.toArray());
	}

	/**
	 * Says so at the head of the page that is made.
	 * @param words the words of the page's language
	 * @param response gets the status of a conflict
	 * @param model the page's model
	 */
	public void show(Words words, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		show(words, model);
	}

	/**
	 * Says so at the head of a page that comes after the refusal.
	 * @param words the words of the page's language
	 * @param model the page's model
	 */
	public void show(Words words, Model model) {
		model.addAttribute(ON_PAGE, in(words));
	}

}
