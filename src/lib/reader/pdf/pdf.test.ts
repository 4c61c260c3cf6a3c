import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../cli/open-pdf.ts';
import { pdfOf, setInLines, type Placed } from '../../../../tests/support/documents.ts';
import { compileDocument } from '../../document/compile.ts';
import type { Document } from '../../document/document.ts';
import type { RawLine } from '../../document/raw.ts';
import { readFile } from '../reader.ts';
import { openWith } from './library.ts';
import { MOST_PAGES } from './pdf.ts';

const STATION =
	'山脚下的老车站去年重新开门。候车室里添了书架和热水，值班员说，来往的旅客比从前多了一半，最忙的时候一天要接待四百多人。';
const REPAIR =
	'修缮花了八个月。工人们先把屋顶的木梁一根根编号拆下，送到城里的作坊加固，再按原来的次序装回去；碎掉的瓦片有三千多块，全部照旧样烧制。';
const SQUARE =
	'车站前的小广场也变了样。过去坑洼的泥地铺上了青砖，四周种下十二棵银杏，靠墙的一排长椅是附近小学的孩子们亲手刷的漆，颜色各不相同。';
const FAIR = '如今每逢周末，镇上的人带着自家做的糕点来摆摊，火车进站的铃声一响，孩子们就跑到栏杆边挥手。';

async function linesOf(pages: readonly (readonly Placed[])[]): Promise<RawLine[]> {
	const raw = await readFile(pdfOf(pages), 'a.pdf', { openPdf });
	if (!raw.ok) throw new Error(raw.error.type);
	return raw.value.lines;
}

async function compiled(pages: readonly (readonly Placed[])[]): Promise<Document> {
	const raw = await readFile(pdfOf(pages), 'a.pdf', { openPdf });
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value);
}

function texts(document: Document): string[] {
	return document.articles.flatMap(({ sections }) =>
		sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
	);
}

/** Paragraphs one below the other. */
function stack(paragraphs: readonly string[], x: number, top: number, columns: number): Placed[] {
	const placed: Placed[] = [];
	for (const text of paragraphs) {
		const y = placed.length === 0 ? top : (placed[placed.length - 1]?.y ?? top) + 18;
		placed.push(...setInLines(text, { x, y, columns }));
	}
	return placed;
}

