import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../document/compile.ts';
import { displayWidth } from '../document/characters.ts';
import type { Document } from '../document/document.ts';
import { normaliseCharacters } from '../document/normalise.ts';
import { readText } from './reader.ts';
import * as samples from './sample-texts.ts';

function compiled(text: string, file = 'sample.txt'): Document {
	const raw = readText(text, file);
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value);
}

function headings(document: Document): string[] {
	return document.articles.flatMap(({ sections }) =>
		sections.filter(({ heading }) => heading !== '').map(({ level, heading }) => `${level} ${heading}`)
	);
}

function paragraphs(document: Document): { text: string; kind?: string }[] {
	return document.articles.flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs));
}

function texts(document: Document, kind?: string): string[] {
	return paragraphs(document)
		.filter((paragraph) => paragraph.kind === kind)
		.map(({ text }) => text);
}

/** Every letter and how often it stands; white space and what has no look do not count. */
function letters(text: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const char of normaliseCharacters(text).replace(/\s/g, '')) counts[char] = (counts[char] ?? 0) + 1;
	return counts;
}

function everything(document: Document): string {
	const kept = document.articles.flatMap(({ title, sections }) => [
		title,
		...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)])
	]);
	return [...kept, ...document.removed].join('\n');
}

describe('a law', () => {
	const law = compiled(samples.LAW);

	it('has its name as title and the passing as attribution', () => {
		expect(law.articles.map(({ title }) => title)).toEqual(['青山市城市绿化条例']);
		expect(texts(law, 'attribution')[0]).toContain('第二十次会议通过');
	});
	it('nests sections under chapters', () => {
		expect(headings(law)).toEqual([
			'1 第一章 总则',
			'1 第二章 规划与建设',
			'2 第一节 规划',
			'2 第二节 建设',
			'1 第三章 附则'
		]);
	});
	it('keeps every numbered provision as a paragraph of its own', () => {
		expect(texts(law).filter((text) => /^第.条 /.test(text))).toHaveLength(6);
		expect(texts(law, 'list-item')).toEqual([
			'（一）政府主导、公众参与；',
			'（二）因地制宜、节约用水；',
			'（三）建管并重、生态优先。'
		]);
	});
	it('leaves out the list of chapters, and says so', () => {
		expect(law.removed).toEqual(['目　录', '第一章　总则', '第二章　规划与建设', '第三章　附则']);
	});
});

describe('a notice', () => {
	const notice = compiled(samples.NOTICE);

	it('is named by its own title, not by the letterhead', () => {
		expect(notice.articles.map(({ title }) => title)).toEqual([
			'清河市总工会关于开展2024年职工读书活动的通知'
		]);
		expect(notice.removed).toEqual(expect.arrayContaining(['清河市总工会文件', '清工发〔2024〕15号']));
	});
	it('finds the headings, and no heading in the list of annexes', () => {
		expect(headings(notice)).toEqual(['1 一、活动时间', '1 二、活动内容', '1 三、工作要求']);
	});
	it('leaves run-in leads in their paragraphs', () => {
		expect(texts(notice)).toContain('（二）建设职工书屋。年内新建职工书屋20家，配送图书2万册。');
	});
	it('knows signature and date for what they are', () => {
		expect(texts(notice, 'attribution')).toEqual(['清河市总工会', '2024年3月18日']);
	});
});

describe('a handbook', () => {
	const handbook = compiled(samples.HANDBOOK);

	it('takes the contents as contents and numbered questions as headings', () => {
		expect(headings(handbook)).toEqual([
			'1 一、劳动合同',
			'2 1.什么时候应当订立书面劳动合同？',
			'2 2.用人单位可以收取押金吗？',
			'1 二、工资与工时',
			'1 三、社会保险',
			'2 （1）养老保险',
			'2 （2）工伤保险'
		]);
	});
	it('removes page numbers', () => {
		expect(handbook.removed.filter((line) => /^- \d -$/.test(line))).toHaveLength(3);
	});
});

