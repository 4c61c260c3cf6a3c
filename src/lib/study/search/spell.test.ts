import { describe, expect, it } from 'vitest';
import { indexCourse } from './course-index.ts';
import { openCourse } from './open-course.ts';
import { pinyinOf } from './query.ts';
import { courseWith } from './sample-course.ts';
import { speller, type Readings } from './spell.ts';

const readings: Readings = new Map(
	Object.entries({
		海: ['hai'],
		河: ['he'],
		县: ['xian'],
		总: ['zong'],
		工: ['gong'],
		会: ['hui', 'kuai'],
		计: ['ji'],
		职: ['zhi'],
		长: ['chang', 'zhang'],
		城: ['cheng'],
		绿: ['lv'],
		色: ['se'],
		和: ['he', 'huo'],
		在: ['zai']
	}).map(([char, syllables]) => [char.charCodeAt(0), syllables])
);
const course = openCourse(
	'c',
	indexCourse(
		courseWith({
			title: '海河县总工会',
			paragraphs: ['职工会计在长城。绿色的河。', '在工会，在工会，在工会，会长。']
		})
	)
);
const { spell } = speller(readings);

describe('what letters may stand for', () => {
	it.each([
		['hhxzgh', ['海河县总工会']],
		['haihe', ['海河']],
		['haih', ['海河']],
		['zonggh', ['总工会']],
		['zggh', []],
		['zhgkj', ['职工会计']],
		['zhangc', ['长城']],
		['zzzz', []],
		['changcheng', ['长城']],
		['huizhang', ['会长']],
		['lvse', ['绿色']]
	])('%s: %j', (letters, words) => {
		expect(spell(letters, [course])).toEqual(words);
	});

	it('a name before what is merely spelled alike, then the most frequent', () => {
		expect(spell('zgh', [course])).toEqual(['在工会', '总工会', '职工会']);
		const named = openCourse(
			'n',
			indexCourse(
				courseWith({
					paragraphs: ['在工会，在工会，总工会。'],
					facts: [{ value: '总工会', sentence: '在工会，在工会，总工会。' }]
				})
			)
		);
		expect(spell('zgh', [named])).toEqual(['总工会', '在工会']);
	});

	it('a single character only while nothing longer fits', () => {
		expect(spell('gon', [course])).toEqual(['工']);
		expect(spell('gongh', [course])).toEqual(['工会']);
	});

	it('typing on finds what typing all at once finds', () => {
		const courses = [course];
		for (const letters of ['zo', 'zon', 'zong', 'zonggh']) {
			const alone = speller(readings).spell(letters, courses);
			expect(spell(letters, courses)).toEqual(alone);
		}
	});

	it('no word goes over the end of a sentence or a mark', () => {
		expect(spell('chengl', [course])).toEqual([]);
	});
});

describe('a query that may be pinyin', () => {
	it.each([
		['hhxzgh', 'hhxzgh'],
		["gong'hui", 'gonghui'],
		['Gong Hui', 'gonghui'],
		['lüse', 'lvse'],
		['g', undefined],
		['工会', undefined],
		['gdp5', undefined]
	])('%s: %s', (query, letters) => {
		expect(pinyinOf(query)).toBe(letters);
	});
});
