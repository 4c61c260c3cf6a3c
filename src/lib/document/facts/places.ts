import { isInside, quotedSpans, type Mention } from './mention.ts';

const HELD = '举行|召开|举办|开幕|闭幕|开班|启动|成立|揭牌|揭幕|开展|落成|签约';
const END =
	'省|市|县|区|州|旗|镇|乡|村|大会堂|会堂|宾馆|酒店|饭店|会议中心|中心|广场|公园|学校|大学|学院|党校|机关|基地|体育馆|文化宫|俱乐部|博物馆|纪念馆|北京|上海|天津|重庆|西宁|广州|深圳|南京|杭州|成都|武汉|西安|郑州|长沙|海口|三亚|沈阳|长春|哈尔滨|石家庄|太原|呼和浩特|济南|合肥|南昌|福州|南宁|贵阳|昆明|拉萨|兰州|银川|乌鲁木齐|香港|澳门';
const HELD_AT = new RegExp(
	`在(?<place>[\\u4e00-\\u9fff（）()·]{1,18}?(?:${END}))(?:隆重|顺利|成功|正式|联合|共同)?(?=${HELD})`,
	'gu'
);

/** Where something was held, opened or founded: “在…召开”. */
export function findPlaces(sentence: string): Mention[] {
	const quoted = quotedSpans(sentence);
	return [...sentence.matchAll(HELD_AT)].flatMap((match): Mention[] => {
		const value = match.groups?.place ?? '';
		const start = match.index + 1;
		if (isInside(quoted, start) || /^[各全该本此其这那哪]|[的了等]/u.test(value)) return [];
		return [{ kind: 'place', value, start, end: start + value.length }];
	});
}
