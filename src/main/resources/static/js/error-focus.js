/* Moves focus to the error summary when a page comes back with problems. */
const summary = document.querySelector('.error-summary');

if (summary) {
	summary.focus();
}
