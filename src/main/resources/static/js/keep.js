/*
 * Copies a link (data-copy names its field) and prints a page (data-print). Both are hidden without this: the link can
 * be selected, and every browser prints from its menu.
 */
for (const button of document.querySelectorAll('[data-copy]')) {
	const field = document.getElementById(button.dataset.copy);
	const said = button.parentElement.querySelector('[role="status"]');
	const words = button.textContent;
	button.hidden = false;
	button.addEventListener('click', async () => {
		field.select();
		try {
			await navigator.clipboard.writeText(field.value);
		}
		catch {
			// An older browser, or no permission: the link is selected, and this copies the selection.
			if (!document.execCommand('copy')) {
				return;
			}
		}
		button.textContent = button.dataset.done;
		said.textContent = button.dataset.done;
		setTimeout(() => {
			button.textContent = words;
			said.textContent = '';
		}, 4000);
	});
}

for (const part of document.querySelectorAll('[data-print]')) {
	part.hidden = false;
	part.querySelector('button').addEventListener('click', () => window.print());
}
