import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { canonicalJson } from '#lib/base/hash.ts';
import { BuiltInModuleSchema } from './built-in.ts';
import { findByFacts, findCitation } from './citation.ts';
import { publicationFromBuiltIn } from './from-built-in.ts';
import { publicationHash, PublicationSchema, type Publication } from './publication.ts';

const modules = readdirSync('questions')
	.filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
	.map((file) => v.parse(BuiltInModuleSchema, JSON.parse(readFileSync(`questions/${file}`, 'utf8'))));

describe.each(modules)('the built-in course $id', (module) => {
	const publication = publicationFromBuiltIn(module);

	it('is a publication whose text and name are the same wherever it is read', () => {
		const read = v.parse(PublicationSchema, JSON.parse(canonicalJson(publication)));
		expect(publicationHash(read)).toBe(publicationHash(publication));
	});

	it('keeps each fact in its paragraph and sentence', () => {
		const paragraphs = new Map(
			publication.document.articles.flatMap(({ sections }) =>
				sections.flatMap((section) => section.paragraphs.map(({ id, text }) => [id, text] as const))
			)
		);
		expect(publication.facts.length).toBe(module.lessons.flatMap(({ facts }) => facts).length);
		for (const { value, sentence, paragraph } of publication.facts) {
			expect(sentence).toContain(value);
			expect(paragraphs.get(paragraph)).toContain(sentence);
		}
	});

	it('has every lesson’s text and questions', () => {
		const ids = new Set(publication.bank.questions.map(({ id }) => id));
		const lessons = publication.modules.flatMap(({ lessons }) => lessons);
		expect(lessons.map(({ id }) => id)).toEqual(module.lessons.map(({ id }) => id));
		expect(lessons.flatMap(({ questions }) => questions).every((id) => ids.has(id))).toBe(true);
	});
});

describe('a citation', () => {
	const text = (heading: string, paragraphs: string[]) => ({
		id: `s-${heading}`,
		level: 1,
		heading,
		paragraphs: paragraphs.map((one, at) => ({ id: `p-${heading}-${at}`, text: one }))
	});
	const publication = {
		document: {
			articles: [
				{
					id: 'a',
					title: '报告',
					sections: [
						text('一、总体', ['新增 会员 120 万人。全年培训1,500场。']),
						text('二、服务', ['培训了1500场，新增会员120万人；这是第二处。'])
					]
				}
			]
		}
	} as unknown as Publication;

	it('by ids finds paragraph and sentence, also when the section was renamed', () => {
		const source = { document: 'd', article: 'a', section: 'gone', sentence: '全年培训1,500场。' };
		expect(findCitation(publication, source)).toMatchObject({
			paragraph: { id: 'p-一、总体-0' },
			sentence: '全年培训1,500场。'
		});
	});

	it('by printed titles finds the sentence that holds all facts, whatever spaces and signs stand in it', () => {
		const source = { document: '报告', article: '报告', facts: ['会员120万人'] };
		expect(findByFacts(publication, source)?.sentence).toBe('新增 会员 120 万人。');
		const both = { document: '报告', facts: ['120万人', '1500场'] };
		expect(findByFacts(publication, both)?.section.heading).toBe('二、服务');
	});

	it('prefers the cited heading', () => {
		const source = { document: '报告', article: '报告', section: '二、服务', facts: ['120万人'] };
		expect(findByFacts(publication, source)?.section.heading).toBe('二、服务');
	});

	it('is not found where a fact is missing', () => {
		expect(findByFacts(publication, { document: 'd', facts: ['121万人'] })).toBeUndefined();
		expect(findCitation(publication, { document: 'd', article: 'b' })).toBeUndefined();
	});
});
