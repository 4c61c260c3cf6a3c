import type { Question } from '#lib/question/question.ts';
import { isEnglish, type Complaint, type ItemRule } from './finding.ts';

type FillIn = Extract<Question, { type: 'fill-in' }>;

const ORDER_CUE =
	/顺序|先后|依次|次序|排序|排列|从[^，。]{1,12}到|由[^，。]{1,12}[到至]|时间|早到晚|步骤|流程|\b(?:order|sequence|chronolog|earliest|latest|steps?)\w*/iu;
const BLANK = /_{2,}|（\s*）|\(\s*\)/gu;
/** Words for which another would do as well. */
const COMMON_WORDS = new Set(
	(
		'加强 推进 推动 提升 提高 深入 扎实 积极 全面 认真 切实 努力 坚持 开展 组织 完善 健全 建立 促进 落实 做好 重要 主要 有效 ' +
		'进一步 不断 充分 坚决 始终 持续 广泛 大力 强化 优化 深化 加快 增强 实现 保障 维护 支持 帮助 引导 带动 激发 构建 打造 ' +
		'创新 发展 工作 建设 服务 管理 问题 情况 方面 基础 作用 能力 水平 质量 关键 良好 明显 显著 更好 更大 用心 真心 精心 尽心 热情 主动 及时 严格 牢牢 稳步 有序 共同 统一 集中 有力 高效 精准 科学 合理 狠 许多 一些 各种 ' +
		'的 了 在 和 与 及 是 为 对 将 把 由 等 并 而 也 都 就 从 ' +
		'the a an of in on at to and or is are was were be for with by very more good important great many some new ' +
		'improve strengthen promote support develop help make made ensure provide important effective'
	).split(/\s+/u)
);
/** Phrases everybody completes without having read anything. */
const SET_PHRASES = (
	'全心全意为人民服务 为人民服务 实事求是 与时俱进 以人为本 改革开放 攻坚克难 脚踏实地 求真务实 再接再厉 凝心聚力 真抓实干 ' +
	'开拓创新 锐意进取 砥砺前行 同心同德 不忘初心 牢记使命 高质量发展 全面从严治党 中国特色社会主义 中华民族伟大复兴 ' +
	'全面建设社会主义现代化国家 解放思想 艰苦奋斗 团结奋斗 众志成城 持之以恒 久久为功 因地制宜 统筹兼顾 齐抓共管 ' +
	'合作共赢 互利共赢 源头治理 标本兼治 精益求精 爱岗敬业 无私奉献 争创一流 理论联系实际 密切联系群众 批评与自我批评 ' +
	'人民当家作主 依法治国 社会主义核心价值观 安全第一 预防为主 行稳致远 绿水青山就是金山银山 以人民为中心 勇毅前行 踔厉奋发 守正创新 ' +
	'|in order to|on behalf of|as well as|in accordance with|according to|carry out|carried out|take place|took place|' +
	'role in|in addition to|as a result|in terms of|on the other hand|at the same time|more and more|step by step'
)
	.split('|')
	.flatMap((phrases, at) => (at === 0 ? phrases.trim().split(/\s+/u) : [phrases]));

const LONGEST_PHRASE = 20;

/** What a type of question needs to be answerable. */
export const FORM_RULES: readonly ItemRule[] = [
	{
		name: 'order-cue',
		severity: 'error',
		check: (question) =>
			question.type === 'ordering' && !ORDER_CUE.test(question.stem) ? [{ where: 'stem' }] : []
	},
	{
		name: 'matching-extra',
		severity: 'warning',
		check(question) {
			if (question.type !== 'matching') return [];
			const used = new Set(question.key.map(([, option]) => option));
			return used.size === question.options.length && used.size === question.premises.length
				? [{ where: 'options' }]
				: [];
		}
	},
	{
		name: 'blank-count',
		severity: 'error',
		check(question) {
			if (question.type !== 'fill-in') return [];
			const shown = question.stem.match(BLANK)?.length ?? 0;
			return shown === question.blanks ? [] : [{ where: 'stem', params: { shown, blanks: question.blanks } }];
		}
	},
	{ name: 'common-word-blank', severity: 'error', check: forFillIn(commonWords) },
	{ name: 'fixed-phrase-blank', severity: 'error', check: forFillIn(fixedPhrases) },
	{ name: 'bare-blank', severity: 'error', check: forFillIn(bareBlank) },
	{
		name: 'blank-order',
		severity: 'warning',
		check: forFillIn(({ stem }) => {
			const match = /(?:_{2,}|（\s*）)(?:[、，,]|和|与|及| and )\s*(?:_{2,}|（\s*）)/u.exec(stem);
			return match && !/依次|先后|顺序|分别|\border\b|respectively/iu.test(stem)
				? [{ where: 'stem', range: [match.index, match.index + match[0].length] }]
				: [];
		})
	},
	{ name: 'numeric-unit', severity: 'error', check: numericUnit },
	{
		name: 'numeric-tolerance',
		severity: 'error',
		check(question) {
			if (question.type !== 'numeric') return [];
			const { value, tolerance = 0 } = question.key;
			// A count of people or a year is right or wrong; half the value to either side takes any guess.
			const isWide = tolerance > 0 && tolerance * 4 >= Math.abs(value);
			const isYear = tolerance > 0 && /哪一?年|年份|\bwhat year\b|\bwhich year\b/iu.test(question.stem);
			return isWide || isYear ? [{ where: 'key', params: { tolerance, value } }] : [];
		}
	}
];

