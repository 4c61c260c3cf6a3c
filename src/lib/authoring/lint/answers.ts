import type { Question } from '#lib/question/question.ts';
import { squeeze, type Complaint, type ItemRule } from './finding.ts';

const COMMON_WORDS = new Set(
	(
		'加强 推进 推动 提升 提高 深入 扎实 积极 全面 认真 切实 努力 坚持 开展 组织 完善 健全 建立 促进 落实 做好 重要 主要 有效 ' +
		'进一步 不断 充分 坚决 始终 持续 广泛 大力'
	).split(' ')
);

/** What is wrong between a stem and its answer. */
export const ANSWER_RULES: readonly ItemRule[] = [
	{ name: 'answer-in-stem', severity: 'error', check: answerInStem },
	{ name: 'word-repeat', severity: 'warning', check: repeatedWord },
	{
		name: 'blank-count',
		severity: 'error',
		check(question) {
			if (question.type !== 'fill-in') return [];
			const shown = question.stem.match(/_{2,}|（\s*）|\(\s*\)/gu)?.length ?? 0;
			return shown === question.blanks ? [] : [{ where: 'stem', params: { shown, blanks: question.blanks } }];
		}
	},
	{
		name: 'common-word-blank',
		severity: 'error',
		check: (question) =>
			question.type === 'fill-in'
				? question.key.flatMap((accepted, at) => {
						const [word] = accepted;
						return word !== undefined && COMMON_WORDS.has(word)
							? [{ where: `key.${at}`, params: { word } }]
							: [];
					})
				: []
	},
	{ name: 'open-list', severity: 'error', check: openList },
	{ name: 'sensitive', severity: 'error', check: sensitive },
	{
		name: 'no-explanation',
		severity: 'warning',
		check: (question) => (question.explanation?.trim() ? [] : [{ where: 'explanation' }])
	}
];

function answerInStem(question: Question): Complaint[] {
	const stem = squeeze(question.stem);
	const stands = (text: string) => {
		const plain = squeeze(text);
		return plain.length >= 2 && stem.includes(plain) && !insideLonger(stem, plain);
	};
	switch (question.type) {
		case 'single-choice': {
			const key = question.options[question.key] ?? '';
			const others = question.options.filter((_, at) => at !== question.key);
			return stands(key) && !others.some(stands) ? [{ where: 'stem', params: { answer: key } }] : [];
		}
		case 'multiple-choice': {
			const given = question.key
				.map((index) => question.options[index] ?? '')
				.filter((text) => text.length > 2 && stands(text));
			const [answer] = given;
			const others = question.options.filter((_, at) => !question.key.includes(at));
			return answer !== undefined && !others.some(stands) ? [{ where: 'stem', params: { answer } }] : [];
		}
		case 'fill-in': {
			const answer = question.key.flat().find((text) => stands(text));
			return answer === undefined ? [] : [{ where: 'stem', params: { answer } }];
		}
		case 'numeric': {
			const answer = `${question.key.value}${question.key.unit ?? ''}`;
			return question.key.unit && stands(answer) ? [{ where: 'stem', params: { answer } }] : [];
		}
		default:
			return [];
	}
}

/** 5家 in 25家 is not the answer. */
function insideLonger(stem: string, plain: string): boolean {
	return (
		/^\d/.test(plain) && new RegExp(`[\\d.]${plain.replace(/[.*+?^$()|[\]\\{}]/gu, '\\$&')}`, 'u').test(stem)
	);
}

/** Three characters that the key alone shares with the stem point at it. */
function repeatedWord(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const stem = squeeze(question.stem);
	const shared = (text: string) => {
		const plain = squeeze(text);
		for (let at = 0; at + 3 <= plain.length; at++) {
			const piece = plain.slice(at, at + 3);
			if (/[\u4e00-\u9fff]{3}/u.test(piece) && stem.includes(piece)) return piece;
		}
		return undefined;
	};
	const word = shared(question.options[question.key] ?? '');
	if (word === undefined) return [];
	return question.options.some((text, at) => at !== question.key && squeeze(text).includes(word))
		? []
		: [{ where: `options.${question.key}`, params: { word } }];
}

/** “Which is not among them” has no answer where the source breaks its list off with 等. */
function openList(question: Question): Complaint[] {
	if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [];
	if (!/不属于|不包括|没有提到|不在其列/u.test(question.stem)) return [];
	return /、[^。；]*等/u.test(question.source?.sentence ?? '') ? [{ where: 'stem' }] : [];
}

const POLITICAL =
	/两个确立|两个维护|四个意识|四个自信|总书记(?:指出|强调)|习近平(?:总书记|同志|主席)?(?:指出|强调|要求)|主义思想|党章|宪法/u;

/** A formulation, a law or a leader's words turned into something false. */
function sensitive(question: Question): Complaint[] {
	const word = POLITICAL.exec(question.stem)?.[0];
	return question.type === 'true-false' && !question.key && word !== undefined
		? [{ where: 'stem', params: { word } }]
		: [];
}
