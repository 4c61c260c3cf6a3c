import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { readReadings } from './readings.ts';

/** All unified ideographs of the first plane by how they are read, tones aside, ü as v. */
function askLibrary(): Record<string, string> {
	const bySyllable = new Map<string, string>();
	for (let code = 0x4e00; code <= 0x9fff; code++) {
		const character = String.fromCharCode(code);
		const read = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
		for (const syllable of new Set(read))
			if (/^[a-z]+$/.test(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
	}
	return Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// `vitest -u` writes the file anew after an update of the library.
it('the table of readings is what pinyin-pro says', async () => {
	await expect(`${JSON.stringify(askLibrary(), null, '\t')}\n`).toMatchFileSnapshot('./readings.json');
});

it('reads characters in all their ways', () => {
	const readings = readReadings();
	const read = (character: string) => readings.get(character.charCodeAt(0));
	expect(read('会')).toEqual(expect.arrayContaining(['hui', 'kuai']));
	expect(read('绿')).toEqual(expect.arrayContaining(['lv']));
	expect(read('镕')).toEqual(['rong']);
});
