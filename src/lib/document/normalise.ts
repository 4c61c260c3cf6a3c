/**
 * One spelling for characters that look alike and mean the same: compatibility ideographs and radicals,
 * ligatures, no-break spaces. What has no look at all (zero width, bidi controls, byte order marks) goes.
 * Full-width letters, digits and punctuation stay as printed. `_{…}` around ideographs is what converters
 * write for print that stands a little low: no formula, only its words stay.
 */
export function normaliseCharacters(text: string): string {
	if (!NEEDS_WORK.test(text)) return text;
	return text
		.replace(LOWERED, '$1')
		.replace(INVISIBLE, '')
		.replace(SPACES, ' ')
		.replace(LONE_SURROGATES, '\ufffd')
		.replace(COMPATIBLE, unified);
}

/**
 * NFKC knows the radicals of Kangxi's dictionary, three of them in another form than is printed today, and
 * only two of the supplement, which PDFs are full of.
 */
function unified(char: string): string {
	const at = RADICALS.indexOf(char);
	return at < 0 ? char.normalize('NFKC') : (IDEOGRAPHS[at] ?? char);
}

/** Radicals and the ideographs that look the same, place by place (Unicode: EquivalentUnifiedIdeograph). */
const RADICALS =
	'⺁⺂⺃⺄⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳⼾⾭⿈';
const IDEOGRAPHS =
	'厂乛乚乙亻冂刀刂卜小小兀尣尢巳幺彑忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王罒示礻糹纟罓罒羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟户青黄';

const INVISIBLE_SET =
	'\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u0080-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb';
const SPACES_SET = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f';
/** Kangxi and supplementary radicals, compatibility ideographs, Latin ligatures. */
const COMPATIBLE_SET = '\\u2e80-\\u2fdf\\uf900-\\ufaff\\ufb00-\\ufb06';

/** Variation selectors are told apart: in one class with others they would seem to combine. */
const SELECTORS = '\\ufe00-\\ufe0f';
const INVISIBLE = new RegExp(`[${INVISIBLE_SET}]|[${SELECTORS}]`, 'g');
const SPACES = new RegExp(`[${SPACES_SET}]`, 'g');
const COMPATIBLE = new RegExp(`[${COMPATIBLE_SET}]`, 'g');
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LOWERED = /[_^]\{([^{}]{0,60}[\u4e00-\u9fff][^{}]{0,60})\}/g;
const NEEDS_WORK = new RegExp(
	`[_^]\\{|[${INVISIBLE_SET}${SPACES_SET}${COMPATIBLE_SET}\\ud800-\\udfff]|[${SELECTORS}]`
);
