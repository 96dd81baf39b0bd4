/* In a checkbox list, "none of these" and the other boxes exclude each other. Without this the server says so. */
for (const list of document.querySelectorAll('fieldset[data-question]')) {
	const boxes = [...list.querySelectorAll('input[type="checkbox"]')];
	const isAlone = (box) => box.hasAttribute('data-alone');

	list.addEventListener('change', ({ target }) => {
		if (target.checked && boxes.includes(target)) {
			boxes.filter((box) => box !== target && (isAlone(target) || isAlone(box)))
				.forEach((box) => { box.checked = false; });
		}
	});
}
