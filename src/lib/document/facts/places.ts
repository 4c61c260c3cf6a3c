import { charSet, matchesFrom } from '../scan.ts';
import { isInside, quotedSpans, type Mention } from './mention.ts';

const HELD =
	'启用|投用|挂牌|亮相|竣工|奠基|开讲|开课|举行|召开|举办|开幕|闭幕|开班|启动|成立|揭牌|揭幕|开展|落成|签约|签署|发布|开馆|开工|投产|通车|首发|设立';
const HELD_AT = new RegExp(
	`在(?<place>[\\u4e00-\\u9fff（）()·“”]{2,20}?)(?:隆重|顺利|成功|正式|联合|共同|如期|胜利)?(?=${HELD})`,
	'uy'
);
const AT = charSet('在');
const END =
	/(?:省|市|县|区|州|旗|镇|乡|村|大会堂|会堂|堂|宾馆|酒店|饭店|中心|广场|公园|大学|学院|学校|党校|机关|基地|馆|宫|楼|厅|院|场|园|站|港|岛|湖|山|街|路|厂|社区|北京|上海|天津|重庆|西宁|广州|深圳|南京|杭州|成都|武汉|西安|郑州|长沙|海口|三亚|沈阳|长春|哈尔滨|石家庄|太原|呼和浩特|济南|合肥|南昌|福州|南宁|贵阳|昆明|拉萨|兰州|银川|乌鲁木齐|香港|澳门|延安|青岛|大连|厦门|宁波|苏州|瑞金|井冈山|遵义|巴黎|日内瓦|伦敦|纽约|东京|莫斯科|华盛顿|京|沪|线上)$/u;

/** 地点：… in minutes and notices. */
const LABEL = /^(?:会议|活动|培训|举办)?地[点址][：:]\s*(?<place>[^，。；]{2,30}?)[。；]?$/u;

/** Where something was held, opened or founded: “在…召开”, “地点，…在哪里”. */
export function findPlaces(sentence: string): Mention[] {
	const label = LABEL.exec(sentence)?.groups?.place;
	if (label !== undefined) {
		const start = sentence.indexOf(label);
		return [{ kind: 'place', value: label, start, end: start + label.length }];
	}
	if (!sentence.includes('在')) return [];
	const quoted = quotedSpans(sentence);
	return matchesFrom(HELD_AT, sentence, AT).flatMap((match): Mention[] => {
		const found = match.groups?.place ?? '';
		// 在全国范围内，…在北京: the last 在 is the one.
		const value = found.slice(found.lastIndexOf('在') + 1);
		const start = match.index + 1 + found.length - value.length;
		if (!END.test(value) || value.length < 2 || isInside(quoted, start)) return [];
		if (/^[各全该本此其这那哪我]|[的了等，]|工作|领域|方面|时期|基础|期间|系统|现场$/u.test(value)) return [];
		return [{ kind: 'place', value, start, end: start + value.length }];
	});
}
