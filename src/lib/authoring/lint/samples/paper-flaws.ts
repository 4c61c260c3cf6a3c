import { randomIndex, type Random } from '#lib/base/random.ts';
import type { Bank, Question } from '#lib/question/question.ts';
import { asked, judged } from './plant.ts';
import { SOUND } from './sound.ts';

const SIGHTS = [
	'龙门水库',
	'白沙水库',
	'青石渡口',
	'上坪茶厂',
	'东山寺',
	'西河闸',
	'石桥古街',
	'南山林场',
	'北河湿地',
	'铜山矿坑'
];

/** For each rule about a paper, at least eight banks that break it. For tests. */
export const PAPER_FLAWS: Readonly<Record<string, readonly ((random: Random) => Bank)[]>> = {
	'cross-leak': [
		...SIGHTS.map((sight, n) => (random: Random) => {
			const year = `${1900 + randomIndex(random, 90) + n}年`;
			return bankOf(
				asked(`${sight}建于哪一年？`, [year, '1890年', '1995年']),
				n % 2 === 0
					? { ...judged(`${year}建成的${sight}由东湖县水利局管理。`, true), id: 'q' }
					: { ...asked(`${year}建成的${sight}归谁管理？`, ['水利局', '林业站', '文化馆']), id: 'q' }
			);
		}),
		...['Varde', 'Halden', 'Moss'].map(
			(town) => () =>
				bankOf(asked(`Who built the lighthouse at ${town}?`, ['Anna Berg', 'Ole Strand', 'Mary Hill']), {
					...asked(`How high is the lighthouse that Anna Berg built at ${town}?`, ['21 metres', '31 metres']),
					id: 'q'
				})
		)
	],
	duplicate: [
		...SIGHTS.map(
			(sight) => () =>
				bankOf(asked(`${sight}由哪家单位管理？`, ['水利局', '林业站', '文化馆']), {
					...asked(`请问，${sight}是由哪个单位管理的？`, ['水利局', '档案馆', '文化馆']),
					id: 'q'
				})
		),
		...['Varde', 'Halden', 'Moss'].map(
			(town) => () =>
				bankOf(asked(`Who built the lighthouse at ${town}?`, ['Anna Berg', 'Ole Strand']), {
					...asked(`The lighthouse at ${town} was built by whom?`, ['Mary Hill', 'Anna Berg'], 1),
					id: 'q'
				})
		)
	],
	'key-balance': [
		...[0, 1, 2, 3].map(
			(key) => () =>
				alone(
					...SIGHTS.map((sight, n) => ({
						...asked(
							`${sight}在哪个乡？`,
							['南山乡', '北山乡', '西山乡', '东山乡'],
							n < 7 ? key : (key + n) % 4
						),
						id: `q${n}`
					}))
				)
		),
		...[true, false].flatMap((key) =>
			[8, 10].map(
				(same) => () =>
					alone(
						...SIGHTS.map((sight, n) => ({
							...judged(`${sight}在南山乡。`, n < same ? key : !key),
							id: `q${n}`
						}))
					)
			)
		)
	]
};

function bankOf(...questions: Question[]): Bank {
	return alone(...questions, ...SOUND);
}

function alone(...questions: Question[]): Bank {
	const [first, second] = questions;
	return { id: 'b', title: `${first?.stem ?? ''} / ${second?.stem ?? ''}`, questions };
}
