import { wordSet } from '../scan.ts';

/**
 * Verbs with which a clause of this genre opens when its subject stands earlier. Longest first where one
 * begins with another.
 */
export const OPENING_VERBS = (
	'组织开展 联合开展 深入开展 广泛开展 集中开展 扎实开展 联合举办 成功举办 联合印发 制定出台 不断提升 不断完善 ' +
	'健全完善 建立健全 持续深化 着力推进 扎实推进 大力推进 积极推进 大力弘扬 积极推动 充分发挥 累计投入 累计发放 累计建设 累计培训 ' +
	'开展 举办 举行 召开 启动 建设 建成 建立 建起 新建 改建 组建 成立 投入 拨付 筹集 筹措 发放 安排 组织 帮助 慰问 走访 看望 ' +
	'培训 培育 培养 选树 评选 表彰 命名 发布 印发 制定 出台 修订 编写 编印 出版 推出 推动 推进 推广 推荐 打造 搭建 创建 深化 ' +
	'加大 加快 加强 完善 健全 提升 提高 扩大 拓展 覆盖 惠及 服务 吸纳 发展 签订 签约 涉及 实现 完成 达成 达到 增长 下降 减少 增加 同比 ' +
	'受理 办理 化解 调处 挽回 追回 提供 购置 配备 购买 资助 救助 捐赠 捐款 支援 派出 下派 选派 深入 运用 依托 利用 发挥 弘扬 ' +
	'统筹 经过 历经 凝聚 引导 动员 团结 坚持 围绕 聚焦 突出 强化 落实 贯彻 参加 参与 参观 学习 宣传 宣讲 编排 设 设立 设置 开设 开通 开办 创作 ' +
	'征集 收集 收到 征求 形成 获得 荣获 获评 授予 评出 产生 吸引 带动 争取 协调 整合 注册 遍布 从事 拥有 占 共 共有 共计 累计 ' +
	'总计 合计 平均 增强 优化 规范 保障 维护 解决 处理 检查 排查 整改 督促 指导 邀请 通过 承办 主办 协办 就 向 对 为 把 将 ' +
	'在 从 以 由 按 按照 根据 针对 结合 面向 包括 涵盖 分为 设有 下设 及时 全面 分别 努力 积极 主动 认真 切实 大力 进一步 坚决 ' +
	'做好 抓好 抓实 用好 办好 建好 讲好 当好 落细 唱响 叫响 擦亮 筑牢 织密 夯实 激发 调动 促进 助力 助推 倡导 践行 传承 赓续 ' +
	'调研了解 深入了解 领会 领悟 掌握 把握 了解 掌握 研究 讨论 审议 部署 总结 回顾 汇报 听取 交流 座谈 调研 考察'
)
	.split(' ')
	.sort((a, b) => b.length - a.length);

const OPENING = wordSet(OPENING_VERBS);
const ADVERBS = wordSet('并 还 也 又 再 共 先后 相继 陆续 累计 已 均 都 将'.split(' '));

/** The verb (or preposition) a clause opens with, if it opens with one. */
export function openingVerb(text: string): string | undefined {
	let end = 0;
	for (let adverb = ADVERBS.lengthAt(text, 0); adverb > 0; adverb = ADVERBS.lengthAt(text, end))
		end += adverb;
	const verb = OPENING.lengthAt(text, end);
	return verb === 0 ? undefined : text.slice(0, end + verb);
}
