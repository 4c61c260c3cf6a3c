import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { compileCourse } from '../compile.ts';
import { documentWith } from '../sample-document.ts';

const drafts = (...given: Parameters<typeof documentWith>): Question[] =>
	compileCourse(documentWith(...given)).questions;

describe('what is asked for by a gap', () => {
	it('has six characters at most: a longer name is asked for by what it is', () => {
		const [short] = drafts(['青山市图书馆面向全市中小学校的教师学生，精心打造“书香伴读”特色活动。']);
		expect(short).toMatchObject({ type: 'fill-in', key: [['书香伴读']] });
		const [long] = drafts(['青山市图书馆面向全市中小学校的教师学生，精心打造“大家一起读好书”特色活动。']);
		expect(long).toMatchObject({ type: 'short-answer', key: '“大家一起读好书”' });
		const [title] = drafts(['青山市图书馆在广泛听取读者意见之后，修订出台了《馆藏文献流通管理办法》。']);
		expect(title).toMatchObject({ type: 'short-answer', key: '《馆藏文献流通管理办法》' });
		expect(title?.stem).toContain('哪份文件');
	});

	it('is not what fits any law', () =>
		expect(drafts(['新修订的《档案法》以习近平新时代中国特色社会主义思想为指导。'])).toEqual([]));

	it('stands in no row of slogans, which are asked for by the words they share', () => {
		const [row] = drafts([
			'青山市图书馆坚决反对推诿拖延，努力做到盯住馆舍抓落实、盯住书目抓落实、盯住读者抓落实、盯住作风抓落实。'
		]);
		expect(row).toMatchObject({ type: 'short-answer' });
		expect(row?.stem).toContain('努力做到哪四个“抓落实”？');
	});
});

it('a row that begins before a purpose leaves the earlier deed out', () => {
	const [question] = drafts([
		'走访困难读者家庭，围绕文献采购、馆际互借、古籍修复、读者培训等重点工作，不断破解制约图书馆发展的瓶颈问题。'
	]);
	expect(question?.stem).toContain('围绕哪些重点工作，不断破解');
	expect(question?.stem).not.toContain('走访困难读者家庭');
});

describe('an even row between its verb and its noun', () => {
	it.each([
		[
			'青山市图书馆发挥职能优势，面向进城务工人员广泛开展借阅辅导、就业咨询、困难帮助等服务。',
			'广泛开展哪些服务？'
		],
		[
			'青山市图书馆充分发挥老馆员在弘扬传统、传授技艺、修复古籍、培养新人中的示范引领作用。',
			'在哪四个方面的示范引领作用？'
		],
		['青山市各图书馆盯紧重点地区、重点行业、重点单位、重点时段，全面开展安全检查。', '盯紧哪四个“重点”']
	])('%s', (sentence, asked) => {
		const [question] = drafts([sentence]);
		expect(question?.stem).toContain(asked);
	});

	it('nor of means without an end', () =>
		expect(drafts(['服务水平更加提升，各分馆通过流动送书、数字借阅、馆际互借等方式。'])).toEqual([]));

	it('asks nothing where no deed follows', () =>
		expect(drafts(['青山市图书馆迅速通过召开会议传达、印发通知部署、深入基层宣讲等形式。'])).toEqual([]));
});

it('a paragraph names its matter where nothing above it does', () => {
	const text = '二要切实加强馆员队伍建设。要不断提高馆员的政治判断力、政治领悟力、政治执行力。';
	const document = documentWith([text], { title: '' });
	const [question] = compileCourse({ ...document, title: 'a1.txt', file: 'a1.txt' }).questions;
	expect(question?.stem).toMatch(/^在“切实加强馆员队伍建设”方面，/u);
});

it('a name that is probably a misprint is neither asked for nor shown', () => {
	const often = Array.from(
		{ length: 5 },
		(_, n) => `第${n + 1}小学的学生参加了“全民阅读进校园”活动的开幕式。`
	);
	const odd = '青山市图书馆在全市所有的中小学校开展了“全民阅读进校圆”特色活动。';
	for (const { stem, ...rest } of drafts([...often, odd]))
		expect(stem + JSON.stringify(rest).replace(odd, '')).not.toContain('校圆');
});

describe('English rows', () => {
	const english = (text: string) =>
		compileCourse({ ...documentWith([text], { title: 'Handbook of the Reading Club' }), language: 'en' })
			.questions;

	it('are asked for as what completes the sentence', () =>
		expect(
			english(
				'The board of the club has four officers: a chair, a treasurer, a secretary and a safety officer.'
			)
		).toMatchObject([
			{ type: 'short-answer', stem: expect.stringContaining('Which four items complete the sentence') }
		]));

	it('and for their order where they have one', () =>
		expect(
			english(
				'New volunteers complete four steps in order: fill in the form, attend a session, sign the agreement and collect a key.'
			)
		).toMatchObject([{ type: 'ordering' }]));

	it('but not where the first one holds words that are not its own', () =>
		expect(english('First-aid kits are kept in the shed, the greenhouse and the meeting hut.')).toEqual([]));
});