describe('a newsletter', () => {
	const newsletter = compiled(samples.NEWSLETTER);

	it('finds the articles with subtitle and authors', () => {
		expect(newsletter.articles.map(({ title, author }) => [title, author])).toEqual([
			['市总工会召开三季度工作推进会', undefined],
			['小小驿站暖人心——东湖市户外劳动者服务站点建设纪实', '何田、方小雨'],
			['一把焊枪写春秋', '钱一鸣']
		]);
		expect(newsletter.title).toBe('职工之声 2023年第5期');
	});
	it('goes on with a sentence behind a running head', () => {
		expect(texts(newsletter)[2]).toMatch(/一边给手机充电一边说。$/);
	});
	it('lets no masthead, running head or imprint into the text', () => {
		const text = everything({ ...newsletter, removed: [] });
		for (const furniture of ['第5期', '职工之声', '邮编', '@', '湖滨路', '导读'])
			expect(text).not.toContain(furniture);
		expect(texts(newsletter, 'caption')).toEqual(['下图：职工在驿站休息。何田 摄']);
	});
});

describe('a column with an empty line after every line', () => {
	const column = compiled(samples.COLUMN);

	it('is whole again', () => {
		expect(texts(column)).toEqual([
			'二是抓好职工书屋建设。全年新建书屋18家，配送图书2.6万册，开展“书香润企业 阅读伴成长”活动40余场，参加的职工超过9000人次。',
			'三是办好职工运动会。赛事历时两个月，设篮球、拔河等八个项目，共有62支队伍报名。',
			'今年以来，各级工会走访企业330家，收集意见建议1200多条，逐项建立台账，办结率达到96.5%。',
			'一是做实走访慰问。春节前后筹集资金450万元，慰问困难职工2100户。'
		]);
	});
	it('joins a heading that breaks over two lines', () => {
		expect(headings(column)).toEqual(['1 （三）坚持把服务送到一线，不断提升职工的获得感。']);
	});
});

describe('a report in English', () => {
	const report = compiled(samples.REPORT_IN_ENGLISH);

	it('is told from Chinese and has its numbered headings', () => {
		expect(report.language).toBe('en');
		expect(report.articles.map(({ title }) => title)).toEqual(['ANNUAL SAFETY REPORT 2023']);
		expect(headings(report)).toEqual([
			'1 1. Introduction',
			'1 2. Training',
			'2 2.1 Courses held',
			'1 3. Outlook'
		]);
	});
	it('undoes hyphenation but not compounds', () => {
		const text = texts(report).join('\n');
		expect(text).toContain('the number of reported accidents');
		expect(text).toContain('inspection and long-term health');
		expect(texts(report, 'list-item')).toHaveLength(2);
	});
});

describe('Markdown', () => {
	const course = compiled(samples.MARKDOWN);

	it('trusts levels that nest', () => {
		expect(headings(course)).toEqual([
			'1 第一单元 基本概念',
			'2 1.1突发事件的分类',
			'2 1.2响应等级',
			'1 第二单元 处置流程'
		]);
	});
	it('keeps list items and table rows apart and takes the marks off', () => {
		expect(texts(course, 'list-item')).toEqual(['自然灾害', '事故灾难', '1. 接警', '2. 研判', '3. 启动预案']);
		expect(texts(course, 'table')).toEqual([
			'等级\t颜色\t启动机关',
			'一级\t红色\t国务院',
			'二级\t橙色\t省级人民政府'
		]);
		expect(texts(course)).toContain(
			'应急管理是指政府及其有关机构在突发事件的事前预防、事发应对和善后恢复过程中的活动。'
		);
		expect(texts(course).join('')).toContain('report_2023_final.docx');
	});
	it('joins a numbered heading that two hash lines break', () => {
		const text =
			'# 工作报告\n\n#### 一、坚持以人为本，在服务中\n\n## 不断提升水平\n\n一年来，各项工作取得了新的进展。\n\n## 二、存在的问题\n\n工作中还有不少困难。\n';
		expect(headings(compiled(text))).toEqual([
			'1 一、坚持以人为本，在服务中不断提升水平',
			'1 二、存在的问题'
		]);
	});
});

