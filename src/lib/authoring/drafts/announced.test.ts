import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { compileCourse } from '../compile.ts';
import { documentWith } from '../sample-document.ts';

const drafts = (...given: Parameters<typeof documentWith>): Question[] =>
	compileCourse(documentWith(...given)).questions;
const title = '青山市公共图书馆条例';
const DUTIES = [
	'第六条 总馆履行下列职责：',
	'（一）制定全市阅读推广计划；',
	'（二）统一采购和编目图书；',
	'（三）法律法规规定的其他职责。'
];
const RIGHTS = [
	'第七条 读者享有下列权利：',
	'（一）免费借阅馆藏图书；',
	'（二）参加馆内举办的讲座；',
	'（三）对服务提出意见建议。'
];

describe('lists over paragraphs that a colon announces', () => {
	it('are told from the items of the lists beside them, by article of the law', () => {
		const asked = drafts([...DUTIES, ...RIGHTS], { title });
		expect(asked.map(({ stem }) => stem)).toEqual([
			'据《青山市公共图书馆条例》第六条，总馆履行下列哪些职责？',
			'据《青山市公共图书馆条例》第七条，读者享有下列哪些权利？'
		]);
		const [duties] = asked;
		if (duties?.type !== 'multiple-choice') throw new Error('no multiple choice');
		expect(duties.key.map((at) => duties.options[at]).sort()).toEqual([
			'制定全市阅读推广计划',
			'统一采购和编目图书'
		]);
		expect(duties.options.join()).not.toContain('其他');
	});

	it('or asked for whole where nothing beside them is of their kind', () => {
		const persons = ['第八条 下列人员应当参加年度培训：', '（一）新聘馆员；', '（二）志愿服务队队长。'];
		const asked = drafts([...DUTIES, ...persons], { title });
		expect(asked.map(({ type }) => type)).toEqual(['short-answer', 'short-answer']);
		expect(asked[1]).toMatchObject({
			stem: '据《青山市公共图书馆条例》第八条，哪些人员应当参加年度培训？',
			key: '共2点：（1）新聘馆员；（2）志愿服务队队长。'
		});
	});

	it('a list of rules to follow is none', () =>
		expect(
			drafts(['第九条 逾期费按照下列规定计算：', '（一）每日一角；', '（二）最高十元。'], { title }).map(
				({ type }) => type
			)
		).not.toContain('multiple-choice'));
});

it('an English list asks for the points that complete its sentence', () => {
	const [question] = drafts(
		[
			'The branch librarian shall:',
			'(a) open the reading room at nine;',
			'(b) keep the register of loans;',
			'(c) report damage within two days.'
		],
		{ title: 'Rules of the Green River Library', language: 'en' }
	).filter(({ type }) => type === 'short-answer');
	expect(question).toMatchObject({
		stem: 'According to “Rules of the Green River Library”, which three points complete the sentence “The branch librarian shall …”?',
		key: '(1) open the reading room at nine; (2) keep the register of loans; (3) report damage within two days'
	});
});

describe('headings', () => {
	it('a heading that asks is asked, and the text under it answers', () => {
		expect(
			drafts(['凡年满六周岁的居民，持本人身份证件即可办理借书证。'], {
				title: '青山市图书馆读者手册',
				heading: '3. 哪些人可以办理借书证？'
			})
		).toMatchObject([
			{
				type: 'short-answer',
				stem: '据《青山市图书馆读者手册》，哪些人可以办理借书证？',
				key: '凡年满六周岁的居民，持本人身份证件即可办理借书证。'
			}
		]);
	});

	it('numbered ones lay a text out in parts', () => {
		const heads = ['一、完善城乡借阅服务网络', '二、办好全民阅读系列活动', '三、加强馆员队伍能力建设'];
		const document = documentWith([]);
		const sections = heads.map((heading, at) => ({
			id: `s-${at}`,
			level: 1,
			heading,
			paragraphs: [{ id: `p-${at}`, text: '各馆要结合实际抓好落实。' }]
		}));
		const { questions } = compileCourse({
			...document,
			articles: [{ id: 'a', title: '图书馆工作报告', sections }]
		});
		expect(questions).toMatchObject([
			{
				stem: '《图书馆工作报告》讲了哪三个方面？',
				key: '共3点：（1）完善城乡借阅服务网络；（2）办好全民阅读系列活动；（3）加强馆员队伍能力建设。'
			}
		]);
	});
});
