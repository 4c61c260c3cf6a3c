import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { compileCourse } from '../compile.ts';
import { documentWith } from '../sample-document.ts';

const drafts = (...given: Parameters<typeof documentWith>): Question[] =>
	compileCourse(documentWith(...given)).questions;
const FRAME = '据《青山市图书馆2023年工作报告》，';

describe('lists', () => {
	it('a closed list made alike asks for all of it, or for one that the others call for', () => {
		const types = new Set<string>();
		for (let n = 0; n < 12; n++) {
			const [question] = drafts([
				`第${n + 2}届馆务委员会要求全体馆员不断提升管理能力、服务能力、研究能力、宣讲能力。`
			]);
			if (!question) throw new Error('no draft');
			types.add(question.type);
			if (question.type === 'fill-in') {
				expect(question.stem).toContain('____');
				expect(['服务能力', '研究能力', '宣讲能力']).toContain(question.key[0]?.[0]);
				expect(question.stem).not.toContain(question.key[0]?.[0]);
			} else expect(question.stem).toContain('不断提升哪四种能力？');
		}
		expect([...types].sort()).toEqual(['fill-in', 'short-answer']);
	});

	it('an open list says how many of it the text names', () => {
		const [question] = drafts([
			'青山市图书馆在各乡镇推出“书香进村”“书香进校”“书香进厂”等特色服务品牌，受到读者好评。'
		]);
		expect(question).toMatchObject({
			type: 'short-answer',
			stem: expect.stringMatching(/哪些特色服务品牌.*请写出文中列举的三项。$/u)
		});
	});

	it('one list that two articles have is asked for once', () => {
		const sentence = '青山市图书馆依法保障每一位读者的借阅权、咨询权、参与权、监督权。';
		const document = documentWith([sentence]);
		const article = (id: string, title: string) => ({
			id,
			title,
			sections: [{ id: `${id}-s`, level: 0, heading: '', paragraphs: [{ id: `${id}-p`, text: sentence }] }]
		});
		const { questions } = compileCourse({
			...document,
			articles: [article('a', '青山市图书馆工作报告'), article('b', '青山市图书馆年度总结')]
		});
		expect(questions).toHaveLength(1);
	});

	it('a known set asks for the one that is missing; a row of fine words asks nothing, nor does a torn one', () => {
		const [question] = drafts(['青山市图书馆让广大读者的知情权、参与权、监督权更加有保障。']);
		expect(question).toMatchObject({ type: 'fill-in' });
		expect(drafts(['青山市图书馆让读者服务更有深度、更有力度、更有温度。'])).toEqual([]);
		expect(drafts(['青山市图书馆以新面貌、新作风、新举措。'])).toEqual([]);
	});

	it('no blank stands in a row of kind words, and none so long that nobody hits it by the letter', () => {
		const types = (...sentences: string[]) =>
			sentences.flatMap((sentence) =>
				Array.from({ length: 6 }, (_, n) => drafts([`第${n + 2}届馆务委员会${sentence}`])).flat()
			);
		const kind = types(
			'使读者工作更有情感、更有温度、更有力量。',
			'引导全体馆员讲好读者故事、讲好馆员故事、讲好城市故事。',
			'努力做到围绕读者抓服务、围绕馆员抓培训、围绕馆舍抓安全。'
		);
		expect(kind.filter(({ type }) => type === 'fill-in')).toEqual([]);
		const set = types('要求全体馆员不断提升管理能力、服务能力、研究能力、宣讲能力。');
		expect(set.filter(({ type }) => type === 'fill-in').length).toBeGreaterThan(0);
	});

	it('clauses that begin alike are asked for by that word', () => {
		const texts = Array.from({ length: 8 }, (_, n) =>
			drafts([`第${n + 2}届馆务委员会着力扩充地方文献，着力办好读者讲座，着力改善馆舍条件。`])
		).flat();
		for (const { type, stem } of texts)
			expect(stem).toMatch(type === 'fill-in' ? /____/u : /哪三个“着力”？$/u);
		expect(texts.length).toBeGreaterThan(0);
	});

	it('a maxim in quotation marks is asked for by what it is', () => {
		const asked = drafts([
			'青山市图书馆始终坚持“读者至上、开放共享、勤俭办馆、务实高效”的原则，建成乡村书屋。'
		]);
		expect(asked).toMatchObject([
			{
				type: 'short-answer',
				key: '“读者至上、开放共享、勤俭办馆、务实高效”',
				stem: expect.stringMatching(/始终坚持什么原则？$/u)
			}
		]);
		expect(drafts(['青山市图书馆按照“读者至上、开放共享、勤俭办馆、务实高效”的思路。'])).toEqual([]);
	});

	it('what is torn or too bare to stand alone is left out', () => {
		expect(drafts(['统筹推进借阅服务、讲座活动、展览活动、志愿服务等各项工作。'])).toEqual([]);
		expect(drafts(['一则消息传开——图书馆、文化馆、博物馆、美术馆等公共场馆已全部免费开放。'])).toEqual([]);
	});

	it('in an explanation, points that hold a 、 are set apart by ；', () => {
		const asked = drafts(
			['一要管好书库、书架。各馆要落实。二要办好讲座、展览。各馆要落实。三要带好馆员、志愿者。各馆要落实。'],
			{ heading: '二、明年的任务安排' }
		);
		expect(asked[0]?.explanation).toContain('管好书库、书架；办好讲座、展览；带好馆员、志愿者');
	});
});

