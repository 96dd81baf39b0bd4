package org.backwise.journey;

/** How somebody uses a page. Targets are CSS selectors. */
interface Hands {

	/** Follows a link or sends a form. */
	void press(Visit visit, String target);

	void write(Visit visit, String target, String words);

	/** Chooses from a list, by value. */
	void choose(Visit visit, String target, String option);

	void tick(Visit visit, String target);

	/** Gives a day, as yyyy-mm-dd. */
	void date(Visit visit, String target, String day);

	/** With a finger or a mouse. */
	class Pointing implements Hands {

		@Override
		public void press(Visit visit, String target) {
			visit.click(visit.page().locator(target).first());
		}

		@Override
		public void write(Visit visit, String target, String words) {
			visit.page().locator(target).fill(words);
		}

		@Override
		public void choose(Visit visit, String target, String option) {
			visit.page().locator(target).selectOption(option);
		}

		@Override
		public void tick(Visit visit, String target) {
			visit.page().locator(target).check();
		}

		@Override
		public void date(Visit visit, String target, String day) {
			visit.page().locator(target).fill(day);
		}

	}

}
