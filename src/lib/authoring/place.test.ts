import { describe, expect, it } from 'vitest';
import type { Section } from '#lib/document/document.ts';
import { placesByParagraph } from './place.ts';
import { documentWith } from './sample-document.ts';

/** Sections of one level with a paragraph each. */
function yearsFor(texts: readonly string[], levels: readonly number[] = []): (string | undefined)[] {
	const document = documentWith([]);
	const sections: Section[] = texts.map((text, at) => ({
		id: `s${at}`,
		level: levels[at] ?? 2,
		heading: `（${'一二三四五'[at] ?? ''}）馆务工作之${at}`,
		paragraphs: [{ id: `p${at}`, text }]
	}));
	const places = placesByParagraph({
		...document,
		articles: [{ id: 'a', title: '青山市图书馆工作报告', sections }]
	});
	return texts.map((_, at) => places.get(`p${at}`)?.year);
}

const OF_2022 = '2022年，新建分馆12个。2022年底，读者达到4万人。';

describe('the year of what a section tells', () => {
	it('is the one its sentences name more than once', () => {
		expect(yearsFor([OF_2022])).toEqual(['2022年']);
		expect(yearsFor(['2022年新建分馆12个，2021年新建9个。2022年底完工。'])).toEqual([undefined]);
	});

	it('is that of the sections in a row with it, where they agree and it names no other', () => {
		expect(yearsFor([OF_2022, '举办讲座36场。', OF_2022])).toEqual(['2022年', '2022年', '2022年']);
		expect(yearsFor([OF_2022, '2020年举办讲座36场。', OF_2022])[1]).toBeUndefined();
		expect(yearsFor([OF_2022, '举办讲座36场。', OF_2022.replaceAll('2022', '2021')])[1]).toBeUndefined();
	});

	it('does not pass from one part of a report to the next', () => {
		expect(yearsFor([OF_2022, OF_2022, '下一步工作。', '举办讲座36场。'], [2, 2, 1, 2])).toEqual([
			'2022年',
			'2022年',
			undefined,
			undefined
		]);
	});

	it('the year of a name, or since when something goes on, is no other year', () => {
		const named = '发布2021年“最美馆员”名单，2020年以来入馆馆员9名。举办讲座36场。';
		expect(yearsFor([OF_2022, named, OF_2022])[1]).toBe('2022年');
	});
});
