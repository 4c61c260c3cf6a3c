import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const early = readFileSync('static/early.js', 'utf8');

function themeAfter(getItem: (key: string) => string | null): unknown {
	const document = { documentElement: { dataset: {} as Record<string, string> } };
	runInNewContext(early, { document, localStorage: { getItem } });
	return document.documentElement.dataset.theme;
}
const stored = (value: string) => (key: string) => (key === 'saixue:settings' ? value : null);

it('a theme that was chosen is there before the first paint, under the key of the settings', () => {
	expect(themeAfter(stored('{"theme":"dark","letterKeys":true}'))).toBe('dark');
	expect(themeAfter(stored('{"theme":"light"}'))).toBe('light');
	expect(readFileSync('src/lib/client/settings.svelte.ts', 'utf8')).toContain("'saixue:settings'");
});

it('without a choice, or without storage, the system decides', () => {
	const switchedOff = () => {
		throw new Error('storage is switched off');
	};
	for (const getItem of [
		stored('{"theme":"system"}'),
		stored('no JSON'),
		stored('null'),
		() => null,
		switchedOff
	])
		expect(themeAfter(getItem)).toBeUndefined();
});
