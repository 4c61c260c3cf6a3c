import { compileCourse } from '#lib/authoring/compile.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readBytes } from '#lib/reader/reader.ts';
import { median } from '../report.ts';
import type { Material } from './material.ts';

export interface Speed {
	/** UTF-16 units of text a second, from bytes to drafted questions. */
	charactersPerSecond: number;
	/** The same text through `Intl.Segmenter`, word by word, sentence by sentence. */
	segmentedPerSecond: number;
}

const ROUNDS = 5;

/** Ours and bare word segmentation in turns; medians. The first round of each only warms up. */
export async function measureSpeed(materials: readonly Material[]): Promise<Speed> {
	const texts = materials.map(({ bytes }) => new TextDecoder().decode(bytes));
	const characters = texts.reduce((sum, text) => sum + text.length, 0);
	const sentences = texts.flatMap((text) => text.match(/[^。！？\n]+[。！？]?/gu) ?? []);
	const ours: number[] = [];
	const segmented: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const began = performance.now();
		for (const material of materials) await compile(material);
		const between = performance.now();
		segmentAll(sentences);
		if (round === 0) continue;
		ours.push(between - began);
		segmented.push(performance.now() - between);
	}
	return {
		charactersPerSecond: (characters * 1_000) / median(ours),
		segmentedPerSecond: (characters * 1_000) / median(segmented)
	};
}

export async function compile({ bytes, file }: Material): Promise<number> {
	const raw = await readBytes(bytes, file);
	if (!raw.ok) throw new Error(`${file}: ${raw.error.type}`);
	return compileCourse(compileDocument(raw.value)).questions.length;
}

function segmentAll(sentences: readonly string[]): number {
	const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
	let words = 0;
	for (const sentence of sentences)
		for (const { segment } of segmenter.segment(sentence)) words += segment.length;
	return words;
}
