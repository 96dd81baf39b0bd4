/* Adds a passkey, or signs in with one. The server asks, the browser answers, nothing else takes part. */
const form = document.getElementById('passkey-add') ?? document.getElementById('passkey-sign-in');
const button = document.getElementById('passkey-button');
const problem = document.getElementById('passkey-problem');

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const toText = (bytes) => bytes && btoa(String.fromCharCode(...new Uint8Array(bytes)))
	.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const withBytes = (list) => (list ?? []).map((item) => ({ ...item, id: toBytes(item.id) }));

async function post(address, body) {
	const answer = await fetch(address, { method: 'POST', body: body && JSON.stringify(body),
		headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': form.elements._csrf.value } });
	if (!answer.ok) {
		throw new Error(`The server answered ${answer.status}`);
	}
	return answer.json();
}

async function add() {
	const options = await post(form.dataset.options);
	const made = await navigator.credentials.create({ publicKey: { ...options, challenge: toBytes(options.challenge),
		user: { ...options.user, id: toBytes(options.user.id) },
		excludeCredentials: withBytes(options.excludeCredentials) } });
	await post(form.action, { publicKey: { label: form.elements.label.value.trim() || 'Passkey', credential: {
		id: made.id, rawId: toText(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
		clientExtensionResults: made.getClientExtensionResults(),
		response: { attestationObject: toText(made.response.attestationObject),
			clientDataJSON: toText(made.response.clientDataJSON), transports: made.response.getTransports?.() ?? [] } } } });
	location.assign(form.dataset.done);
}

async function signIn() {
	const options = await post(form.dataset.options);
	const made = await navigator.credentials.get({ publicKey: { ...options, challenge: toBytes(options.challenge),
		allowCredentials: withBytes(options.allowCredentials) } });
	const { page } = await post(form.action, { id: made.id, rawId: toText(made.rawId), type: made.type,
		authenticatorAttachment: made.authenticatorAttachment, clientExtensionResults: made.getClientExtensionResults(),
		response: { authenticatorData: toText(made.response.authenticatorData),
			clientDataJSON: toText(made.response.clientDataJSON), signature: toText(made.response.signature),
			userHandle: toText(made.response.userHandle) } });
	location.assign(page);
}

if (form && window.PublicKeyCredential) {
	button.hidden = false;
	button.addEventListener('click', async () => {
		problem.hidden = true;
		try {
			await (form.id === 'passkey-add' ? add() : signIn());
		}
		catch (ex) {
			console.error(ex);
			problem.hidden = false;
		}
	});
}
