import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { choicesFrom } from '#lib/client/settings.svelte.ts';

const early = readFileSync('src/early.js', 'utf8');

/** A page just before its first paint, on a system with some wishes. */
function pageWith(getItem: (key: string) => string | null, wished: string[] = []) {
	const dataset: Record<string, string> = {};
	const bar = { content: '' };
	const listeners = new Map<string, (event: object) => void>();
	const wishes: { matches: boolean; onchange?: () => void }[] = [];
	runInNewContext(early, {
		document: { documentElement: { dataset }, querySelector: () => bar },
		localStorage: { getItem },
		matchMedia: (query: string) => {
			const wish = { matches: wished.some((one) => query.includes(one)) };
			wishes.push(wish);
			return wish;
		},
		addEventListener: (name: string, hear: (event: object) => void) => listeners.set(name, hear)
	});
	return { dataset, bar, wishes, tell: (name: string, event: object) => listeners.get(name)?.(event) };
}
const stored = (value: string) => (key: string) => (key === 'saixue:settings' ? value : null);

it('what was chosen is on the page before the first paint, under the key of the settings', () => {
	const { dataset, bar } = pageWith(
		stored('{"theme":"dark","textSize":150,"largeType":true,"highContrast":true,"lessMotion":true}')
	);
	expect(dataset).toEqual({ theme: 'dark', contrast: 'more', motion: 'less', text: '150', large: 'yes' });
	expect(bar.content).toBe('#000000');
	expect(readFileSync('src/lib/client/settings.svelte.ts', 'utf8')).toContain("'saixue:settings'");
});

it('what an older version stored still holds', () => {
	expect(pageWith(stored('{"theme":"dark","letterKeys":true}')).dataset).toEqual({ theme: 'dark' });
	expect(pageWith(stored('{"theme":"light"}'), ['dark']).dataset).toEqual({ theme: 'light' });
	expect(choicesFrom('{"theme":"dark","letterKeys":false,"language":"en"}')).toMatchObject({
		theme: 'dark',
		letterKeys: false,
		language: 'en',
		textSize: 100,
		largeType: false
	});
});

it('a value that no longer fits costs its own choice and no other', () => {
	expect(choicesFrom('{"theme":"sepia","textSize":130,"highContrast":true,"language":"fr"}')).toMatchObject({
		theme: 'system',
		textSize: 100,
		highContrast: true,
		language: undefined
	});
	expect(pageWith(stored('{"theme":"sepia","textSize":130}')).dataset).toEqual({ theme: 'light' });
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
	]) {
		expect(pageWith(getItem).dataset).toEqual({ theme: 'light' });
		expect(pageWith(getItem, ['color-scheme: dark', 'contrast', 'motion']).dataset).toEqual({
			theme: 'dark',
			contrast: 'more',
			motion: 'less'
		});
	}
	for (const text of ['no JSON', 'null', null]) expect(choicesFrom(text)).toEqual(choicesFrom('{}'));
});

it('a choice, another window and a system that changes its mind take effect at once', () => {
	let text = '{}';
	const { dataset, bar, wishes, tell } = pageWith(() => text);
	tell('saixue:settings', { detail: { theme: 'dark', textSize: 200 } });
	expect(dataset).toEqual({ theme: 'dark', text: '200' });
	expect(bar.content).toBe('#12110e');
	text = '{"theme":"system","textSize":125}';
	tell('storage', { key: 'saixue:settings' });
	expect(dataset).toEqual({ theme: 'light', text: '125' });
	const [dark] = wishes;
	if (dark) dark.matches = true;
	dark?.onchange?.();
	expect(dataset).toEqual({ theme: 'dark', text: '125' });
});
