import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../document/compile.ts';
import type { Document } from '../../document/document.ts';
import { readBytes } from '../reader.ts';
import { readHtml } from './html.ts';

const LONG =
	'候车室里添了书架和热水，值班员说，来往的旅客比从前多了一半，最忙的时候一天要接待四百多人，站前的空地上也有了长椅。';

function linesOf(html: string): [string, ...unknown[]][] {
	return readHtml(html)
		.lines.filter(({ scaffolding }) => !scaffolding)
		.map(({ text, heading, kind }) => [
			text,
			...(heading === undefined ? [] : [heading]),
			...(kind === undefined ? [] : [kind])
		]);
}

function removedFrom(html: string): string[] {
	return readHtml(html)
		.lines.filter(({ scaffolding }) => scaffolding)
		.map(({ text }) => text);
}

function compiled(html: string, file = 'page.html'): Document {
	const raw = readBytes(new TextEncoder().encode(html), file);
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value);
}

describe('the text of a page', () => {
	it('has paragraphs, headings, lists, tables, captions and code', () => {
		expect(
			linesOf(`<h1>车站<br>修缮记</h1><p>第一段，<b>粗</b><i>斜</i>体
				不断行。<p>没有结束标记的一段。
				<ul><li>书架<li>热水</ul><ol start=3><li>拆下木梁</li><li value="7">加固</li></ol>
				<table><caption>表1 费用</caption><tr><th>项目<th>万元<tr><td>木梁<td>12.5</table>
				<figure><img alt="x"><figcaption>修好的候车室</figcaption></figure>
				<blockquote>路再远，也有人在等。</blockquote><pre>a  b
  c</pre>`)
		).toEqual([
			['车站 修缮记', 1],
			['第一段，粗斜体 不断行。'],
			['没有结束标记的一段。'],
			['书架', 'list-item'],
			['热水', 'list-item'],
			['3. 拆下木梁', 'list-item'],
			['7. 加固', 'list-item'],
			['表1 费用', 'caption'],
			['项目\t万元', 'table'],
			['木梁\t12.5', 'table'],
			['修好的候车室', 'caption'],
			['路再远，也有人在等。'],
			['a  b', 'code'],
			['  c', 'code']
		]);
	});

	it('reads entities, named and numbered, and leaves unknown ones as they stand', () => {
		expect(linesOf('<p>&ldquo;A&amp;B&rdquo; &#19968;&#x4e8c;&middot;&unknown; 5 &lt; 6</p>')).toEqual([
			['“A&B” 一二·&unknown; 5 < 6']
		]);
	});

	it('keeps lines that the author broke apart, and powers above the line', () => {
		expect(linesOf('<p>甲<br>乙<br><br>丙 30 m<sup>2</sup></p>')).toEqual([['甲'], ['乙'], ['丙 30 m²']]);
	});

	it('a table that only lays out the page is read cell after cell', () => {
		const html = `<table><tr><td><p>${LONG}</p><p>${LONG}${LONG}${LONG}${LONG}${LONG}${LONG}</p></td><td>旁边</td></tr><tr><td>下面</td></tr></table>`;
		expect(linesOf(html).map(([, kind]) => kind)).not.toContain('table');
		expect(linesOf(html).map(([text]) => text.slice(0, 2))).toEqual(['候车', '候车', '旁边', '下面']);
	});

	it('a stray end tag in a cell does not end what stands around the table', () => {
		expect(linesOf('<div><table><tr><td>甲</div></td><td>乙</tr><tr><td>丙<td>丁</table></div>')).toEqual([
			['甲\t乙', 'table'],
			['丙\t丁', 'table']
		]);
	});
});

