// Before anything is drawn: the theme that was chosen for this device (see client/settings.svelte.ts).
try {
	const { theme } = JSON.parse(localStorage.getItem('saixue:settings') ?? '{}');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is switched off or holds something else: the system decides.
}
