/*
 * Shows a question (data-asked) or an answer row (data-offered) only while it applies. The attribute holds groups of
 * input ids: in each group at least one must be ticked. Without this everything shows, and the server leaves out what
 * does not apply.
 */
const parts = [...document.querySelectorAll('[data-asked], [data-offered], [data-at-least-two-offered]')];

function isTicked(id) {
	const input = document.getElementById(id);
	return Boolean(input?.checked) && !input.closest('[hidden]');
}

function applies(part) {
	const groups = JSON.parse(part.dataset.asked ?? part.dataset.offered ?? '[]');
	return groups.every((ids) => ids.some(isTicked));
}

function offersTwo(part) {
	const rows = [...part.querySelectorAll('.choice')];
	return rows.filter((row) => !row.hasAttribute('data-offered') || applies(row)).length >= 2;
}

function update() {
	for (const part of parts) {
		part.hidden = !applies(part) || (part.hasAttribute('data-at-least-two-offered') && !offersTwo(part));
	}
}

if (parts.length > 0) {
	document.addEventListener('change', update);
	window.addEventListener('pageshow', update);
	update();
}