describe('pages of a PDF', () => {
	it('give whole paragraphs; headers, footers and page numbers are listed as removed', async () => {
		const page = (number: number, body: Placed[]): Placed[] => [
			{ x: 230, y: 40, text: '老车站文化丛书', size: 9 },
			...body,
			{ x: 285, y: 810, text: `- ${number} -`, size: 9 }
		];
		const document = await compiled([
			page(1, [
				{ x: 200, y: 100, text: '老车站修缮记', size: 22 },
				{ x: 72, y: 140, text: '一、经过', size: 16 },
				...stack([STATION, REPAIR], 72, 170, 36)
			]),
			page(2, [{ x: 72, y: 80, text: '二、广场', size: 16 }, ...stack([SQUARE, FAIR], 72, 110, 36)]),
			page(3, stack([STATION, FAIR], 72, 80, 36))
		]);
		expect(document.title).toBe('老车站修缮记');
		expect(document.articles[0]?.sections.map(({ heading }) => heading)).toEqual(['一、经过', '二、广场']);
		expect(texts(document)).toEqual([STATION, REPAIR, SQUARE, FAIR, STATION, FAIR]);
		expect(document.removed).toEqual([1, 2, 3].flatMap((number) => ['老车站文化丛书', `- ${number} -`]));
	});

	it('are read column by column, below what stands across both', async () => {
		const document = await compiled([
			[
				{ x: 180, y: 60, text: '两栏的简报与它的横跨标题', size: 20 },
				...stack([STATION, REPAIR], 60, 100, 19),
				...stack([SQUARE, FAIR], 320, 100, 19)
			]
		]);
		expect(texts(document)).toEqual([STATION, REPAIR, SQUARE, FAIR]);
	});

	it('keep a sentence together that goes on in the next column or on the next page', async () => {
		const lines = setInLines(STATION + REPAIR + SQUARE, { x: 60, y: 100, columns: 19 });
		const half = Math.ceil(lines.length / 2);
		const moved = lines.slice(half).map((line, at) => ({ ...line, x: line.x + 260, y: 100 + at * 18 }));
		expect(texts(await compiled([[...lines.slice(0, half), ...moved]]))).toEqual([STATION + REPAIR + SQUARE]);
		const next = lines.slice(half).map((line, at) => ({ ...line, y: 60 + at * 18 }));
		expect(texts(await compiled([lines.slice(0, half), next]))).toEqual([STATION + REPAIR + SQUARE]);
	});

	it('have the columns of other pages where they end early', async () => {
		const first = [...stack([STATION, REPAIR], 60, 100, 19), ...stack([SQUARE, FAIR], 320, 100, 19)];
		const last = [...stack([FAIR, SQUARE], 60, 100, 19), ...stack(['路再远，也有人在等。'], 320, 100, 19)];
		expect(texts(await compiled([first, last])).slice(4)).toEqual([FAIR, SQUARE, '路再远，也有人在等。']);
	});

	it('of a newsletter: its articles under titles across three columns, its name as furniture', async () => {
		const three = (y: number, texts: readonly [string, string, string]): Placed[] =>
			texts.flatMap((text, at) => stack([text], 45 + at * 180, y, 12));
		const document = await compiled([
			[
				{ x: 40, y: 45, text: '镇上的消息', size: 8 },
				{ x: 200, y: 90, text: '慢车到站', size: 30 },
				{ x: 180, y: 120, text: '2023年第5期（总第88期）' },
				{ x: 262, y: 160, text: '老车站开门', size: 15 },
				...three(190, [STATION, REPAIR, SQUARE]),
				{ x: 254, y: 330, text: '周末的集市', size: 15 },
				...three(360, [FAIR, SQUARE, STATION])
			]
		]);
		expect(document.title).toBe('慢车到站 2023年第5期');
		expect(document.articles.map(({ title }) => title)).toEqual(['老车站开门', '周末的集市']);
		expect(texts(document)).toEqual([STATION, REPAIR, SQUARE, FAIR, SQUARE, STATION]);
		expect(document.removed).toEqual(['慢车到站', '2023年第5期（总第88期）', '镇上的消息']);
	});

	it('keep tables as tables, also where cells stand close', async () => {
		const row = (y: number, ...cells: string[]): Placed[] =>
			cells.map((text, at) => ({ x: [100, 160, 240, 278][at] ?? 0, y, text }));
		const lines = await linesOf([
			[
				...stack([STATION], 72, 80, 36),
				...row(200, '序号', '指标', '权重', '评分标准'),
				...row(220, '1', '参赛职工', '30%', '每少一万人次扣两分'),
				...row(240, '2', '站点建设', '40%', '建成42个得满分')
			]
		]);
		expect(lines.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
			'序号\t指标\t权重\t评分标准',
			'1\t参赛职工\t30%\t每少一万人次扣两分',
			'2\t站点建设\t40%\t建成42个得满分'
		]);
	});

	it('keep tables as tables', async () => {
		const row = (y: number, ...cells: string[]): Placed[] =>
			cells.map((text, at) => ({ x: 100 + at * 130, y, text }));
		const lines = await linesOf([
			[
				...stack([STATION], 72, 80, 36),
				...row(200, '等级', '颜色', '启动机关'),
				...row(220, '一级', '红色', '国务院'),
				...row(240, '二级', '橙色', '省级人民政府')
			]
		]);
		expect(lines.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
			'等级\t颜色\t启动机关',
			'一级\t红色\t国务院',
			'二级\t橙色\t省级人民政府'
		]);
	});

	it('in English keep words apart and undo hyphens', async () => {
		const lines = [
			'The association represents 12,400 members in eleven ports. The num-',
			'ber of reported accidents fell by 18 per cent, the lowest since records',
			'began. This report describes what was done and what it cost.'
		];
		const document = await compiled([
			[
				{ x: 72, y: 80, text: 'Annual Safety Report', size: 20 },
				...lines.map((text, at) => ({ x: 72, y: 120 + at * 16, text }))
			]
		]);
		expect(document.title).toBe('Annual Safety Report');
		expect(texts(document)[0]).toMatch(
			/eleven ports\. The number of reported accidents .* since records began\./
		);
	});

	it('have radicals mapped back to ideographs, and nothing else changed', async () => {
		const [line] = await linesOf([
			[{ x: 72, y: 80, text: '⽼⻋站（①）：全⾓！' }, ...stack([STATION], 72, 120, 36)]
		]);
		expect(line?.text).toBe('老车站（①）：全角！');
	});

	it('lose stamps across the page, and printed twice is read once', async () => {
		const lines = await linesOf([
			[
				...stack([STATION], 72, 80, 36),
				...stack([STATION], 72.3, 80, 36),
				{ x: 200, y: 500, text: '内部资料', size: 48, turn: 45 }
			]
		]);
		expect(lines.filter(({ scaffolding }) => scaffolding).map(({ text }) => text)).toEqual(['内部资料']);
		expect(
			lines
				.filter(({ scaffolding, text }) => !scaffolding && text !== '')
				.map(({ text }) => text.trim())
				.join('')
		).toBe(STATION);
	});

	it('set sideways are turned', async () => {
		const upright = stack([STATION], 72, 80, 36);
		const sideways = upright.map(({ x, y, text }) => ({ x: y, y: 842 - x, text, turn: 90 }));
		expect(texts(await compiled([sideways]))).toEqual([STATION]);
	});
});

