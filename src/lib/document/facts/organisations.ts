import { allMatches, matchesWhere, wordSet } from '../scan.ts';
import { isInside, quotedSpans, type Mention } from './mention.ts';

const KIND =
	'委员会|领导小组|工作小组|协调小组|工作专班|专班|指挥部|研究中心|研究院|研究所|服务中心|指导中心|培训中心|联合会|联盟|总工会|工会|协会|学会|商会|基金会|公司|集团|合作社|大学|学院|学校|医院|法院|检察院|银行|人民政府|办公室|工作室|实验室|博物馆|图书馆|服务站|宣讲团|服务队|志愿队|组织';
const FOUNDED = new RegExp(
	`(?:成立|组建|设立|建立了?|新建|筹建|创办|创立)(?:了|起)?(?:以[^，。；、]{2,14}为(?:组长|主任|会长)的)?(?<name>[\\u4e00-\\u9fff“”（）()·]{2,26}?(?:${KIND}))(?=[，。；、：]|$)`,
	'uy'
);
const BODY =
	'[\\u4e00-\\u9fff·]{2,20}?(?:委员会|总工会|工会|协会|学会|联合会|基金会|人民政府|人民法院|检察院|国务院|发改委|财政部|[\\u4e00-\\u9fff]{2,6}部|[\\u4e00-\\u9fff]{2,6}局|公司|集团|大学|研究院|党组|党委|省委|市委|办公厅)';
const ACTED = new RegExp(
	`(?:^|[，。；：]|由)(?<name>${BODY})(?:与[^，。；]{2,16})?(?:近日|日前|联合|共同|正式|首次|先后|已)?(?=印发|发布|颁布|主办|承办|出台|修订|通过了|审议通过|授予|表彰|命名|拨付|负责(?!人)|主管|签署|公布)`,
	'gu'
);

const FOUNDS = wordSet('成立 组建 设立 建立 新建 筹建 创办 创立'.split(' '));
const isFounding = (text: string, at: number): boolean => FOUNDS.lengthAt(text, at) > 0;
/** What bodies do in `ACTED`. */
const ACTS = wordSet(
	'印发 发布 颁布 主办 承办 出台 修订 通过 授予 表彰 命名 拨付 负责 主管 签署 公布'.split(' ')
);

/** Bodies of which a sentence says something: founded, or issuing, holding, awarding, answering for something. */
export function findOrganisations(sentence: string): Mention[] {
	const founded = matchesWhere(FOUNDED, sentence, isFounding);
	const acted = ACTS.isIn(sentence) ? allMatches(ACTED, sentence) : [];
	if (founded.length === 0 && acted.length === 0) return [];
	const quoted = quotedSpans(sentence);
	return [...founded, ...acted].flatMap((match): Mention[] => {
		const name = match.groups?.name ?? '';
		const start = match.index + match[0].indexOf(name);
		if (NO_NAME.test(name) || name.length < 4 || name.length > 24 || isInside(quoted, start)) return [];
		return [{ kind: 'name', value: name, start, end: start + name.length }];
	});
}

/** Words that make a phrase of it rather than a name. */
const NO_NAME =
	/^(?:工作|各级|各地|基层|全省各|全市各|全国各|这|该|此|其|本|我|由|对|向|要|在|同|会同|与|和|把|将|为|以|联合|健全|相关|有关|一批|多个|一个|县级|两级|上级|下级)|[的了着把将对从]|推动|加强|开展|坚持|要求|进一步|企业工会|工会组织$/u;