function forFillIn(check: (question: FillIn) => Complaint[]) {
	return (question: Question): Complaint[] => (question.type === 'fill-in' ? check(question) : []);
}

function commonWords({ key }: FillIn): Complaint[] {
	return key.flatMap((accepted, at) => {
		const word = accepted.find((text) => COMMON_WORDS.has(text.toLowerCase()));
		return word !== undefined ? [{ where: `key.${at}`, params: { word } }] : [];
	});
}

/** 实事____: the phrase gives the word, not the document. A blank that holds the whole phrase is asked for. */
function fixedPhrases({ stem, key }: FillIn): Complaint[] {
	let filled = '';
	let last = 0;
	const spans: (readonly [from: number, to: number])[] = [];
	[...stem.matchAll(BLANK)].forEach((match, at) => {
		filled += stem.slice(last, match.index);
		const word = key[at]?.[0] ?? '';
		spans.push([filled.length, filled.length + word.length]);
		filled += word;
		last = match.index + match[0].length;
	});
	filled = (filled + stem.slice(last)).toLowerCase();
	return spans.flatMap(([from, to], at) => {
		const near = Math.max(0, from - LONGEST_PHRASE);
		const around = filled.slice(near, to + LONGEST_PHRASE);
		const phrase = SET_PHRASES.find((one) => {
			const start = near + around.indexOf(one);
			const end = start + one.length;
			// What is given of the phrase must stand outside the blank.
			return start >= near && start < to && end > from && (start < from || end > to);
		});
		return phrase === undefined ? [] : [{ where: `key.${at}`, params: { phrase } }];
	});
}

/** With so little left around it anything fits. */
function bareBlank(question: FillIn): Complaint[] {
	const left = question.stem.replace(BLANK, ' ').replace(/填空题?[:：]?/u, '');
	const amount = isEnglish(question)
		? (left.match(/[\p{L}\d]+/gu)?.length ?? 0)
		: (left.match(/[\p{L}\d]/gu)?.length ?? 0);
	const least = isEnglish(question) ? 3 : 5;
	const given = question.key.reduce((sum, [first = '']) => sum + first.length, 0);
	const isMostlyBlank = !isEnglish(question) && question.blanks > 1 && given > amount * 2;
	return amount < least || isMostlyBlank ? [{ where: 'stem' }] : [];
}

const UNIT_SAID =
	/(?:多少|几)[万亿]?(?:个)?[\p{Script=Han}%‰℃]|百分之|百分比|[%‰℃]|[（(]单位|哪一?年|第几|比例|比重|率[是为达]|\bhow many \p{L}|\bhow much [a-z]+|\bper ?cent|\b(?:in|number of) \p{L}|\b(?:what|which) (?:year|percentage|share|number)\b|\bhow old\b/iu;

/** A figure without its unit, or with another than the stem asks in. */
function numericUnit(question: Question): Complaint[] {
	if (question.type !== 'numeric') return [];
	const unit = question.key.unit?.normalize('NFKC').trim() ?? '';
	const asked = /(?:多少|几)(?<scale>[十百千万亿]*)(?<unit>\p{Script=Han}{1,2})/u.exec(
		question.stem.replaceAll(/多少(?=[？?，。]|$)/gu, '')
	)?.groups;
	if (unit === '') return UNIT_SAID.test(question.stem) ? [] : [{ where: 'key', params: { unit: '?' } }];
	if (!asked) return [];
	const { scale = '', unit: named = '' } = asked;
	const given = /^(?<scale>[十百千万亿]*)(?<unit>.*)$/u.exec(unit)?.groups;
	const isSame =
		given?.unit === '' ||
		(given?.unit?.[0] === named[0] ? given?.scale === scale : !isMeasure(named, given?.unit ?? ''));
	return isSame ? [] : [{ where: 'key', params: { unit } }];
}

const MEASURES =
	/^(?:元|人|米|公里|千米|吨|公斤|千克|克|亩|公顷|平方|小时|分钟|天|月|年|岁|度|家|册|件|次|辆|所|座|名|户)/u;

/** Whether both are known measures, so that one of them is wrong. 多少名职工 with 人 is only another word. */
function isMeasure(asked: string, given: string): boolean {
	const people = /^[名位人]/u;
	return MEASURES.test(asked) && MEASURES.test(given) && !(people.test(asked) && people.test(given));
}
