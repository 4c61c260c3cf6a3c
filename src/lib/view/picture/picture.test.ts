import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureSvg, type Signed, type Told } from './picture.ts';

const told: Told = {
	kind: '限时答题',
	title: '产业工人队伍建设改革五年',
	seal: { lines: ['成绩', '合格'], tone: 'seal' },
	figure: { value: '92.5', unit: '/ 100' },
	facts: ['答对 18 / 20 题', '用时 11 分 08 秒'],
	day: '2026年11月21日'
};
const signed: Signed = {
	name: '张＊',
	organisation: '示例市总工会',
	join: { address: 'http://192.0.2.7:3000/join/7KXM29QD', words: '扫码加入' },
	brand: '赛学'
};

const TAG = /<\/?[a-z]+(?: [A-Za-z:-]+="[^"<&]*")*\/?>/g;
const ENTITY = /&(?:amp|lt|gt|quot);/g;

/** What the tags leave over: the texts of the picture, lines as they were broken. */
function textsOf(svg: string): string {
	return svg.replace(TAG, '\n');
}
const bare = (text: string) => text.replace(/\s+/g, '');

describe('a picture', () => {
	it('says all that it was told, and who and where', () => {
		const said = bare(textsOf(pictureSvg(told, signed, 'zh-CN')));
		for (const words of [
			told.kind,
			told.title,
			...told.seal.lines,
			'92.5/100',
			...told.facts,
			told.day,
			'张＊',
			'示例市总工会',
			'扫码加入',
			'赛学'
		])
			expect(said).toContain(bare(words));
	});

	it('leaves out what is not to be on it', () => {
		const svg = pictureSvg(told, { brand: '赛学' }, 'zh-CN');
		expect(textsOf(svg)).not.toMatch(/张|总工会|扫码/);
		expect(svg).not.toContain('crispEdges');
	});

	it('is 1080 × 1440, needs nothing from outside, and is the same each time', () => {
		const svg = pictureSvg(told, signed, 'zh-CN');
		expect(svg).toMatch(/^<svg [^>]*width="1080" height="1440" viewBox="0 0 1080 1440"/);
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|href|@import|<image/);
		expect(pictureSvg(told, signed, 'zh-CN')).toBe(svg);
	});

	it('draws a square for each question and a stroke for each time', () => {
		const squares = pictureSvg(
			{ ...told, drawn: { type: 'answers', verdicts: ['right', 'wrong', 'partly', 'ungraded'] } },
			signed,
			'zh-CN'
		);
		expect(squares.match(/rx="8\.6/g)).toHaveLength(4);
		const seven = pictureSvg({ ...told, drawn: { type: 'strokes', count: 7 } }, { brand: '' }, 'zh-CN');
		expect(seven.match(/stroke="#b92720"\/>/g)).toHaveLength(7);
		expect(seven.match(/stroke="#e5dece"\/>/g)).toHaveLength(3);
	});

	it('is well-formed whatever a title, a name or an organisation holds', () => {
		const nasty = fc.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
			fc.string({
				unit: fc.constantFrom('<', '&', '"', ']]>', '\u0000', '\ud800', '\u202e', '工', '\n'),
				maxLength: 40
			})
		);
		fc.assert(
			fc.property(nasty, nasty, nasty, fc.nat({ max: 300 }), (title, name, organisation, count) => {
				const verdicts = Array.from({ length: count }, () => 'right' as const);
				const svg = pictureSvg(
					{ ...told, title, drawn: { type: 'answers', verdicts } },
					{ ...signed, name, organisation },
					'zh-CN'
				);
				const left = textsOf(svg).replace(ENTITY, '');
				expect(left).not.toMatch(/[<>&"]/);
				expect(left).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
				expect(svg).not.toContain('NaN');
			}),
			{ numRuns: 40 }
		);
	});
});
