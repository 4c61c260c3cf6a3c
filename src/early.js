// The one place that turns what was chosen for this device (client/settings.svelte.ts) and what the system
// wishes into attributes of the page: before anything is drawn, and again whenever a choice or a wish changes.
(() => {
	// The paper of tokens.css, for the bar above the page.
	const PAPER = { light: '#faf7f0', dark: '#12110e', 'light more': '#ffffff', 'dark more': '#000000' };
	const TEXT = [125, 150, 175, 200];
	const wishes = {
		dark: matchMedia('(prefers-color-scheme: dark)'),
		more: matchMedia('(prefers-contrast: more)'),
		less: matchMedia('(prefers-reduced-motion: reduce)')
	};
	let chosen = {};

	function read() {
		try {
			chosen = JSON.parse(localStorage.getItem('saixue:settings')) || {};
		} catch {
			// Storage is switched off or holds something else: the system decides.
			chosen = {};
		}
	}

	function apply() {
		const { dataset } = document.documentElement;
		const { theme, textSize, largeType } = chosen;
		const dark = theme === 'dark' || (theme !== 'light' && wishes.dark.matches);
		const more = chosen.highContrast === true || wishes.more.matches;
		const put = (name, value) => (value ? (dataset[name] = value) : Reflect.deleteProperty(dataset, name));
		put('theme', dark ? 'dark' : 'light');
		put('contrast', more && 'more');
		put('motion', (chosen.lessMotion === true || wishes.less.matches) && 'less');
		put('text', TEXT.includes(textSize) && String(textSize));
		put('large', largeType === true && 'yes');
		const bar = document.querySelector('meta[name=theme-color]');
		if (bar) bar.content = PAPER[`${dark ? 'dark' : 'light'}${more ? ' more' : ''}`];
	}

	read();
	apply();
	for (const wish of Object.values(wishes)) wish.onchange = apply;
	addEventListener('saixue:settings', ({ detail }) => {
		chosen = detail;
		apply();
	});
	// Another window of this device chose.
	addEventListener('storage', ({ key }) => {
		if (key !== 'saixue:settings') return;
		read();
		apply();
	});
})();
