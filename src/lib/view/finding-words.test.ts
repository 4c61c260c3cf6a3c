import { expect, it } from 'vitest';
import { named } from './finding-words.ts';

const leak = { rule: 'cross-leak', severity: 'error', where: 'key' } as const;
const stemOf = (id: string) => ({ a: '甲馆有几层？', b: `乙馆${'的书'.repeat(30)}` })[id];

it('names another question by how it begins', () => {
	const own = { ...leak, question: 'a', params: { answer: '三层', other: 'b' } };
	const { params } = named(own, 'a', stemOf);
	expect(params?.other).toMatch(/^“乙馆的书.*…”$/);
	expect(String(params?.other).length).toBeLessThan(30);
});

it('says whose answer a question gives away', () => {
	const others = { ...leak, question: 'a', params: { answer: '三层', other: 'b' } };
	expect(named(others, 'b', stemOf)).toMatchObject({
		rule: 'gives-away',
		where: 'stem',
		params: { answer: '三层', other: '“甲馆有几层？”' }
	});
});
