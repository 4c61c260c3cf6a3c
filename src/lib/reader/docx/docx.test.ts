import { describe, expect, it } from 'vitest';
import { docxOf, paragraph, styled, WORD, zipBombOf, zipped } from '../../../../tests/support/documents.ts';
import { compileDocument } from '../../document/compile.ts';
import type { RawLine } from '../../document/raw.ts';
import { readBytes } from '../reader.ts';

const STYLES = `<w:styles ${WORD}>
	<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
	<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
	<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
	<w:style w:type="paragraph" w:styleId="own"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>
	<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
	<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
	<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
</w:styles>`;

const NUMBERING = `<w:numbering ${WORD}>
	<w:abstractNum w:abstractNumId="0">
		<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
		<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
	</w:abstractNum>
	<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
	<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>
	<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
	<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
	<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride></w:num>
</w:numbering>`;

const numbered = (text: string, list: number, level = 0) =>
	paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

function linesOf(body: string, parts: Record<string, string> = {}): RawLine[] {
	const raw = readBytes(
		docxOf(body, { 'word/styles.xml': STYLES, 'word/numbering.xml': NUMBERING, ...parts }),
		'a.docx'
	);
	if (!raw.ok) throw new Error(raw.error.type);
	return raw.value.lines;
}

function shown(body: string, parts: Record<string, string> = {}): unknown[] {
	return linesOf(body, parts)
		.filter(({ scaffolding }) => !scaffolding)
		.map(({ text, heading, kind }) => {
			const what = heading ?? kind;
			return what === undefined ? text : [text, what];
		});
}

