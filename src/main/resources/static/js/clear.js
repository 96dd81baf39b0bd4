/* Counts whether the page was clear without leaving it. Without this the form does, where nothing typed could be lost. */
const clear = document.getElementById('clear');
const form = clear?.querySelector('form');

if (form) {
	clear.hidden = false;
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const body = new URLSearchParams(new FormData(form));
		body.append('clear', event.submitter?.value ?? '');
		form.hidden = true;
		try {
			await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
		}
		catch {
			/* Without a connection nothing is counted; nobody has to try again. */
		}
		const thanks = clear.querySelector('[data-thanks]');
		thanks.hidden = false;
		thanks.tabIndex = -1;
		thanks.focus();
	});
}