describe('what is no text of a page', () => {
	it('goes and is listed: programs, styles, comments, hidden and deleted words', () => {
		const html = `<head><title>标题</title><style>p{}</style></head><!-- 注释 --><p>正文<span style="display:none">暗</span>。</p>
			<p hidden>看不见</p><script>alert("<p>x</p>")</script><noscript>请开启</noscript><p>留<del>删</del>下。</p><template><p>模板</p></template>`;
		expect(linesOf(html)).toEqual([['正文。'], ['留下。']]);
		expect(removedFrom(html)).toEqual([
			'暗',
			'看不见',
			'删',
			'<style> × 1',
			'<!-- --> × 1',
			'<script> × 1',
			'<noscript> × 1',
			'<template> × 1'
		]);
	});

	it('menus, sidebars and footers go, by element, by role and by name; a heading in a header stays', () => {
		const html = `<header><a href="/">站点</a><h1>车站修缮记</h1></header><nav><a href="/a">首页</a></nav>
			<div role="navigation">路径</div><div class="breadcrumb">首页 &gt; 新闻</div>
			<article><h2>经过</h2><p>${LONG}</p><p>${LONG}</p></article><aside>相关</aside><footer>版权所有</footer>`;
		expect(linesOf(html)).toEqual([['车站修缮记', 1], ['经过', 2], [LONG], [LONG]]);
		expect(removedFrom(html)).toEqual(['站点', '首页', '路径', '首页 > 新闻', '相关', '版权所有']);
	});

	it('what stands under the title in a header is subtitle, author and date', () => {
		const html = `<header><h1>车站修缮记</h1><p>——一座车站的八个月</p><p>何田</p></header><p>${LONG}</p>`;
		expect(linesOf(html)).toEqual([['车站修缮记', 1], ['——一座车站的八个月'], ['何田'], [LONG]]);
	});

	it('a page that calls everything a menu is still read', () => {
		expect(linesOf(`<div class="menu"><p>${LONG}</p><p>${LONG}</p></div>`)).toEqual([[LONG], [LONG]]);
	});

	it('so is one that waits for a script to be shown', () => {
		expect(linesOf(`<h1>题</h1><div style="visibility: hidden"><p>${LONG}</p><p>${LONG}</p></div>`)).toEqual([
			['题', 1],
			[LONG],
			[LONG]
		]);
	});

	it('the name of the site, notes on the page and its contents are no text', () => {
		const html = `<div>海河市人民政府</div><h1>关于修缮的通知<a href="#t">¶</a></h1><div>2024-03-18 来源：办公室 【字体：大 中 小】打印</div>
			<ul><li><a href="#a">一、经过</a></li><li><a href="#b">二、费用</a></li></ul><h2 id=a>一、经过</h2><p>${LONG}</p><h2 id=b>二、费用</h2><p>${LONG}</p>`;
		expect(linesOf(html)).toEqual([['关于修缮的通知', 1], ['一、经过', 2], [LONG], ['二、费用', 2], [LONG]]);
		expect(removedFrom(html)).toEqual([
			'海河市人民政府',
			'2024-03-18 来源：办公室 【字体：大 中 小】打印',
			'一、经过',
			'二、费用'
		]);
	});

	it('runs of links are a menu, a table of contents is not', () => {
		const links = (start: string) =>
			['甲', '乙', '丙'].map((name) => `<li><a href="${start}${name}">${name}章</a></li>`).join('');
		expect(linesOf(`<ul>${links('/')}</ul><p>${LONG}</p>`)).toEqual([[LONG]]);
		expect(linesOf(`<ul>${links('#')}</ul><p>${LONG}</p>`)).toHaveLength(4);
	});

	it('references to notes go out of the sentence', () => {
		const html =
			'<p>车站建于1998年<sup class="reference"><a href="#n1">[1]</a></sup>，<sup><a href="#f2">2</a></sup>后来重修。</p>';
		expect(linesOf(html)).toEqual([['车站建于1998年，后来重修。']]);
		expect(removedFrom(html)).toEqual(['[1]2']);
	});
});

describe('a page compiled', () => {
	const html = `<!doctype html><html lang=zh><head><meta charset=utf-8><title>车站修缮记 - 某某网</title></head><body>
		<h1>车站修缮记</h1><p>${LONG}</p><h2>一、经过</h2><p>修缮花了八个月</p><p>${LONG}</p><h2>二、费用</h2><p>${LONG}</p></body></html>`;

	it('has its title, its sections and whole paragraphs', () => {
		const document = compiled(html);
		expect(document.title).toBe('车站修缮记');
		expect(document.articles.map(({ title }) => title)).toEqual(['车站修缮记']);
		expect(
			document.articles[0]?.sections.map(({ heading, paragraphs }) => [
				heading,
				paragraphs.map(({ text }) => text)
			])
		).toEqual([
			['', [LONG]],
			['一、经过', ['修缮花了八个月', LONG]],
			['二、费用', [LONG]]
		]);
	});

	it('without a heading is called by its title', () => {
		expect(compiled(`<title>车站修缮记</title><p>${LONG}</p>`).title).toBe('车站修缮记');
	});

	it('is known by its content, whatever its name', () => {
		expect(compiled(html, 'page.txt')).toMatchObject({ title: '车站修缮记' });
		expect(readBytes(new TextEncoder().encode('甲 < 乙，丙 > 丁。'), 'a.html')).toMatchObject({
			value: { form: 'plain' }
		});
	});

	it('is decoded as it says itself', () => {
		const latin = Uint8Array.from('<html><meta charset="windows-1252"><p>caf\xe9 \x93ol\xe9\x94', (char) =>
			char.charCodeAt(0)
		);
		expect(readBytes(latin, 'a.htm')).toMatchObject({
			value: { encoding: 'windows-1252', lines: [{ text: 'café “olé”' }] }
		});
	});
});

describe('hostile pages', () => {
	it.each([
		['a hundred thousand open elements', '<div>'.repeat(100_000) + LONG],
		[
			'as many and their ends, with strangers between',
			'<div>'.repeat(100_000) + `${LONG}</span>`.repeat(2) + '</div></b>'.repeat(100_000)
		],
		['tables in tables', `<table><tr><td>${'<table><tr><td>'.repeat(20_000)}${LONG}`],
		['lists in lists', '<ul><li>'.repeat(50_000) + LONG],
		['a tag that never ends', `<p>${LONG}</p><p ${'a="b" '.repeat(200_000)}`],
		['a comment that never ends', `<p>${LONG}</p><!--${'- '.repeat(500_000)}`],
		['entities without end', `<p>${LONG}${'&amp'.repeat(200_000)}</p>`],
		['paragraphs in bold in paragraphs', `${'<p><b>'.repeat(50_000)}${LONG}`]
	])(
		'%s: read in linear time',
		(_name, html) => {
			const text = linesOf(html)
				.map(([line]) => line)
				.join('');
			expect(text).toContain(LONG);
		},
		10_000
	);
});
