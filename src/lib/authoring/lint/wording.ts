import { balanced } from '../drafts/referents.ts';
import { isEnglish, unquoted, visibleTexts, type Complaint, type ItemRule } from './finding.ts';
import type { Question } from '#lib/question/question.ts';

const LOST =
	/^(?:这[些个次项一是种]|这，|该|其(?!他)|此(?!外|次地震)|他们|她们|它们|双方|两者|会上|会议(?=强调|指出|要求|认为|决定|提出)|上述|前者|后者|如下|以上|我[县州市省局]|我们|本[文刊报局厅省市县]|上文|下文|文中|材料中|活动(?=中|期间|以|由|共|现场))|^(?:They|It|He|She|This|These|Those|The (?:former|latter|above))\b/u;
const RELATIVE =
	/今年|去年|明年|前年|近日|日前|近期|不久前|上周|本周|上月|本月|刚才|昨天|今天|明天|(?<!截至)目前|当前|现阶段|近年来|\b(?:this year|last year|next year|recently|currently|yesterday|today|last (?:month|week))\b/u;
/** Resolved by a year or a date that stands before it. */
const RELATIVE_TO = /当年|同年|次年|上年|当天|当日|次日|同日/u;
const PLACEHOLDER = /X{2,}|×{2,}|○{2,}|x{3,}|[?？]{3,}|某某|TODO|待补|\{\{|lorem ipsum/u;
const NEGATIVE =
	/不属于|不包括|不是|不正确|不符合|错误的|有误的|除[^，。]{1,20}[之以]?外|没有提到|未提到|\bNOT\b|\bexcept\b/gu;
const OPINION = /感受最深|觉得|感慨|深情地/u;
const ABSOLUTE = /一切|任何|完全|必然|绝对|永远|所有人都|\b(?:always|never|all|none)\b/u;
const VAGUE = /往往|有的|一些|若干|通常|大概|可能|\b(?:often|sometimes|usually|some)\b/u;
const TRIVIAL =
	/第几[页版期]|页码|邮编|邮政编码|准印证|电话号码|传真|责任编辑|排版|\b(?:page number|issue number|phone number)\b/u;
const FURNITURE = /（(?:来源|本报记者|记者|通讯员|摄影)[：:\s][^）]*）|责任编辑[:：]|□/u;

function inStem(pattern: RegExp, read: (text: string) => string = (text) => text) {
	return ({ stem }: Question): Complaint[] => {
		const match = read(stem).match(pattern);
		return match ? [{ where: 'stem', params: { word: match[0] } }] : [];
	};
}

function inTexts(broken: (text: string) => string | undefined) {
	return (question: Question): Complaint[] =>
		visibleTexts(question).flatMap(({ where, text }) => {
			const word = broken(text);
			return word === undefined ? [] : [{ where, params: { word } }];
		});
}

/** What is wrong with the words of a stem or option, whatever the answer is. */
export const WORDING_RULES: readonly ItemRule[] = [
	{
		name: 'lost-referent',
		severity: 'error',
		check: (question) => (question.group === undefined ? inStem(LOST)(question) : [])
	},
	{
		name: 'relative-time',
		severity: 'error',
		check(question) {
			const stem = unquoted(question.stem);
			const match = RELATIVE.exec(stem) ?? (/\d{4}年|\d月/u.test(stem) ? null : RELATIVE_TO.exec(stem));
			return match ? [{ where: 'stem', params: { word: match[0] } }] : [];
		}
	},
	{ name: 'placeholder', severity: 'error', check: inTexts((text) => PLACEHOLDER.exec(text)?.[0]) },
	{
		name: 'unbalanced-marks',
		severity: 'error',
		check: inTexts((text) =>
			balanced(text.replace(/^[（(]?[\dA-Za-z]+[)）]/u, '')) ? undefined : text.slice(0, 20)
		)
	},
	{
		name: 'truncated',
		severity: 'error',
		check: inTexts(
			(text) =>
				(/^[，。；：、）”》！？,;:)]/u.exec(text) ??
					/[，、；：（“《,;(]$/u.exec(text.replace(/[（(]\s*[）)]$/u, '')) ??
					/(?:[\u4e00-\u9fff] ){4}/u.exec(text) ??
					/\*\*|[_^]\{|\uFFFD/u.exec(text))?.[0]
		)
	},
	{ name: 'furniture', severity: 'error', check: inStem(FURNITURE) },
	{ name: 'trivial', severity: 'error', check: inStem(TRIVIAL) },
	{
		name: 'negative-stem',
		severity: 'warning',
		check(question) {
			if (question.type === 'true-false') return [];
			const found = unquoted(question.stem).match(NEGATIVE) ?? [];
			const [word] = found;
			return word === undefined
				? []
				: [{ where: 'stem', params: { word }, severity: found.length > 1 ? 'error' : 'warning' }];
		}
	},
	{
		name: 'absolute',
		severity: 'warning',
		check: (question) => (question.type === 'true-false' ? inStem(ABSOLUTE, unquoted)(question) : [])
	},
	{
		name: 'vague',
		severity: 'warning',
		check: (question) => (question.type === 'true-false' ? inStem(VAGUE, unquoted)(question) : [])
	},
	{ name: 'opinion', severity: 'warning', check: inStem(OPINION, unquoted) },
	{
		name: 'overlong',
		severity: 'warning',
		check(question) {
			const [stemMost, optionMost] = isEnglish(question) ? [320, 120] : [110, 40];
			return visibleTexts(question).flatMap(({ where, text }) => {
				const most = where === 'stem' ? stemMost : optionMost;
				return text.length > most ? [{ where, params: { length: text.length, most } }] : [];
			});
		}
	}
];
