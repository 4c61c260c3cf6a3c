import type { Readings } from '#lib/study/search/spell.ts';
import syllables from './readings.json';

/** From what each syllable writes to how each character is read. */
export function readReadings(): Readings {
	const readings = new Map<number, string[]>();
	for (const [syllable, characters] of Object.entries(syllables))
		for (const character of characters) {
			const code = character.charCodeAt(0);
			const held = readings.get(code);
			if (held) held.push(syllable);
			else readings.set(code, [syllable]);
		}
	return readings;
}
