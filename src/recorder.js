// Keeps what is answered in a shared set before the page's own scripts are there, also over a reload, and
// shows the next question. The page sets `take` when it sees to it (src/routes/set/[token]/+page.svelte).
(() => {
	const name = `saixue:set:${location.pathname.split('/')[2]}`;
	const recorder = (window.recorder = {
		given: [],
		show,
		save() {
			try {
				localStorage.setItem(name, JSON.stringify(recorder.given));
			} catch {
				// Storage is switched off: kept until the page is closed.
			}
		}
	});
	try {
		const held = JSON.parse(localStorage.getItem(name));
		if (Array.isArray(held)) recorder.given = held;
	} catch {
		// Nothing that can be read: the set begins.
	}
	let shownAt = 0;
	const all = (selector) => document.querySelectorAll(selector);
	function show() {
		if (recorder.take) return;
		const { length } = recorder.given;
		all('form[data-question]').forEach((form, at) => (form.hidden = at !== length));
		all('[data-step]').forEach((step, at) => step.toggleAttribute('data-done', at < length));
		all('[data-waiting]').forEach((text) => (text.hidden = length === 0));
		all('[data-count]').forEach((text) => (text.firstChild.data = length));
		all('[data-end]').forEach((text) => (text.hidden = length < all('[data-step]').length));
		shownAt = performance.now();
	}
	const answer = (form) => {
		const fields = [...new FormData(form)];
		form.querySelector('[data-pick]').hidden = fields.length > 0;
		if (fields.length === 0) return;
		const tookMs = Math.round(performance.now() - shownAt);
		recorder.given.push({ question: form.dataset.question, fields, tookMs });
		recorder.save();
		show();
		scrollTo(0, 0);
		all('form[data-question]:not([hidden]) legend').forEach((legend) => legend.focus());
	};
	addEventListener(
		'submit',
		(event) => {
			const form = event.target;
			if (recorder.take || !form.dataset.question) return;
			event.preventDefault();
			answer(form);
		},
		true
	);
	document.addEventListener('readystatechange', show);
	// The question is on screen: now the page's own scripts.
	const fetchRest = () => all('link[rel=later]').forEach((link) => (link.rel = 'modulepreload'));
	document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(fetchRest)));
})();
