import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markResponse } from '#lib/question/mark.ts';
import { QuestionSchema, type Question, type Response } from '#lib/question/question.ts';
import { parse } from '#lib/base/parse.ts';
import type { Document } from '#lib/document/document.ts';
import { cpuMsOf } from '../../../tests/support/cpu-time.ts';
import { compileCourse, isWorthLearning } from './compile.ts';
import { lintQuestion } from './lint.ts';
import { documentWith } from './sample-document.ts';

const REPORT = [
	'2023年，青山市图书馆新添图书1.52万册，借出图书86.4万册次，到馆读者41万人次。',
	'截至2023年底，青山市图书馆共有分馆37个，累计投入资金2860万元。',
	'开展“书香青山”行动，为乡村学校送去图书近3200册，举办讲座128场。',
	'制定《青山市图书馆文献采访办法》，规范图书采购流程，明确每年采购比例。',
	'修订《青山市公共图书馆服务规范》，延长周末开放时间，增设夜间还书箱。',
	'印发《青山市全民阅读工作方案》，部署下一年度阅读推广任务，落实专门经费。',
	'2021年5月18日，青山市图书馆新馆正式启动建设，总面积约2.6万平方米。',
	'2023年9月28日，青山市图书馆新馆正式开馆，首日接待读者1.1万人次。',
	'青山市图书馆健全读者代表制度，依法保障读者借阅权、咨询权、参与权、监督权。',
	'东城区馆12个、西城区馆9个、南城区馆7个、北城区馆5个。'
];

const course = (paragraphs: readonly string[] = REPORT, options = {}) =>
	compileCourse(documentWith(paragraphs, options));

