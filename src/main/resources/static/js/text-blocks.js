/* Puts a text block at the end of its box without asking the server; without this the button does the same. */
const chosen = document.getElementById('block');
const button = document.querySelector('.note-insert button');

if (chosen && button) {
	button.addEventListener('click', (event) => {
		const option = chosen.selectedOptions[0];
		const box = document.getElementById(option?.dataset.part ?? '');
		if (!box) {
			return;
		}
		event.preventDefault();
		const before = box.value.trimEnd();
		box.value = before === '' ? option.dataset.words : `${before}\n${option.dataset.words}`;
		chosen.value = '';
		box.focus();
		box.setSelectionRange(box.value.length, box.value.length);
	});
}
