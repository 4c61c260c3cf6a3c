import { expect, it } from 'vitest';
import { overviewOf } from './overview.ts';

const sentence = '全市共有工会12家，其中新建13家。';
const question = (id: string, stem: string) => ({ id, type: 'true-false' as const, stem, key: true });

it('an overview counts what came out, leaves out empty kinds, and says where a warning belongs', () => {
	const overview = overviewOf({
		format: 1,
		title: '报告',
		kind: 'text',
		document: {
			id: 'd',
			file: 'a.txt',
			title: '报告',
			language: 'zh',
			removed: ['— 1 —'],
			warnings: [{ type: 'SumDiffers', where: sentence } as never],
			articles: [
				{
					id: 'a',
					title: '报告',
					sections: [{ id: 's', level: 1, heading: '一、成绩', paragraphs: [{ id: 'p', text: sentence }] }]
				}
			]
		},
		facts: [],
		modules: [],
		bank: { id: 'd', title: '报告', questions: [question('q', '甲'), question('r', '乙')] }
	});
	expect(overview).toMatchObject({
		title: '报告',
		articles: [{ id: 'a', title: '报告' }],
		paragraphs: 1,
		lessons: 0,
		facts: [],
		questions: [{ type: 'true-false', count: 2 }],
		samples: [{ id: 'q' }],
		warnings: [{ where: sentence, place: '一、成绩' }],
		removed: ['— 1 —']
	});
});