describe('drafts', () => {
	it('come in several types, each with its proof and a reason', () => {
		const { questions } = course();
		const types = new Set(questions.map(({ type }) => type));
		for (const type of ['single-choice', 'short-answer', 'matching'] as const) expect(types).toContain(type);
		expect(questions.length).toBeGreaterThan(10);
		for (const question of questions) expect(question.explanation).toBeTruthy();
	});

	it('a question stands alone: sentences that point elsewhere give none', () => {
		const lost = [
			'该馆新添图书1.52万册，借出图书86.4万册次。',
			'其中，少儿图书4300册，外文图书1200册。',
			'今年，青山市图书馆新添图书1.52万册。',
			'会议强调，要新建分馆37个，投入资金2860万元。',
			'我市新建图书馆分馆37个。'
		];
		expect(course(lost).questions).toEqual([]);
	});

	it('“so far” is dated by the frame, a bare 大会 gets its full name from the heading', () => {
		const stem = (sentence: string, heading = '') => course([sentence], { heading }).questions[0]?.stem;
		expect(stem('截至目前，青山市图书馆建成分馆137个。')).toMatch(
			/^据《青山市图书馆2023年工作报告》，青山市图书馆建成/u
		);
		expect(stem('大会设置阅读展区377个，吸引了很多读者。', '首届青山阅读大会举办')).toContain(
			'首届青山阅读大会设置'
		);
	});

	it('an untitled article is never framed by the title of another one or by its own first words', () => {
		const text = '青山市图书馆建成分馆137个，覆盖全部乡镇。';
		const framed = (title: string, file = title) => {
			const document = documentWith([text], { title: '' });
			const other = documentWith(['春季书展在青山举行，读者很多。'], { title: '春季书展开幕，读者纷至沓来' });
			const articles = [
				...document.articles,
				...other.articles.map((article) => ({ ...article, id: 'a-2' }))
			];
			return compileCourse({ ...document, title, file, articles })
				.questions.map(({ stem }) => stem)
				.join();
		};
		expect(framed('春季书展开幕，读者纷至沓来')).not.toContain('据《');
		expect(framed('青山市图书馆建成分馆137个')).not.toContain('据《');
		expect(framed('新建文本文档')).not.toContain('据《');
		expect(framed('图书馆工作汇报')).toContain('据《图书馆工作汇报》');
	});

	it('a figure with 近 or 多 is never asked for as an exact number', () => {
		for (let n = 10; n < 60; n++) {
			const { questions } = course([`青山市图书馆为乡村学校送去图书近${n}00册。`]);
			expect(questions.map(({ type }) => type)).not.toContain('numeric');
		}
	});

	it('nothing political, legal or said by a leader is turned into something false', () => {
		for (let n = 10; n < 60; n++) {
			const { questions } = course([
				`习近平总书记强调，要建成覆盖城乡的图书馆${n}00个。`,
				`党中央决定，全国新建图书馆${n}00个。`
			]);
			for (const question of questions) expect(question.type).not.toBe('true-false');
		}
	});

	it('what the lint calls an error is not offered: a placeholder in the sentence', () => {
		expect(course(['2023年，XX市图书馆新添图书1.52万册，借出图书86.4万册次。']).questions).toEqual([]);
	});

	it('no title beside another one is asked for: both would be right', () => {
		for (const sentence of [
			'青山市图书馆印发《阅读推广工作方案》《图书采购管理办法》，部署下一年度工作任务。',
			'青山市图书馆修订《图书采购管理办法》，配合印发《阅读推广工作方案》，全面落实各项任务。',
			'青山市图书馆印发《阅读推广工作方案》和年度任务清单，全面落实各项任务。'
		]) {
			expect(course([sentence]).questions).toEqual([]);
		}
		expect(course(['青山市图书馆印发《阅读推广工作方案》，全面落实各项任务。']).questions).toHaveLength(1);
	});

	it('what one stem tells of another answer keeps the two apart', () => {
		const { questions } = course();
		const byId = new Map(questions.map((question) => [question.id, question]));
		for (const question of questions) {
			for (const other of question.excludes ?? []) expect(byId.get(other)?.excludes).toContain(question.id);
		}
		expect(questions.some(({ excludes }) => excludes !== undefined)).toBe(true);
	});

	it('the same document gives the same course; one changed sentence leaves the other ids', () => {
		const first = course();
		expect(course()).toEqual(first);
		const changed = course([...REPORT.slice(0, -1), '东城区馆设有分馆512个，读者很多。']);
		const ids = new Set(changed.questions.map(({ id }) => id));
		const kept = first.questions.filter(({ id }) => ids.has(id));
		expect(kept.length).toBeGreaterThanOrEqual(first.questions.length - 2);
	});

	it('English: a blank in the sentence, and no pronoun in front', () => {
		const { questions } = course(
			[
				'The Green River Dam was finished in 1998 by 4,200 workers.',
				'It holds 31 million litres of water for the towns.'
			],
			{ title: 'Dams', language: 'en' }
		);
		expect(questions.length).toBeGreaterThan(0);
		for (const { stem, source } of questions) {
			expect(stem).toMatch(/____|Dam was finished/);
			expect(source?.sentence).not.toMatch(/^It/);
		}
	});
});

const pieces = fc.constantFrom(
	'2022年，',
	'截至2023年底，',
	'同时，',
	'其中，',
	'该馆',
	'青山市图书馆',
	'各分馆',
	'建成',
	'投入资金',
	'借出',
	'开展“书香”行动',
	'、',
	'，',
	'。',
	'；',
	'东馆',
	'西馆',
	'南馆',
	'等',
	'《阅读办法》',
	'《采购条例》',
	'王小溪同志',
	'3万余册',
	'1,200万元',
	'85%',
	'十二个',
	'5月1日',
	'近',
	'“',
	'”',
	'习近平总书记指出，',
	'包括',
	'四项制度'
);
const texts = fc.array(
	fc.array(pieces, { minLength: 1, maxLength: 25 }).map((words) => words.join('')),
	{ minLength: 1, maxLength: 6 }
);

