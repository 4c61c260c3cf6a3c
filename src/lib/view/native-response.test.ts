import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { nativeResponse, type FieldEntries } from './native-response.ts';

const common = { id: 'q', stem: '题干' };
const options = ['甲', '乙', '丙'];
const cases: [Question, FieldEntries, unknown][] = [
	[{ ...common, type: 'single-choice', options, key: 1 }, [['choice', '2']], { choice: 2 }],
	[{ ...common, type: 'true-false', key: true }, [['choice', '1']], { judgement: false }],
	[
		{ ...common, type: 'multiple-choice', options, key: [0] },
		[
			['choice', '2'],
			['choice', '0']
		],
		{ choices: [0, 2] }
	],
	[
		{ ...common, type: 'fill-in', blanks: 2, key: [['a'], ['b']] },
		[
			['text-0', 'a'],
			['text-1', '']
		],
		{ blanks: ['a', ''] }
	],
	[{ ...common, type: 'numeric', key: { value: 3 } }, [['text-0', '3']], { text: '3' }],
	[{ ...common, type: 'short-answer', key: '答' }, [['text-0', '答']], { text: '答' }],
	[
		{ ...common, type: 'ordering', options, key: [0, 1, 2] },
		[
			['row-0', '2'],
			['row-1', '0'],
			['row-2', '1']
		],
		{ order: [2, 0, 1] }
	],
	[
		{
			...common,
			type: 'matching',
			premises: ['一', '二'],
			options,
			key: [
				[0, 1],
				[1, 0]
			]
		},
		[
			['row-0', '1'],
			['row-1', '0']
		],
		{
			pairs: [
				[0, 1],
				[1, 0]
			]
		}
	]
];

describe('the fields of a question', () => {
	it.each(cases)('of each type become its response', (question, entries, response) => {
		expect(nativeResponse(question, entries)).toEqual({ type: question.type, ...(response as object) });
	});

	it.each(cases)('left empty, or from somewhere else, are no response', (question) => {
		expect(nativeResponse(question, [])).toBeNull();
		expect(nativeResponse(question, [['choice', 'x']])).toBeNull();
		expect(nativeResponse(question, [['row-0', '']])).toBeNull();
		expect(nativeResponse(question, [['text-0', '  ']])).toBeNull();
	});
});
