import { expect, it } from 'vitest';
import { findClauseSeries } from './clause-series.ts';
import { findEnglishNames } from './english-names.ts';
import { findNumbers } from './numbers.ts';
import { findPlaces } from './places.ts';

it('steps begin behind who takes them', () => {
	const sentence = '遇到大风，值班人员应当先关好窗，再拉下电闸，然后报告组长，最后登记时间。';
	expect(findClauseSeries(sentence)).toMatchObject([
		{
			items: ['关好窗', '拉下电闸', '报告组长', '登记时间'],
			ordered: true,
			value: '先关好窗，再拉下电闸，然后报告组长，最后登记时间'
		}
	]);
});

it('steps without a word of duty, the last handed on', () =>
	expect(findClauseSeries('答：先由本人写申请，再经小组同意，后由理事会批准。')).toMatchObject([
		{ items: ['由本人写申请', '经小组同意', '由理事会批准'], ordered: true }
	]));

it('满30日 lasts so long; 6月30日 and 30日起 are days', () => {
	expect(findNumbers('住满30日的学员可以领补贴。').map(({ value }) => value)).toEqual(['30日']);
	expect(findNumbers('活动从6月30日开始，30日起报名。')).toEqual([]);
});

it('a limit of a concentration has a unit', () => {
	expect(findNumbers('浓度不得超过10毫克每立方米。')[0]).toMatchObject({ number: 10, unit: '毫克每立方米' });
});

it('where something was taken into use', () => {
	expect(findPlaces('5月1日，第一座书屋在梨园路正式启用。')).toMatchObject([{ value: '梨园路' }]);
});

it('a name that has been appointed', () => {
	expect(findEnglishNames('Ada Pearson has been appointed its first chair.')).toMatchObject([
		{ kind: 'name', value: 'Ada Pearson' }
	]);
});
