import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { printFile } from '../compile-quality/print-file.ts';

/** A file to compile, as bytes. */
export interface Material {
	file: string;
	bytes: Uint8Array<ArrayBuffer>;
}

const TEXTS = 'tests/bench/compile-quality/texts';

/** All files of a folder, or the annotated texts as they are printed. */
export function readMaterial(folder?: string): Material[] {
	if (folder !== undefined)
		return readdirSync(folder)
			.sort()
			.map((file) => join(folder, file))
			.filter((path) => statSync(path).isFile())
			.map((path) => ({ file: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
	return (
		readdirSync(TEXTS)
			.filter((file) => file.endsWith('.gold'))
			.sort()
			.map((file) => printFile(TEXTS, file))
			// What others wrote into an archive or a page description is not ours to vary.
			.filter(({ file }) => /\.(txt|md)$/.test(file))
			.map(({ file, bytes }) => ({ file, bytes: new Uint8Array(bytes) }))
	);
}

/**
 * The same files again and again until there are `least` bytes, each time with other figures and other
 * names, so that nothing is the same twice.
 */
export function multiplied(materials: readonly Material[], least: number): Material[] {
	const result: Material[] = [];
	for (let copy = 0, size = 0; size < least; copy++)
		for (const { file, bytes } of materials) {
			const varied = fileOf(`${copy}-${file}`, vary(new TextDecoder().decode(bytes), `${copy} ${file}`));
			result.push(varied);
			size += varied.bytes.length;
		}
	return result;
}

/** One text of at least so many bytes, from texts of one kind. */
export function oneText(materials: readonly Material[], least: number): Material {
	const plain = materials.filter(({ file }) => file.endsWith('.txt'));
	const texts = multiplied(plain, least).map(({ bytes }) => new TextDecoder().decode(bytes));
	return fileOf('one.txt', texts.join('\n'));
}

const PLACES = ['云陵', '沧岭', '北淞', '澜江', '远山', '临河'];
const SYLLABLES = '青白长安宁平泉川浦源溪阳岭湖东西南北上下金玉石林';

/** Other figures and other places, the same length. */
function vary(text: string, seed: string): string {
	const random = seededRandom(seed);
	const syllable = () => SYLLABLES[randomIndex(random, SYLLABLES.length)] ?? '';
	const names = new Map(PLACES.map((place) => [place, syllable() + syllable()]));
	return text
		.replace(/云陵|沧岭|北淞|澜江|远山|临河/g, (place) => names.get(place) ?? place)
		.replace(/(?<=\d)\d(?!年)/g, () => String(randomIndex(random, 10)));
}

function fileOf(file: string, text: string): Material {
	return { file, bytes: new TextEncoder().encode(text) };
}
