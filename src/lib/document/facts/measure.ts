import type { Mention } from './mention.ts';

/** Units that say themselves what they count. */
const SELF_SAID =
	/^(?:元|美元|欧元|英镑|港元|日元|人|人次|%|‰|个百分点|百分点|年|个月|月|天|日|小时|分钟|秒|岁|倍|个工作日|工作日|米|公里|千米|平方米|平方公里|亩|公顷|吨|公斤|千克|℃|度|番|周年|周岁|户)?$/u;
const LEADING =
	/^.*(?:达到|达|共有|共计|累计|共|约|为|是|有|了|近|超|至|到|组织(?!体)|开展|举办|举行|召开|建成|建设|建立|打造|创建|投入|拨付|筹集|发放|安排|帮助|慰问|走访|培训|培育|选树|评选|表彰|命名|发布|制定|出台|修订|覆盖|惠及|服务(?!站|点|中心|队|项目|品牌|平台)|吸纳|新增|增加|下派|选派|受理|办理|调解|化解|设立|设置|签订|参加|带动|实现|形成|授予|命名|配备|开设|开放|设)(?=[\u4e00-\u9fff]{2})/u;
/** 每班20人, 之日起10日内 say how, not what. */
const EACH =
	/^[每按自]|^(?:必须|应当|可以|不得|需要|已经|其中|目前|连续|同比|环比|平均|今后|未来|过去|最近|以上|以下|以内|左右|之内)|委员每|之日起|日起$|以来$|期间$|收取$|[年月日]$|(?:以|设|加|者|少|增长|下降|提高|可以|不得|于)$/u;
const STOP =
	/[的了在和与及为将被把从到于是有等已并]|分别|同时|开展|参加|举办|获得|达到|实现|进行|投入|建设|覆盖/u;

/**
 * What a number counts: the noun behind its measure word (495项职工创新成果), else the noun before it
 * (工匠学院279家). Nothing where the words run on into something else.
 */
export function measured(sentence: string, { start, end, unit = '' }: Mention): Pick<Mention, 'measure'> {
	if (!SELF_SAID.test(unit)) {
		const behind = /^[\u4e00-\u9fff]{2,14}/u.exec(sentence.slice(end, end + 15))?.[0] ?? '';
		const stop = STOP.exec(behind);
		const noun = (stop ? behind.slice(0, stop.index) : behind).replace(/[作做获受共均都还也参]+$/u, '');
		if (noun.length >= 2 && noun.length <= 10 && !EACH.test(noun)) return { measure: noun };
	}
	const before = /[\u4e00-\u9fff]{2,24}$/u.exec(sentence.slice(Math.max(0, start - 24), start))?.[0];
	if (before === undefined) return {};
	const plain = before.replace(
		/(?:达到|已达|高达|达|共有|共计|累计|总计|合计|共|约|为|是|有|各|仅|分别|均|超过|增至|升至|降至)+$/u,
		''
	);
	const noun = plain.replace(LEADING, '');
	return noun.length >= 2 && noun.length <= 12 && !STOP.test(noun) && !EACH.test(noun)
		? { measure: noun }
		: {};
}
