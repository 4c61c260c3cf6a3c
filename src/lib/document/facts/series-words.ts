import { charSet, isOneOf, matchesFrom, wordSet } from '../scan.ts';
import { OPENING_VERBS } from './words.ts';

/** Verbs after which the first item of a list may begin, and before which the last may end. */
const LONG_VERBS = [
	...OPENING_VERBS.filter(
		(word) => word.length > 1 && !/^(?:共|分别|面向|统筹|服务|经过|发展|占|总计|合计)/u.test(word)
	),
	...(
		'做到 具有 包含 注重 突出 构建 营造 广泛开展 形成 倡导 弘扬 成为 作为 属于 来自 位于 集中 贯穿 贯通 应对 破解 实施 ' +
		'推行 推出 采取 采用 使用 需要 存在 面临 出现 造成 给予 享有 享受 负责 承担 履行 遵守 违反 侵犯 尊重 关心 关爱 爱护 保护 保持 ' +
		'涌现 展示 展现 体现 反映 表现 收获 赢得 增进 丰富 充实 改善 改进 改变 确保 确立 树立 牢记 遵循 适应 满足 关注 重视 紧盯 盯紧 ' +
		'纠治 整治 惩治 打击 防范 防止 杜绝 避免 消除 克服 清理 取消 撤销 调整 编辑 编制 编撰 列出 分析 查找 查摆 摸排 梳理 ' +
		'邀请 联合 会同 协同 号召 鼓励 要求 允许 禁止 不得 应当 必须 可以 能够 缴纳 支付 领取 出具 提交 填写 载明 注明 记载 说明 ' +
		'引领 带领 率领 充当 担任 缺乏 缺少 打通 连接 联系 沟通 对接 嵌入 融入 纳入 列入 转入 进入 走进 走入 深入到 延伸到 落实到 用于 在于 ' +
		'查阅 询问 查看 查询 复制 调取 陈述 申请 请求 投诉 举报 检举 控告 有权 推翻 织密 织严 紧扣 做优 做强 做实 做深 做大 做细 做精 建强 建优 配强 叫响 评为 评选出 获评 授予 赋予 确定 规定 明确 建立起 属于 关于 对于 基于 特别是 尤其是 例如 比如 诸如'
	).split(' ')
];
const VERBS = wordSet(LONG_VERBS);

/** The verbs of a text, each with the 了, 着, 过 or 好 behind it, one after the other. */
export function verbsIn(text: string): { index: number; length: number }[] {
	const found: { index: number; length: number }[] = [];
	for (let at = 0; at < text.length; at++) {
		if (!isOneOf(VERBS.starts, text.charCodeAt(at))) continue;
		const verb = VERBS.lengthAt(text, at);
		if (verb === 0) continue;
		const length = verb + (isAspect(text[at + verb], text[at + verb + 1]) ? 1 : 0);
		found.push({ index: at, length });
		at += length - 1;
	}
	return found;
}

function isAspect(char: string | undefined, next: string | undefined): boolean {
	if (char === '了') return next !== '解';
	if (char === '过') return next !== '程';
	return char === '好' ? next !== '的' : char === '着';
}

export const startsWithVerb = (text: string): boolean => VERBS.lengthAt(text, 0) > 0;
/** Whether a text is one of the verbs and nothing else. */
export const isVerb = (text: string): boolean => VERBS.lengthAt(text, 0) === text.length;
/** Single words after which an item may begin, when they are not the first half of another word. */
const PARTICLE =
	/(?<!党)的(?!确)|了(?!解|然)|：|:|——|—|）|\)|】|(?<!针|相|绝|面|应|核|校)对(?!口|接|象|策|外|方|话|应|比|标|于|抗|手)|就(?!业|医|近|学|是|要|餐|读|诊|职|绪)|(?<!征|密|收|募|聚|筹|采|召|云|汇|市)集(?!体|中|合|团|聚|成|会|约)|以(?!及|上|下|来|后|内|外|往|至|免|致|人民|职工)|(?<!存|现|内|正|潜|所|实)在(?!线|岗|职|校|家|册|建|读|校|位)|从(?!业|事|严|而|此|容|众)|(?<!方|倾|转|定|走|投|面|动|意|志|导)向(?!上|下|心|导|阳)|(?<!作|认|成|行|变|因|较|人|更|极|颇|尤|转|改)为(?!主|民|了|先|基|人|何|重)|(?<!参|给|赋|授)与(?!会|否|时|日)|(?<!总|缓|温|柔|平|中|调|共|饱|亲|祥|随)和(?!谐|平|解|睦|气|蔼|议)|(?<!但|只|还|不|也|都|就|凡|于|或|可|总|若|要|而)是(?!否|非)|(?<!即|大|主|中|健|干|名|武|少|老|悍|良)将(?!来|军|士)|把(?!握|关|控|脉)|由(?!于|此)|(?<!没|所|具|拥|享|共|占|国|公|私|只|还|设|持|现|固|原|含|富|特|独|稀)有(?!效|关|序|机|力|限|利|益|害|偿|色|着|所|意|期|望|毒|形|为|责|权|工作|困难|条件)|被(?!动|子|告)|在于|集于|至|按(?!照|时|期|钮|揭)|给(?!予|付)|如(?!期|何|果|实|意|同|此)|及(?!时|格|早|物)|(?<!促|即|致|行|大|天)使(?!用|命|馆|得|者)|让/uy;
const PARTICLE_STARTS = charSet('的了：:—）)】对就集以在从向为与和是将把由有被于至按给如及使让');

/** The particles of a text, in order. */
export const particlesIn = (text: string): RegExpExecArray[] => matchesFrom(PARTICLE, text, PARTICLE_STARTS);

export const STARTS_IN =
	/^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|有|设|并|还|又|也|要|再|将|把|按|以|在|对|从|向|为|与|使|让|由|就|用|于|给|同|和)/u;

/** Whether a verb stands inside, so that the words before and behind it are two things. */
export const holdsVerb = (text: string): boolean =>
	verbsIn(text).some(({ index, length }) => index > 1 && !isNounish(text.slice(index, index + length)));

/** Verbs that are nouns as often. */
export const isNounish = (text: string): boolean => NOUNISH.lengthAt(text, 0) > 0;
const NOUNISH = wordSet(
	(
		'丰富 完善 集中 统筹 规范 组织 服务 建设 保障 管理 监督 发展 培训 研究 宣传 检查 指导 动员 创新 交流 ' +
		'考核 评价 使用 保护 安排 支持 学习 调研 调整 分析 建立'
	).split(' ')
);