describe('whatever the text', () => {
	const everyDraft = (check: (question: Question, document: Document) => void) =>
		fc.assert(
			fc.property(fc.oneof(texts, fc.shuffledSubarray(REPORT, { minLength: 2 })), (paragraphs) => {
				const { document, questions } = course(paragraphs);
				for (const question of questions) check(question, document);
			}),
			{ numRuns: 150 }
		);

	it('a draft breaks no rule that is an error', () =>
		everyDraft((question) => {
			expect(lintQuestion(question).filter(({ severity }) => severity === 'error')).toEqual([]);
		}));

	it('its sentence stands in the document letter for letter', () =>
		everyDraft((question, document) => {
			const text = document.articles.flatMap(({ sections }) =>
				sections.flatMap(({ paragraphs }) => paragraphs.map((p) => p.text))
			);
			expect(text.some((paragraph) => paragraph.includes(question.source?.sentence ?? '◯'))).toBe(true);
		}));

	it('it has the form of a question, and its key earns all points', () =>
		everyDraft((question) => {
			expect(parse(QuestionSchema, question).ok).toBe(true);
			expect(markResponse(question, responseOf(question), {}, 1).share).toBe(1);
		}));

	it('every fact stands in its sentence, and every id occurs once', () =>
		fc.assert(
			fc.property(texts, (paragraphs) => {
				const { facts, questions } = course(paragraphs);
				for (const fact of facts) expect(fact.sentence).toContain(fact.value);
				const ids = [...facts, ...questions].map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 150 }
		));
});

/** Full marks. */
function responseOf(question: Question): Response {
	switch (question.type) {
		case 'single-choice':
			return { type: question.type, choice: question.key };
		case 'multiple-choice':
			return { type: question.type, choices: question.key };
		case 'true-false':
			return { type: question.type, judgement: question.key };
		case 'fill-in':
			return { type: question.type, blanks: question.key.map(([first]) => first ?? '') };
		case 'numeric':
			return { type: question.type, text: `${question.key.value}${question.key.unit ?? ''}` };
		case 'ordering':
			return { type: question.type, order: question.key };
		case 'matching':
			return { type: question.type, pairs: question.key };
		case 'short-answer':
			return { type: question.type, text: question.key };
	}
}

it('keys of choices spread over the positions, and as many statements are true as false', () => {
	const { questions } = course(
		Array.from({ length: 240 }, (_, n) => `2023年，青山市第${n}图书馆新添图书${1000 + n * 37}册。`)
	);
	const positions = [0, 1, 2, 3].map(
		(at) => questions.filter((q) => q.type === 'single-choice' && q.key === at).length
	);
	const total = positions.reduce((a, b) => a + b, 0);
	for (const count of positions) expect(count / total).toBeGreaterThan(0.12);
	const judged = questions.filter((q) => q.type === 'true-false');
	const share = judged.filter((q) => q.key).length / judged.length;
	expect(share).toBeGreaterThan(0.3);
	expect(share).toBeLessThan(0.7);
});

it('time grows with the text and no faster', () => {
	const text = (n: number) =>
		Array.from(
			{ length: n },
			(_, i) => `2023年，青山市第${i}图书馆新添图书${1000 + i}册，投入资金${100 + i}万元。`
		);
	const took = (n: number) => {
		const document = documentWith(text(n));
		return cpuMsOf(() => compileCourse(document));
	};
	took(200);
	const small = Math.max(5, Math.min(took(500), took(500)));
	expect(took(4_000)).toBeLessThan(small * 8 * 4);
});

it('a text of a few words is a document, but nothing to learn', () => {
	expect(isWorthLearning(course([]))).toBe(false);
	expect(isWorthLearning(course(['你好。']))).toBe(false);
	expect(isWorthLearning(course(['今天天气很好。'.repeat(9)]))).toBe(true);
	expect(isWorthLearning(course(['2023年，青山市图书馆借出图书86.4万册次。']))).toBe(true);
});

it('thousands of tiny paragraphs in one section cost no more than their number', () => {
	const took = (n: number) => {
		const document = documentWith(Array.from({ length: n }, (_, i) => `第一，办好第${i}件事。`));
		return cpuMsOf(() => compileCourse(document));
	};
	took(500);
	const small = Math.max(10, Math.min(took(1_000), took(1_000)));
	expect(took(16_000)).toBeLessThan(small * 16 * 8);
});
