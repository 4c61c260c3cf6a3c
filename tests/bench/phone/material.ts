import { request, type APIRequestContext, type BrowserContext } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseJson } from '#lib/base/parse.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import { publicationFromBuiltIn } from '#lib/course/from-built-in.ts';
import { publicationHash, type Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import { drawSharedSet } from '#lib/study/shared-set.ts';
import type { Saixue } from '../../support/saixue.ts';

/** What the measures are taken on: a shared set of ten, a course to practise, a course with a long list. */
export interface PhoneMaterial {
	setPath: string;
	title: string;
	set: Question[];
	session: string;
	long: string;
	/** Signs the phone in as who may fetch the courses. */
	signIn(phone: BrowserContext): Promise<void>;
}

const PERSON = { userName: 'bench.trainer', password: 'four strokes of 正' };

export async function preparePhoneMaterial(
	saixue: Saixue,
	{ session, long }: { session: number; long: number }
): Promise<PhoneMaterial> {
	const { address } = saixue;
	const office = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
	const token = saixue.setupLink.split('/').pop();
	const set = await post(office, '/api/v1/setup', {
		token,
		organisation: '海河市总工会',
		name: '甲老师',
		...PERSON
	});
	const organisation = set.person.memberships[0].organisation as string;
	const course = readCourse();
	const publish = async (publication: Publication): Promise<string> => {
		await post(office, `/api/v1/publications?organisation=${organisation}`, { publication });
		return publicationHash(publication);
	};
	const hash = await publish(course);
	const questions = drawSharedSet(
		course.bank.questions.filter(({ type }) => type !== 'ordering' && type !== 'matching'),
		10,
		'phone'
	).filter((question) => 'options' in question || question.type === 'true-false');
	const shared = await post(office, `/api/v1/sets?organisation=${organisation}`, {
		publication: hash,
		title: '工会工作 · 10 题',
		questions: questions.map(({ id }) => id),
		invites: true
	});
	const material = {
		setPath: `/set/${shared.token}`,
		title: '工会工作 · 10 题',
		set: questions,
		session: await publish(courseOf(course, session)),
		long: await publish(courseOf(course, long))
	};
	await office.dispose();
	return {
		...material,
		async signIn(phone) {
			await post(phone.request, `${address}/api/v1/account/sign-in`, PERSON, { origin: address });
		}
	};
}

async function post(from: APIRequestContext, path: string, data: unknown, headers = {}): Promise<any> {
	const answer = await from.post(path, { data, headers });
	if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
	return answer.json();
}

function readCourse(): Publication {
	const text = readFileSync('questions/federation-work-report.json', 'utf8');
	const module = parseJson(BuiltInModuleSchema, text);
	if (!module.ok) throw new Error('the built-in course cannot be read');
	return publicationFromBuiltIn(module.value);
}

/** The same course with so many questions to tap, over its lessons in turn. */
function courseOf(course: Publication, count: number): Publication {
	const base = course.bank.questions.filter(({ type }) => type === 'single-choice');
	const questions = Array.from({ length: count }, (_, at): Question => {
		const { source: _source, excludes: _excludes, ...question } = base[at % base.length] ?? base[0]!;
		return { ...question, id: `q-${at}`, stem: `${at + 1}. ${question.stem}` };
	});
	const lessons = course.modules.flatMap((module) => module.lessons);
	const share = Math.ceil(count / lessons.length);
	const cut = (at: number) => questions.slice(at * share, (at + 1) * share).map(({ id }) => id);
	return {
		...course,
		title: `${course.title} · ${count}`,
		modules: [
			{
				id: 'all',
				title: course.title,
				lessons: lessons.map((lesson, at) => ({ ...lesson, questions: cut(at) }))
			}
		],
		bank: { ...course.bank, questions }
	};
}