describe('what is given which part', () => {
	it('a part that two things have asks nothing', () =>
		expect(
			drafts([
				'青山市图书馆以流动书车为重要抓手，把借阅服务送到偏远山村，以数字平台为重要抓手，扩大线上借阅规模。'
			]).filter(({ stem }) => /重要抓手/u.test(stem))
		).toEqual([]));

	it('is asked for by its part and the deed behind it', () => {
		const [question] = drafts(['青山市图书馆以流动书车为重要抓手，把借阅服务送到偏远山村。']);
		expect(question).toMatchObject({
			type: 'fill-in',
			stem: '据《青山市图书馆2023年工作报告》，青山市图书馆以____为重要抓手，把借阅服务送到偏远山村。',
			key: [['流动书车']]
		});
		expect(drafts(['青山市图书馆始终把服务基层读者作为一切工作的出发点和落脚点。'])).toMatchObject([
			{ stem: `${FRAME}青山市图书馆始终把____作为一切工作的出发点和落脚点。`, key: [['服务基层读者']] }
		]);
	});

	it('in several deeds of one text is to be matched', () => {
		const asked = drafts([
			'以送书下乡为抓手，补齐乡村阅读短板。各馆共同参与。',
			'以数字平台为抓手，扩大线上借阅规模。各馆共同参与。',
			'以志愿队伍为抓手，丰富少儿阅读活动。各馆共同参与。'
		]);
		expect(asked).toMatchObject([
			{ type: 'matching', stem: `${FRAME}下列各项工作分别以什么为抓手？请连线。` }
		]);
		const [question] = asked;
		if (question?.type === 'matching')
			expect(
				question.key.map(([premise, option]) => [question.premises[premise], question.options[option]]).sort()
			).toEqual([
				['丰富少儿阅读活动', '志愿队伍'],
				['扩大线上借阅规模', '数字平台'],
				['补齐乡村阅读短板', '送书下乡']
			]);
	});

	it('but not where two things have nearly the same part, nor inside a title', () => {
		expect(
			drafts([
				'青山市图书馆把送书下乡作为年度考核的重要任务。',
				'青山市图书馆把馆舍改造作为年度考核的重要内容。'
			])
		).toEqual([]);
		expect(
			drafts(['青山市图书馆印发《推进以县城为重要载体的阅读空间建设方案》。'])
				.map(({ stem }) => stem)
				.join()
		).not.toContain('以什么为');
	});
});
