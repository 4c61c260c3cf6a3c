import { describe, expect, it } from 'vitest';
import { compileDocument } from './compile.ts';
import type { Document } from './document.ts';

function compiled(text: string): Document {
	return compileDocument({
		file: 'a.txt',
		form: 'plain',
		encoding: 'text',
		lines: text.split('\n').map((line) => ({ text: line }))
	});
}

function texts(document: Document, kind?: string): string[] {
	return document.articles.flatMap(({ sections }) =>
		sections.flatMap(({ paragraphs }) =>
			paragraphs.filter((paragraph) => paragraph.kind === kind).map(({ text }) => text)
		)
	);
}

const INDENT = '\u3000\u3000';
const FIRST = '合作社去年收了四百吨梨，卖到了十一个县。';
const SECOND = '今年新栽梨树两千棵，三年以后挂果。';

describe('what a page carries besides its text', () => {
	it.each([
		'－1－',
		'— 12 —',
		'- 3 -',
		'·15·',
		'第 3 页 共 10 页',
		'第三页',
		'共10页 第3页',
		'[4]',
		'- iv -',
		'Page 3 of 10'
	])('%s is a page number', (number) => {
		const document = compiled(`梨园纪事\n\n${FIRST}\n\n${number}\n\n${SECOND}\n`);
		expect(texts(document)).toEqual([FIRST, SECOND]);
		expect(document.removed).toEqual([number]);
	});

	it('small Roman numerals that rise are page numbers', () => {
		const document = compiled(`梨园纪事\n\n${FIRST}\n\ni\n\n${SECOND}\n\nii\n`);
		expect(document.removed).toEqual(['i', 'ii']);
	});

	it('number, version and day of issue over a title are the paper’s own', () => {
		const head = ['Document no. OP-12', 'Version 2.1', 'Issue date: 3 March 2025'];
		const document = compiled(
			`${head.join('\n\n')}\n\nOrchard Rules\n\nEvery tree is pruned once a year in February.\n`
		);
		expect(document.removed).toEqual(head);
		expect(document.articles[0]?.title).toBe('Orchard Rules');
	});

	it('a head with the words of the title, once beside a page number', () => {
		const document = compiled(
			`Orchard Rules for Members and Guests\n\nEvery tree is pruned once a year in February.\n\nPage 1 of 2\n\nOrchard Rules for Members\n\nLadders are kept in the shed behind the press.\n`
		);
		expect(document.removed).toEqual(['Page 1 of 2', 'Orchard Rules for Members']);
	});
});

describe('notes at the foot of a page', () => {
	it('stand apart, and the sentence goes on behind them', () => {
		const document = compiled(
			`梨园纪事\n\n${INDENT}合作社在北坡建了三座冷库，能存八百吨梨，\n从十月一直卖到第二年\n①冷库：指温度保持在零度上下的仓库。\n四月，价钱比秋天高出一半。\n${INDENT}今年还要再建一座，由村民自己出工。\n`
		);
		expect(texts(document, 'caption')).toEqual(['①冷库：指温度保持在零度上下的仓库。']);
		expect(texts(document)[0]).toContain('第二年四月，');
	});
});

describe('clauses and annexes', () => {
	it('(a) and (b) are items of a list', () => {
		const document = compiled(
			`Orchard Rules\n\nThe following are paid:\n(a) pruning: 20 crowns a tree;\n(b) picking: 3 crowns a basket.\nThe treasurer pays on Fridays in the office.\n`
		);
		expect(texts(document, 'list-item')).toEqual([
			'(a) pruning: 20 crowns a tree;',
			'(b) picking: 3 crowns a basket.'
		]);
	});

	it('附件1 over a title opens an article', () => {
		const document = compiled(
			`关于修剪梨树的通知\n\n各生产小组：\n\n现将修剪安排印发给你们，请照此执行，有问题及时报告。\n\n梨园合作社\n\n2024年2月1日\n\n附件1\n\n各组修剪地块表\n\n第一组负责北坡，第二组负责南坡，第三组负责河边的老树。\n`
		);
		expect(document.articles.map(({ title }) => title)).toEqual(['关于修剪梨树的通知', '各组修剪地块表']);
	});
});

describe('tables of contents and lists as real papers set them', () => {
	it('contents with nothing but a blank before the page', () => {
		const document = compiled(
			`Orchard Agreement\n\nTABLE OF CONTENTS\nPreamble 3\nARTICLE 1. Trees 3\nARTICLE 2. Ladders 4\n\nPREAMBLE\nThis agreement binds all members of the orchard.\n\nARTICLE 1. Trees\nEvery tree is pruned once a year in February.\n\nARTICLE 2. Ladders\nLadders are kept in the shed behind the press.\n`
		);
		const headings = document.articles.flatMap(({ sections }) => sections.map(({ heading }) => heading));
		expect(headings.filter((heading) => heading !== '')).toEqual([
			'PREAMBLE',
			'ARTICLE 1. Trees',
			'ARTICLE 2. Ladders'
		]);
	});

	it('a long （一） over short items is an item', () => {
		const long =
			'（一）在北坡修好两条水渠，把山泉引到最高的那一片梨园，天旱的时候也能浇上水，不必再用肩膀一担一担地往山上挑，老人也轻松了许多；';
		const document = compiled(
			`梨园纪事\n\n今年做成了三件事：\n${long}\n（二）种下三千棵树；\n（三）盖起一座仓库。\n`
		);
		expect(texts(document, 'list-item')[0]).toBe(long);
		expect(texts(document, 'list-item')).toHaveLength(3);
	});

	it('the line of a web page under its title', () => {
		const line = '来源：梨园网 | 作者：佚名 | 发布时间：2024-02-01 | 52次浏览';
		const document = compiled(`梨园纪事\n\n${line}\n\n${FIRST}\n\n${SECOND}\n`);
		expect(document.removed).toEqual([line]);
	});
});
