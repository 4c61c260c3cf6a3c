import { expect, it } from 'vitest';
import { findUnbalanced } from './balance.ts';

it('a bracket that never closes is reported with its sentence', () => {
	expect(findUnbalanced('会议开始了。会上印发《实施方案，请各单位执行。')).toEqual([
		{ type: 'Unbalanced', where: '会上印发《实施方案，请各单位执行。', mark: '《》' }
	]);
});
it.each(['全县（含两镇)参加。', '1）接警；2）研判。', '“前一段没有收住的引文。', '《甲》《乙》（丙）。'])(
	'“%s” is not',
	(text) => expect(findUnbalanced(text)).toEqual([])
);