describe('the text of a Word file', () => {
	it('has headings by style, by the style it is based on, by outline level', () => {
		expect(
			shown(
				styled('第一章', '1') +
					styled('第一节', '2') +
					styled('第二章', 'own') +
					paragraph('小标题', '<w:outlineLvl w:val="2"/>') +
					paragraph('正文。', '<w:outlineLvl w:val="9"/>')
			)
		).toEqual([['第一章', 1], ['第一节', 2], ['第二章', 1], ['小标题', 3], '正文。']);
	});

	it('a title stands over the headings of the first level', () => {
		expect(shown(styled('工作报告', 't') + styled('一、成绩', '1') + styled('二、打算', '1'))).toEqual([
			['工作报告', 1],
			['一、成绩', 2],
			['二、打算', 2]
		]);
	});

	it('has the numbers that the program counts, and bullets without their sign', () => {
		expect(
			shown(
				numbered('成绩', 1) +
					numbered('走访', 1, 1) +
					numbered('办结', 1, 1) +
					numbered('打算', 1) +
					numbered('走访', 1, 1) +
					numbered('书架', 2) +
					numbered('施行', 3) +
					numbered('解释', 3)
			)
		).toEqual([
			'一、成绩',
			'1.1 走访',
			'1.2 办结',
			'二、打算',
			'2.1 走访',
			['书架', 'list-item'],
			'第十二条\u3000施行',
			'第十三条\u3000解释'
		]);
	});

	it('has tables row by row and the cells of a layout one after another', () => {
		const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`;
		const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
		expect(
			shown(`<w:tbl>${row('项目', '万元')}${row('木梁', '12.5')}</w:tbl>${paragraph('后文。')}`)
		).toEqual([['项目\t万元', 'table'], ['木梁\t12.5', 'table'], '后文。']);
		expect(shown(`<w:tbl>${row('长'.repeat(400), '旁')}${row('下', '右')}</w:tbl>`)).toEqual([
			'长'.repeat(400),
			'旁',
			'下',
			'右'
		]);
	});

	it('has notes behind their paragraph, captions as such, the contents with their pages', () => {
		const notes = `<w:footnotes ${WORD}><w:footnote w:id="0" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('据统计年鉴。')}</w:footnote></w:footnotes>`;
		const body =
			`<w:p><w:pPr><w:pStyle w:val="toc"/></w:pPr><w:r><w:t>一、成绩</w:t><w:tab/><w:t>3</w:t></w:r></w:p>` +
			'<w:p><w:r><w:t>全年330家</w:t><w:footnoteReference w:id="2"/><w:t>。</w:t></w:r></w:p>' +
			styled('图1 车站', 'c');
		expect(shown(body, { 'word/footnotes.xml': notes })).toEqual([
			'一、成绩 …… 3',
			'全年330家。',
			['[1] 据统计年鉴。', 'caption'],
			['图1 车站', 'caption']
		]);
	});

	it('has text boxes once, after the paragraph they hang on', () => {
		const box = (tag: string, text: string) =>
			`<${tag}><w:txbxContent>${paragraph(text)}</w:txbxContent></${tag}>`;
		const body = `<w:p><w:r><w:t>正文</w:t><mc:AlternateContent>${box('mc:Choice', '框里')}${box('mc:Fallback', '框里')}</mc:AlternateContent><w:t>继续。</w:t></w:r></w:p>`;
		expect(shown(body)).toEqual(['框里', '正文继续。']);
	});
});

describe('what is no text of a Word file', () => {
	it('headers, footers, deleted and hidden words are listed as removed, moved ones stand where they went', () => {
		const body =
			'<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>添上</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
		const lines = linesOf(body, {
			'word/header1.xml': `<w:hdr ${WORD}>${paragraph('内部资料')}</w:hdr>`,
			'word/header2.xml': `<w:hdr ${WORD}>${paragraph('内部资料')}</w:hdr>`,
			'word/footer1.xml': `<w:ftr ${WORD}>${paragraph('第 1 页')}</w:ftr>`
		});
		expect(lines).toEqual([
			{ text: '留下添上', opens: true },
			{ text: '内部资料', scaffolding: true },
			{ text: '第 1 页', scaffolding: true },
			{ text: '删去', scaffolding: true },
			{ text: '暗', scaffolding: true }
		]);
	});

	it('what the file links to is not asked for', () => {
		const relations =
			'<Relationships><Relationship Id="r1" Type="image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>';
		const body = `${paragraph('正文。')}<w:altChunk r:id="r1"/><w:p><w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p>`;
		expect(shown(body, { 'word/_rels/document.xml.rels': relations })).toEqual(['正文。', '']);
	});
});

describe('a Word file compiled', () => {
	it('keeps paragraphs whole and apart, and has its outline', () => {
		const body =
			styled('关于加强管理的通知', 't') +
			styled('一、总体要求', '1') +
			paragraph('坚持预防为主') +
			paragraph('落实责任') +
			styled('二、主要任务', '1') +
			paragraph('全年走访企业330家，办结率达到96.5%。');
		const raw = readBytes(docxOf(body, { 'word/styles.xml': STYLES }), '通知.docx');
		const document = raw.ok ? compileDocument(raw.value) : undefined;
		expect(document?.articles.map(({ title }) => title)).toEqual(['关于加强管理的通知']);
		expect(
			document?.articles[0]?.sections.map(({ heading, paragraphs }) => [
				heading,
				paragraphs.map(({ text }) => text)
			])
		).toEqual([
			['一、总体要求', ['坚持预防为主', '落实责任']],
			['二、主要任务', ['全年走访企业330家，办结率达到96.5%。']]
		]);
	});
});

describe('hostile Word files', () => {
	it('one that unpacks to four gigabytes is refused before it is unpacked', () => {
		const bomb = zipBombOf('word/document.xml', 4_096);
		expect(bomb.length).toBeLessThan(5_000_000);
		expect(readBytes(bomb, 'a.docx')).toEqual({ ok: false, error: { type: 'UnpacksTooLarge' } });
	}, 30_000);

	it('declared entities are refused, not expanded', () => {
		const lol = `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
		const body = zipped({
			'word/document.xml': `${lol}<w:document ${WORD}><w:body>${paragraph('&b;')}</w:body></w:document>`
		});
		expect(readBytes(body, 'a.docx')).toEqual({ ok: false, error: { type: 'BrokenFile' } });
	});

	it('broken archives and parts are refused or read, never an exception', () => {
		const whole = docxOf(paragraph('正文正文正文。').repeat(50));
		for (let cut = 30; cut < whole.length; cut += 7) {
			const torn = whole.slice();
			torn[cut] = (torn[cut] ?? 0) ^ 0xff;
			for (const bytes of [torn, whole.slice(0, cut)]) {
				const result = readBytes(bytes, 'a.docx');
				if (result.ok) expect(result.value.lines).toBeInstanceOf(Array);
			}
		}
	});

	it('a hundred thousand nested elements are read in linear time', () => {
		const deep = '<w:sdt><w:sdtContent>'.repeat(50_000) + paragraph('深处的正文。');
		expect(shown(deep)).toEqual(['深处的正文。']);
	}, 10_000);

	it('a number for every paragraph stays a number', () => {
		expect(shown(numbered('甲', 1, 8) + numbered('乙', 99) + numbered('丙', 1))).toEqual([
			'甲',
			'乙',
			'一、丙'
		]);
	});
});