describe('what no text comes out of', () => {
	it.each([
		['no page', pdfOf([]), { type: 'Scanned', pages: 0 }],
		['pages of pictures', pdfOf([[], [], []]), { type: 'Scanned', pages: 3 }],
		[
			'too many pages',
			pdfOf(Array.from({ length: MOST_PAGES + 1 }, () => [])),
			{ type: 'TooManyPages', pages: MOST_PAGES + 1, limit: MOST_PAGES }
		],
		['only its first line', new TextEncoder().encode('%PDF-1.7\n'), { type: 'BrokenFile' }],
		['a password', locked(), { type: 'LockedFile' }]
	])('%s: refused with its reason', async (_name, bytes, error) => {
		expect(await readFile(bytes, 'a.pdf', { openPdf })).toEqual({ ok: false, error });
	});

	it('a library that cannot be fetched is said to be missing', async () => {
		const openNone = openWith({
			load: () => Promise.reject(new Error('offline')),
			readCharacterMap: () => Promise.reject(new Error('offline'))
		});
		const result = await readFile(pdfOf([[]]), 'a.pdf', { openPdf: openNone });
		expect(result).toEqual({ ok: false, error: { type: 'ReaderMissing' } });
	});

	it('so are tables of characters that the file asks for; without them text would be lost', async () => {
		const openWithoutMaps = openWith({
			load: async () => import('pdfjs-dist/legacy/build/pdf.min.mjs'),
			readCharacterMap: () => Promise.reject(new Error('offline'))
		});
		const chinese = pdfOf([stack([STATION], 72, 80, 36)]);
		const result = await readFile(chinese, 'a.pdf', { openPdf: openWithoutMaps });
		expect(result).toEqual({ ok: false, error: { type: 'ReaderMissing' } });
	});

	it('a page that unpacks to hundreds of megabytes is refused before it is unpacked', async () => {
		const bomb = pdfOf([stack([STATION], 72, 80, 36)], {
			packed: true,
			content: ' '.repeat(160 * 1024 * 1024)
		});
		expect(bomb.length).toBeLessThan(1_000_000);
		expect(await readFile(bomb, 'a.pdf', { openPdf })).toEqual({
			ok: false,
			error: { type: 'UnpacksTooLarge' }
		});
	}, 60_000);
});

describe('hostile PDFs', () => {
	it('a thousand pages are read', async () => {
		const pages = Array.from({ length: 1_000 }, (_none, number) => {
			const name = Array.from(String(number), (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
			return stack([`${name}站。${STATION}`, REPAIR, SQUARE, FAIR], 72, 140, 36);
		});
		const document = await compiled(pages);
		expect(texts(document).filter((text) => text === REPAIR)).toHaveLength(1_000);
	}, 120_000);

	it('with bytes turned over here and there are read or refused, never an exception', async () => {
		const whole = pdfOf([stack([STATION, REPAIR], 72, 80, 36)]);
		for (let cut = 9; cut < whole.length; cut += 131) {
			const torn = whole.slice();
			torn[cut] = (torn[cut] ?? 0) ^ 0x15;
			for (const bytes of [torn, whole.slice(0, cut)]) {
				const result = await readFile(bytes, 'a.pdf', { openPdf });
				if (result.ok) expect(result.value.form).toBe('pdf');
				else expect(['BrokenFile', 'Scanned', 'LockedFile']).toContain(result.error.type);
			}
		}
	}, 120_000);

	it('the same bytes are the same lines again', async () => {
		const pages = [stack([STATION, REPAIR], 72, 80, 36)];
		expect(await linesOf(pages)).toEqual(await linesOf(pages));
	});
});

/** A file that says it is encrypted with a password that nobody gave. */
function locked(): Uint8Array {
	const text = new TextDecoder('latin1').decode(pdfOf([[{ x: 72, y: 80, text: 'secret' }]]));
	const zeros = '00'.repeat(32);
	const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${zeros}>/U<${zeros}>>>/ID[<00><00>]`;
	return Uint8Array.from(text.replace('/Root 1 0 R', `/Root 1 0 R${encrypt}`), (char) => char.charCodeAt(0));
}
