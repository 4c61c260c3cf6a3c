import { endsSentence } from './characters.ts';

export const SURNAMES =
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付肖闫佟代尼苟仝麦门海岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟';

/** Two to four ideographs that begin with a surname; a space within is the printer's. */
export function isName(text: string): boolean {
	const name = text.replace(/[ \t]/g, '');
	if (/^[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,12}$/.test(name)) return true;
	return /^[\u4e00-\u9fff]{2,4}$/.test(name) && SURNAMES.includes(name[0] ?? ' ');
}

const BYLINE =
	/^(?:[□■◎●◇◆☆★○▲△※\ue000-\uf8ff][ \t]?|(?:作者|撰文|文|撰稿人?|执笔|口述|采写|编译)[ \t]?[：:/／|｜][ \t]?|(?:本报|本刊|新华社|人民日报|工人日报)?(?:特约)?(?:首席)?(?:记者|通讯员|实习生)[ \t：:]+)/;
const ENGLISH_BYLINE =
	/^(?:By|BY|by|Author:|Written by) ([A-Z][\w.'’-]+(?: (?:and |de |van |von )?[A-Z][\w.'’-]*){0,5})$/;

const MAY_BE_BYLINE = /^[□■◎●◇◆☆★○▲△※\ue000-\uf8ff作撰文执口采编本新人工特首记通实BbAW]/;

/** “□ 职务 姓名”, “作者：姓名”, “本报记者 姓名”, “By Jane Doe”. */
export function isByline(text: string): boolean {
	if (text.length > 80 || !MAY_BE_BYLINE.test(text) || endsSentence(text)) return false;
	return BYLINE.test(text) || ENGLISH_BYLINE.test(text);
}

/** Whom a byline names: the last names in it, without office and mark. */
export function authorOf(text: string): string | undefined {
	const english = ENGLISH_BYLINE.exec(text);
	if (english) return english[1];
	const rest = text
		.replace(BYLINE, '')
		.replace(/[，,、]?(?:摄影报道|整理|图)$/, '')
		.trim();
	if (rest === '') return undefined;
	const tokens = rest.split(/[ \t、，,]+/).filter((token) => token !== '' && !CALLING.test(token));
	const names: string[] = [];
	for (let i = tokens.length - 1; i >= 0; i--) {
		const token = tokens[i] ?? '';
		const pair = `${tokens[i - 1] ?? ''}${token}`;
		if (token.length === 1 && (tokens[i - 1] ?? '').length === 1 && isName(pair)) {
			names.unshift(pair);
			i--;
		} else if (isName(token)) names.unshift(token);
		else break;
	}
	return names.length > 0 ? names.join('、') : rest;
}

/** A word that says what the named do, not who they are. */
const CALLING = /^(?:本报|本刊)?(?:特约)?(?:首席)?(?:记者|通讯员|实习生|摄影|图|文)$/;

const OFFICE_AND_NAME =
	/(?:长|主席|书记|主任|委员|代表|局长|院长|教授|院士|研究员|总工程师|经理|干事|理事)[ \t]([\u4e00-\u9fff][\u4e00-\u9fff \t·]{1,8})$/;

/** “市长 姓名” under a title, “姓名” alone. */
export function isSpeaker(text: string): boolean {
	if (text.length > 40) return false;
	return isName(text) || isName(OFFICE_AND_NAME.exec(text)?.[1] ?? '');
}
