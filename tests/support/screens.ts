import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { enrol, publishReport, shareTen, type Organisation } from './organisation.ts';
import { answerShown, handIn, startQuiz, type Someone } from './walk.ts';

/** A page that can be opened by its address. */
export interface Screen {
	name: string;
	path: string;
}

/** What anyone may open, with nothing on the device. */
export function screensOfGuest({ inviteCode }: Organisation): Screen[] {
	return [
		{ name: 'welcome', path: '/' },
		{ name: 'sign-in', path: '/account' },
		{ name: 'register', path: '/account?new' },
		{ name: 'join', path: '/join' },
		{ name: 'invited', path: `/join/${inviteCode}` },
		{ name: 'setup', path: '/setup/not-a-token' },
		{ name: 'nowhere', path: '/nowhere' },
		{ name: 'no-organisation', path: '/organisation' }
	];
}

export function screensOfTrainer(): Screen[] {
	return ['/', '/library', '/import', '/results', '/organisation', '/me'].map(screenAt);
}

/** Has a learner study a published course on this page; what they can open from then on. */
export async function studyForScreens(
	page: Page,
	organisation: Organisation,
	who: Someone
): Promise<Screen[]> {
	const { address } = organisation;
	const publication = await publishReport(organisation);
	const set = await shareTen(organisation, publication);
	await enrol(page, organisation, who);
	await page.goto(`${address}/library`);
	const shelf = page.getByRole('region', { name: '单位发布的' });
	await shelf.getByRole('button', { name: /^下载/ }).click();
	await expect(shelf.getByRole('link', { name: /工作报告/ })).toBeVisible();
	const course = `/course/${publication}`;
	const pathHere = () => new URL(page.url()).pathname + new URL(page.url()).search;

	await page.goto(address + course);
	await page.getByRole('link', { name: '开始学' }).click();
	await page.getByRole('button', { name: /^读完了/ }).click();
	await expect(page).toHaveURL(/\/practice/);
	const practice = pathHere();

	await page.goto(address + course);
	await startQuiz(page);
	await answerShown(page);
	await handIn(page);
	const result = pathHere();
	await page.getByRole('link', { name: '看原文' }).first().click();
	await expect(page.locator('#lit')).toBeVisible();
	const source = pathHere();

	await page.goto(address + course);
	await startQuiz(page);
	await answerShown(page);
	const quiz = pathHere();

	const of = `?course=${publication}`;
	return [
		...['/', '/library', '/search', '/practise', '/progress', '/me', '/me/study', '/import'].map(screenAt),
		...['/organisation', '/results', '/reports'].map(screenAt),
		...['wrong', 'favourites', 'all', 'reported'].map((list) => screenAt(`/practise/list/${list}`)),
		screenAt('/practise/list/wrong/print'),
		{ name: 'practise-course', path: `/practise${of}` },
		{ name: 'ladder', path: `/practise/ladder${of}` },
		...['sequential', 'memorise', 'rapid', 'survival', 'review', 'favourites'].map((mode) => ({
			name: `player-${mode}`,
			path: `/practise/${mode}${of}`
		})),
		{ name: 'course', path: course },
		{ name: 'lesson', path: practice.replace(/\/practice.*/, '') },
		{ name: 'lesson-practice', path: practice },
		{ name: 'review', path: `${course}/review` },
		{ name: 'quiz-start', path: `${course}/quiz` },
		{ name: 'quiz', path: quiz },
		{ name: 'result', path: result },
		{ name: 'source', path: source },
		{ name: 'set', path: set }
	];
}

function screenAt(path: string): Screen {
	return { name: path === '/' ? 'today' : path.slice(1).replaceAll('/', '-'), path };
}

const FOLDER = 'src/routes';
/** The pages of the product, as the address each one answers to; the shell is none that a person opens. */
export const ROUTES: ReadonlyMap<string, RegExp> = new Map(
	readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((file) => basename(file) === '+page.svelte' && !file.startsWith('shell'))
		.map((file) => [dirname(file), patternOf(dirname(file))])
);

function patternOf(folder: string): RegExp {
	const parts = folder.split('/').filter((part) => part !== '.' && !/^\(.*\)$/.test(part));
	const written = parts.map((part) => {
		if (part.startsWith('[[')) return '(?:/[^/]+)?';
		return part.startsWith('[') ? '/[^/]+' : `/${part}`;
	});
	return new RegExp(`^${written.join('') || '/'}$`);
}
