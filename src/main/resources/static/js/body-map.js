/* Lets people tap the drawing. The checkbox list beside it stays the form; the drawing only mirrors it. */
const map = document.querySelector('.body-map');

if (map) {
	const regions = [...map.querySelectorAll('[data-region]')];
	const { question } = map.closest('[data-question]').dataset;
	const boxOf = (region) => document.getElementById(`${question}-${region.dataset.region}`);

	const mirror = () => regions.forEach((region) => {
		const box = boxOf(region);
		region.classList.toggle('body-region-chosen', Boolean(box?.checked));
		region.classList.toggle('body-region-focused', Boolean(box) && box === document.activeElement
			&& box.matches(':focus-visible'));
	});

	for (const region of regions) {
		const point = (on) => boxOf(region)?.closest('.choice')?.classList.toggle('choice-pointed', on);
		region.addEventListener('click', () => boxOf(region)?.click());
		region.addEventListener('pointerenter', () => point(true));
		region.addEventListener('pointerleave', () => point(false));
	}

	map.classList.add('body-map-live');
	document.addEventListener('change', mirror);
	// Where the focus goes is known only after these.
	['focusin', 'focusout'].forEach((type) => document.addEventListener(type, () => setTimeout(mirror)));
	window.addEventListener('pageshow', mirror);
	mirror();
}
