/*
 * Two minutes before the session ends a dialog asks whether to stay. Other tabs of the desk count as being there. The
 * page and what was typed stay; without this the server keeps what is sent too late until one has signed in again.
 */
const dialog = document.getElementById('idle-dialog');
const WARNING_SECONDS = 120;
const KEY = 'backwise-desk-active';

if (dialog) {
	const life = Number(dialog.dataset.idleSeconds) * 1000;
	const warnAfter = Math.max(life - WARNING_SECONDS * 1000, life / 2);
	const stay = document.getElementById('idle-stay');
	const close = document.getElementById('idle-close');
	const text = document.getElementById('idle-text');
	const over = document.getElementById('idle-over');
	let before = null;

	const wasActive = () => { try { localStorage.setItem(KEY, String(Date.now())); } catch { /* private mode */ } };
	let here = Date.now();
	const idleFor = () => {
		let elsewhere = 0;
		try { elsewhere = Number(localStorage.getItem(KEY)); } catch { /* private mode */ }
		return Date.now() - Math.max(here, elsewhere);
	};
	const shut = () => {
		dialog.close();
		before?.focus();
	};
	const look = () => {
		const idle = idleFor();
		if (idle >= life) {
			text.hidden = true;
			stay.hidden = true;
			over.hidden = false;
			close.hidden = false;
		}
		if (idle >= warnAfter && !dialog.open && !dialog.dataset.seen) {
			before = document.activeElement;
			dialog.showModal();
			stay.querySelector('button').focus();
		}
		else if (idle < warnAfter && dialog.open) {
			shut();
		}
	};

	stay.addEventListener('submit', async (event) => {
		event.preventDefault();
		try {
			const answer = await fetch(stay.action, { method: 'POST', body: new URLSearchParams(new FormData(stay)),
				redirect: 'error' });
			if (answer.ok) {
				here = Date.now();
				wasActive();
				shut();
			}
		}
		catch {
			here = Date.now() - life;
			look();
		}
	});
	close.addEventListener('click', () => {
		dialog.dataset.seen = 'true';
		shut();
	});

	wasActive();
	setInterval(look, Math.min(5000, life / 20));
	document.addEventListener('visibilitychange', look);
}
