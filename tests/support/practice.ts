import { expect, type Locator, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import type { Question } from '#lib/question/question.ts';
import { tick } from './walk.ts';

// Whoever knows the built-in courses by heart.

const FOLDER = 'questions';
const byStem = new Map(
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json') && !file.includes('schema'))
		.flatMap((file) => {
			const { bank } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as {
				bank: { questions: Question[] };
			};
			return bank.questions.map((question) => [squeeze(question.stem), question] as const);
		})
);

/** Blanks are drawn, not written. */
function squeeze(text: string): string {
	return text.replace(/第 \d+ 空\d?|_{3,}|\s/gu, '');
}

/** The question on screen. */
export async function shownQuestion(page: Page): Promise<Question> {
	const stem = page.locator('.stem').first();
	await expect(stem).toBeVisible();
	const text = squeeze((await stem.textContent()) ?? '');
	const question = byStem.get(text);
	if (!question) throw new Error(`nobody knows the question “${text}”`);
	return question;
}

/**
 * Answers the open question, right or wrong as far as its type can be answered by a tap or a word; what
 * cannot is passed over with a look at the key, which is wrong. Ends when it counts as answered.
 */
export async function practise(page: Page, wanted: 'right' | 'wrong'): Promise<'right' | 'wrong'> {
	const question = await shownQuestion(page);
	const { answered, total } = await answeredOf(page);
	const given = await give(page, question, wanted);
	await expect(page.getByRole('progressbar', { name: `已答 ${answered + 1} / ${total} 题` })).toBeAttached();
	// A right one may have led on already.
	if (given === 'wrong') await expect(verdict(page)).toHaveText(/不对|未作答/);
	return given;
}

/** Another question of the same course, to be answered right by a judgement. */
export function judgedBeside(question: Question): Question {
	const prefix = question.id.replace(/-q\d+$/, '');
	const others = [...byStem.values()].filter(
		({ id, type }) => id.startsWith(prefix) && id !== question.id && type === 'true-false'
	);
	const [other] = others;
	if (!other) throw new Error(`${prefix} asks for no judgement`);
	return other;
}

/** Answers, and waits for the next question or the end: a right answer leads there by itself, a wrong one does not. */
export async function playOn(page: Page, wanted: 'right' | 'wrong'): Promise<'right' | 'wrong'> {
	const { at, total } = await placeOf(page);
	const given = await practise(page, wanted);
	if (given === 'wrong' || at === total) await goOn(page);
	if (at < total) await expectAt(page, at + 1, total);
	return given;
}

export async function goOn(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(下一题|看结果)/ }).click();
}

async function answeredOf(page: Page): Promise<{ answered: number; total: number }> {
	const label = await page.getByRole('progressbar', { name: /^已答/ }).getAttribute('aria-label');
	const [answered = 0, total = 0] = (label?.match(/\d+/g) ?? []).map(Number);
	return { answered, total };
}

export async function placeOf(page: Page): Promise<{ at: number; total: number }> {
	const words = await page
		.locator('header')
		.getByText(/^第 \d+ 题，共 \d+ 题$/)
		.textContent();
	const [at = 0, total = 0] = (words?.match(/\d+/g) ?? []).map(Number);
	return { at, total };
}

export function verdict(page: Page): Locator {
	return page.locator('.verdict');
}

async function give(page: Page, question: Question, wanted: 'right' | 'wrong'): Promise<'right' | 'wrong'> {
	const isRight = wanted === 'right';
	const form = page.locator('form').filter({ has: page.locator('fieldset') });
	const check = page.getByRole('button', { name: '看看对不对' });
	if (question.type === 'true-false') {
		await form
			.locator('.options button')
			.nth(question.key === isRight ? 0 : 1)
			.click();
		return wanted;
	}
	if (question.type === 'single-choice') {
		const other = question.options.findIndex((_, at) => at !== question.key);
		await form
			.locator('.options button')
			.nth(isRight ? question.key : other)
			.click();
		return wanted;
	}
	if (isRight && question.type === 'multiple-choice') {
		for (const at of question.key) await tick(form.getByRole('checkbox').nth(at));
		await check.click();
		return 'right';
	}
	if (isRight && question.type === 'numeric') {
		await form.getByRole('textbox').fill(String(question.key.value));
		await check.click();
		return 'right';
	}
	if (isRight && question.type === 'fill-in') {
		for (const [at, accepted] of question.key.entries())
			await form
				.getByRole('textbox')
				.nth(at)
				.fill(accepted[0] ?? '');
		await check.click();
		return 'right';
	}
	await page.getByRole('button', { name: '不会，看答案' }).click();
	return 'wrong';
}

/** Which question of how many. */
export async function expectAt(page: Page, at: number, total?: number): Promise<void> {
	const words = total === undefined ? new RegExp(`第 ${at} 题，共 \\d+ 题`) : `第 ${at} 题，共 ${total} 题`;
	await expect(page.locator('header').getByText(words)).toBeAttached();
}

/** Downloads the first built-in course; gives its id. */
export async function takeCourse(page: Page, address: string): Promise<string> {
	await page.goto(`${address}/library`);
	await page.getByRole('button', { name: /^下载/ }).first().click();
	await expect(page.getByRole('button', { name: /^从本机移除/ })).toBeVisible();
	await page.goto(`${address}/practise`);
	const course = page.getByLabel('练哪门课');
	await expect(course).toBeVisible();
	return course.inputValue();
}