describe('damaging a clean text again', () => {
	it.each([
		['without empty lines', '\n', '　　'],
		['with an empty line after every line', '\n\n', '　　'],
		['with empty lines between paragraphs only', '\n', '']
	])('gives its paragraphs back: %s', (_name, lineEnd, indent) => {
		fc.assert(
			fc.property(fc.integer({ min: 24, max: 90 }), (width) => {
				const paragraphEnd = lineEnd === '\n' && indent === '' ? '\n\n' : lineEnd;
				const damaged = samples.PLAIN_PARAGRAPHS.map((text) => wrap(indent + text, width, lineEnd)).join(
					paragraphEnd
				);
				expect(texts(compiled(damaged))).toEqual(samples.PLAIN_PARAGRAPHS);
			})
		);
	});
});

describe('what looks like furniture and is none', () => {
	it('a formula that fills the same line many times is text', () => {
		const sentence = '各部门要把安全生产放在首位，落实主体责任，2023年投入资金1.5亿元，覆盖3000余人。';
		const document = compiled(sentence.repeat(60).replace(/(.{20})/g, '$1\n'));
		expect(document.removed).toEqual([]);
		expect(letters(everything(document))).toEqual(letters(sentence.repeat(60)));
	});
	it('a year, an amount and a number at the end of a line are text', () => {
		const text = `${samples.PLAIN_PARAGRAPHS[0]}\n\n车站建于\n1998\n年，距今已有二十多年。`;
		expect(compiled(text).removed).toEqual([]);
	});
	it('the name of a column over several articles is no article', () => {
		const [first = '', second = ''] = samples.PLAIN_PARAGRAPHS;
		const text = `镇上新闻\n\n老车站重新开门\n\n${first}（本报记者 何田）\n\n修缮记\n——一座车站的八个月\n\n${second}\n`;
		const document = compiled(text);
		expect(document.articles.map(({ title }) => title)).toEqual([
			'老车站重新开门',
			'修缮记——一座车站的八个月'
		]);
		expect(document.removed).toEqual(['镇上新闻']);
		expect(texts(document, 'attribution')).toEqual(['（本报记者 何田）']);
	});
});

describe('whatever it reads, repair', () => {
	const pieces = fc.constantFrom(
		...Object.values(samples).flatMap((sample) => (typeof sample === 'string' ? sample.split('\n') : sample)),
		'',
		'“',
		'12',
		'—— ——',
		'。',
		'一、',
		'（一）',
		'……5',
		'□ 王 平'
	);

	it('loses no letter but white space and what it lists as removed', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('\n', '\n\n'), (lines, lineEnd) => {
				// Bullets, hyphens and the marks of Markdown are the declared exceptions.
				const text = lines.map((line) => line.replace(/^\s*[-*>#|`].*|[*_[\]`|#]|-$/g, '')).join(lineEnd);
				fc.pre(/\S/.test(text));
				expect(letters(everything(compiled(text)))).toEqual(letters(text));
			}),
			{ numRuns: 300 }
		);
	});
	it('answers the same text with the same document', () => {
		fc.assert(
			fc.property(fc.array(pieces, { minLength: 1, maxLength: 40 }), (lines) => {
				const text = `${lines.join('\n')}字`;
				expect(compiled(text)).toEqual(compiled(text));
			})
		);
	});
	it('gives a paragraph the same id in another file', () => {
		const first = compiled(samples.PLAIN_PARAGRAPHS.join('\n\n'), 'first.txt');
		const second = compiled(`序言。\n\n${samples.PLAIN_PARAGRAPHS.join('\n\n')}`, 'second.txt');
		const ids = new Set(
			second.articles.flatMap(({ sections }) => sections.flatMap((one) => one.paragraphs.map(({ id }) => id)))
		);
		for (const { sections } of first.articles) {
			for (const { paragraphs } of sections) for (const { id } of paragraphs) expect(ids).toContain(id);
		}
	});
});

/** Breaks a text as a printer would: never before a mark that cannot start a line, never within a number. */
function wrap(text: string, width: number, lineEnd: string): string {
	const units = text.match(/[“‘（《]*(?:[\dA-Za-z.%]+|.)[，。；：、！？”’）》]*/gu) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const unit of units) {
		if (line !== '' && displayWidth(line) + displayWidth(unit) > width) {
			lines.push(line);
			line = '';
		}
		line += unit;
	}
	return [...lines, line].join(lineEnd);
}
