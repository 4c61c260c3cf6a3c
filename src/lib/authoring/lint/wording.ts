import type { Question } from '#lib/question/question.ts';
import {
	inTexts,
	isEnglish,
	pointAt,
	unquoted,
	visibleTexts,
	type Complaint,
	type ItemRule
} from './finding.ts';

/** What turns a question round; “must not” in a law does not. */
const NEGATIVE =
	/不属于|不包括|不包含|不是|不正确|不准确|不恰当|不符合|错误的|有误的|(?:说法|表述)(?:有误|错误)|除[^，。]{1,20}[之以]?外|没有提到|未提到|未包括|不在其列|(?<=下列[^，。]{0,12})不[能应得宜可需]/gu;
const NEGATIVE_EN =
	/\b(?:which|what|who|whom|all|each|where|when)\b[^.?!]*?\b(?<word>not|except|isn't|aren't|wasn't|weren't|doesn't|didn't|false|incorrect|untrue|least)\b/iu;
const EMPHASISED = /\b(?:NOT|EXCEPT|FALSE|INCORRECT|LEAST|NEVER)\b|【[^】]{1,6}】/u;
const DOUBLE =
	/没有[^，。？]{0,10}不(?!同|仅|但|断)|不得不|不能不|不会不|并非(?:不|没有|无)|无不(?=[^，。]{2})|无一不|未必不|不可能不|不无|\b(?:not|never|isn't|wasn't|cannot|can't|didn't|doesn't) (?:\w+ )?(?:un(?:common|likely|true|able|necessary|important|usual|related|aware|reasonable)|impossible|infrequent|without|never|none|not|incorrect|false|nobody|nothing)\b|\bnone [^.?]*\bnot\b|\bexcept [^.?]*\bnot\b|\bnot [^.?]*\bexcept\b/iu;
const OPINION =
	/感受最深|觉得|感慨|深情地|你认为|您认为|最喜欢|最美好?的|心目中|谈谈|\b(?:do you (?:think|believe|feel|like|prefer)|in your (?:opinion|view)|your favou?rite)\b/iu;
const ABSOLUTE =
	/一切|任何|完全|必然|必定|绝对|永远|从不|从未|绝无|毫无|无一例外|所有[^，。]{1,8}都(?:必须|应当)|所有人都|百分之百|\b(?:always|never|all|none|every|completely|entirely|absolutely)\b/iu;
const VAGUE =
	/往往|有的|一些|若干|通常|大概|可能|不断|进一步|经常|有时|大多|很多|许多|不少(?!于)|较多|\b(?:often|sometimes|usually|some|frequently|several|generally|may|might)\b/iu;
const TRIVIAL =
	/第几[页版期]|哪一?[页版期](?![面本])|页码|邮编|邮政编码|准印证|刊号|印数|印刷单位|开本|电话号码|联系电话|传真|网址|电子邮箱|责任编辑|排版|总第多少期|\b(?:(?:page|issue|volume|phone|telephone|fax) number|(?:which|what) (?:page|issue)|post(?:al )?code|ISSN|ISBN|e-?mail address)\b/iu;

/** What is wrong with the words of a stem or option, whatever the answer is. */
export const WORDING_RULES: readonly ItemRule[] = [
	{ name: 'trivial', severity: 'error', check: ({ stem }) => pointAt('stem', unquoted(stem), TRIVIAL) },
	{ name: 'negative-stem', severity: 'warning', check: negativeStem },
	{ name: 'double-negative', severity: 'error', check: doubleNegative },
	{ name: 'absolute', severity: 'warning', check: absolute },
	{
		name: 'vague',
		severity: 'warning',
		check: ({ type, stem }) => (type === 'true-false' ? pointAt('stem', unquoted(stem), VAGUE) : [])
	},
	{ name: 'opinion', severity: 'warning', check: ({ stem }) => pointAt('stem', unquoted(stem), OPINION) },
	{
		name: 'overlong',
		severity: 'warning',
		check: inTexts((text, where, question) => {
			const [stemMost, optionMost] = isEnglish(question) ? [320, 120] : [110, 40];
			const most = where === 'stem' ? stemMost : optionMost;
			return text.length > most
				? [{ where, range: [most, text.length], params: { length: text.length, most } }]
				: [];
		})
	}
];

/** The word that turns a stem round, and where it stands. */
function negativesIn(question: Question): { word: string; at: number }[] {
	if (question.type === 'true-false' || question.type === 'short-answer') return [];
	const text = unquoted(question.stem);
	if (!isEnglish(question))
		return [...text.matchAll(NEGATIVE)].map((match) => ({ word: match[0], at: match.index }));
	const match = NEGATIVE_EN.exec(text);
	const word = match?.groups?.word;
	return match && word !== undefined ? [{ word, at: match.index + match[0].length - word.length }] : [];
}

/** A negative may stay when it cannot be overlooked: in 【】, in quotation marks, in capitals. */
function negativeStem(question: Question): Complaint[] {
	const [first] = negativesIn(question);
	return first === undefined || EMPHASISED.test(question.stem)
		? []
		: [{ where: 'stem', range: [first.at, first.at + first.word.length], params: { word: first.word } }];
}

function doubleNegative(question: Question): Complaint[] {
	const [first, second] = negativesIn(question);
	if (first && second)
		return [
			{
				where: 'stem',
				range: [second.at, second.at + second.word.length],
				params: { word: `${first.word}…${second.word}` }
			}
		];
	return pointAt('stem', unquoted(question.stem), DOUBLE);
}

/** Test-wise people mark the absolute statement false; among options one absolute stands out. */
function absolute(question: Question): Complaint[] {
	if (question.type === 'true-false') return pointAt('stem', unquoted(question.stem), ABSOLUTE);
	if (question.type !== 'single-choice') return [];
	const found = visibleTexts(question)
		.filter(({ where }) => where !== 'stem')
		.flatMap(({ where, text }) => pointAt(where, unquoted(text), ABSOLUTE));
	return found.length < question.options.length ? found : [];
}
