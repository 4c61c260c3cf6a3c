import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseJson } from '#lib/base/parse.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import type { Question } from '#lib/question/question.ts';
import { lintBank, lintQuestion, ITEM_RULES } from '../lint.ts';
import { BANK_RULES, PAPER_RULES } from './paper.ts';
import { ANSWER_FLAWS } from './samples/answers-flaws.ts';
import { FORM_FLAWS } from './samples/forms-flaws.ts';
import { OPTION_FLAWS } from './samples/options-flaws.ts';
import { PAPER_FLAWS } from './samples/paper-flaws.ts';
import { WORDING_FLAWS } from './samples/wording-flaws.ts';
import { CLEAN, SOUND } from './samples/sound.ts';

const PLANTED = { ...WORDING_FLAWS, ...OPTION_FLAWS, ...FORM_FLAWS, ...ANSWER_FLAWS };
const SEED = 'planted 1';

/** Each variant of a flaw, put into a sound question that the seed chooses. */
function recallOf(rule: string): { caught: number; all: number; missed: string[] } {
	const missed: string[] = [];
	let all = 0;
	const random = seededRandom(`${SEED} ${rule}`);
	for (const plant of PLANTED[rule] ?? []) {
		const sound = SOUND.filter((question) => plant(question) !== undefined);
		expect(sound.length, `${rule}: a flaw that fits nowhere`).toBeGreaterThan(0);
		const planted = plant(sound[randomIndex(random, sound.length)]!)!;
		all++;
		const { question, context } = planted;
		if (!lintQuestion(question, context).some((finding) => finding.rule === rule)) missed.push(question.stem);
	}
	for (const plant of PAPER_FLAWS[rule] ?? []) {
		all++;
		const bank = plant(random);
		if (!lintBank(bank).some((finding) => finding.rule === rule)) missed.push(bank.title);
	}
	return { caught: all - missed.length, all, missed };
}

it.each([...ITEM_RULES, ...PAPER_RULES, ...BANK_RULES].map(({ name }) => name))('%s is caught', (rule) => {
	const { caught, all, missed } = recallOf(rule);
	expect(all, 'variants').toBeGreaterThanOrEqual(8);
	expect(caught / all, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
});

it('sound questions raise no error and hardly a warning', () => {
	const found = [...SOUND, ...CLEAN].flatMap((question) => lintQuestion(question));
	expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(found.length / (SOUND.length + CLEAN.length)).toBeLessThan(0.03);
});

it('the reviewed questions of the built-in course raise no error, and warnings in less than one of fifty', () => {
	const folder = new URL('../../../../questions/', import.meta.url);
	const questions: Question[] = [];
	const found = readdirSync(folder)
		.filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
		.flatMap((name) => {
			const module = parseJson(BuiltInModuleSchema, readFileSync(new URL(name, folder), 'utf8'));
			if (!module.ok) throw new Error(name);
			questions.push(...module.value.bank.questions);
			return lintBank(module.value.bank);
		});
	expect(questions.length).toBeGreaterThan(200);
	expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(found.length / questions.length).toBeLessThan(0.02);
});
