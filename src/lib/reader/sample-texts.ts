/**
 * Texts for the tests, written for them in the shapes that printed documents come in. None is a quotation.
 */

/** A clean text of long and short paragraphs, for wrapping and damaging it again. */
export const PLAIN_PARAGRAPHS = [
	'山脚下的老车站去年重新开门。候车室里添了书架和热水，值班员说，来往的旅客比从前多了一半，最忙的时候一天要接待四百多人。',
	'修缮花了八个月。工人们先把屋顶的木梁一根根编号拆下，送到城里的作坊加固，再按原来的次序装回去；碎掉的瓦片有三千多块，全部照旧样烧制。',
	'“钱要花在看不见的地方。”负责工程的老木匠这样讲。他带着两个徒弟，每天清早六点上工，天黑才收拾工具回家。',
	'车站前的小广场也变了样。过去坑洼的泥地铺上了青砖，四周种下十二棵银杏，靠墙的一排长椅是附近小学的孩子们亲手刷的漆，颜色各不相同。',
	'如今每逢周末，镇上的人带着自家做的糕点来摆摊，火车进站的铃声一响，孩子们就跑到栏杆边挥手。',
	'站长把这一年的变化写成了一本小册子，书名叫《慢车到站》，扉页上印着一句话：路再远，也有人在等。'
];

export const LAW = `青山市城市绿化条例

（2019年6月28日青山市第八届人民代表大会常务委员会第二十次会议通过）

目\u3000录

第一章\u3000总则
第二章\u3000规划与建设
第三章\u3000附则

第一章\u3000总则

第一条\u3000为了促进城市绿化事业发展，改善生态环境，结合本市实际，制定本条例。

第二条\u3000本市城市规划区内绿化的规划、建设、保护和管理，适用本条例。
法律、法规另有规定的，从其规定。

第三条\u3000城市绿化应当遵循下列原则：
（一）政府主导、公众参与；
（二）因地制宜、节约用水；
（三）建管并重、生态优先。

第二章\u3000规划与建设

第一节\u3000规划

第四条\u3000市绿化主管部门应当会同有关部门编制绿地系统规划，经市人民政府批准后实施。

第二节\u3000建设

第五条\u3000绿化工程的设计、施工应当由具有相应资质的单位承担。

第三章\u3000附则

第六条\u3000本条例自2020年1月1日起施行。
`;

export const NOTICE = `清河市总工会文件

清工发〔2024〕15号

★

清河市总工会关于开展2024年职工读书活动的通知

各县（区）总工会，市直各基层工会：

为深入推进职工阅读，市总工会决定在全市开展职工读书活动。现将有关事项通知如下：

一、活动时间

2024年4月至10月。

二、活动内容

（一）举办读书分享会。每季度举办一次，由各县（区）总工会轮流承办，每次参加人数不少于80人。

（二）建设职工书屋。年内新建职工书屋20家，配送图书2万册。

三、工作要求

1.加强组织领导。各单位要明确专人负责，制定方案，抓好落实。
2.及时报送信息。请于每月25日前报送活动情况。

附件：1.职工读书活动报名表
      2.征文评选办法

                                  清河市总工会
                                  2024年3月18日

抄送：省总工会宣教部。
清河市总工会办公室\u3000\u3000\u3000\u3000\u3000\u3000\u30002024年3月18日印发
`;

export const HANDBOOK = `职工权益保障知识手册

目录

一、劳动合同............................1
二、工资与工时..........................5
三、社会保险............................9

一、劳动合同

1.什么时候应当订立书面劳动合同？

答：用人单位自用工之日起即与劳动者建立劳动关系，应当在一个月内订立书面劳动合同。

2.用人单位可以收取押金吗？

答：不可以。用人单位招用劳动者，不得扣押证件，不得要求提供担保或者收取财物。

- 1 -

二、工资与工时

【加班工资】安排劳动者延长工作时间的，支付不低于工资百分之一百五十的报酬。

【带薪年假】职工累计工作已满1年不满10年的，年休假5天；已满20年的，年休假15天。

- 2 -

三、社会保险

（1）养老保险
用人单位和职工共同缴纳，累计缴费满规定年限的，按月领取养老金。
（2）工伤保险
由用人单位缴纳，职工不缴费。

- 3 -
`;

export const NEWSLETTER = `                    职 工 之 声
                  2023年第5期（总第88期）
        东湖市总工会办公室编            2023年9月30日

本期导读
★ 市总工会召开三季度工作推进会 ………………… 2
★ 小小驿站暖人心 ………………………………… 3
★ 一把焊枪写春秋 ………………………………… 5

        市总工会召开三季度工作推进会

    9月12日，市总工会召开三季度工作推进会，总结前
三季度工作，部署下一阶段任务。市总工会主席林海波出
席会议并讲话，各县区工会主席参加会议。
    会议要求，要围绕中心、服务大局，扎实开展“建功
新时代 奋进新征程”主题竞赛，力争全年参赛职工突破
10万人次。
                              （办公室）

        小小驿站暖人心
        ——东湖市户外劳动者服务站点建设纪实
        本刊记者 何田 通讯员 方小雨

    “能歇脚、能喝水、能充电，心里热乎乎的。”9月20
日中午，快递员小赵走进人民路驿站，一边给手机充电一
                     职工之声  3

边说。
    今年以来，东湖市总工会投入资金260万元，建成站
点42个，服务户外劳动者15万人次。
    下图：职工在驿站休息。  何田 摄

        一把焊枪写春秋
        作者：钱一鸣

    车间里，弧光闪烁。三十年来，他用一把焊枪，焊出
了合格率百分之百的纪录。
                     职工之声  5

    徒弟们说，师傅最常讲的一句话是：“差一丝都不行。”

主办：东湖市总工会          地址：东湖市湖滨路18号
邮编：430000    电话：027-12345678
投稿邮箱：zgzs@example.com
`;

/** A column of nineteen ideographs with an empty line after every line, and one line letter-spaced. */
export const COLUMN = `（上接第二版）

二是抓好职工书屋建设。全年新建书

屋 18 家，配送图书 2.6 万册，开展“书香

润企业 阅读伴成长”活动 40 余场，参加

的职工超过 9000人次。

三 是 办 好 职 工 运 动 会 。 赛 事 历

时两个月，设篮球、拔河等八个项目，共

有 62 支队伍报名。

（三）坚持把服务送到一线，不断提

升职工的获得感。

今年以来，各级工会走访企业 330

家，收集意见建议 1200 多条，逐项建立

台账，办结率达到 96.5%。

一是做实走访慰问。春节前后筹集

资金 450万元，慰问困难职工 2100 户。
`;

export const REPORT_IN_ENGLISH = `ANNUAL SAFETY REPORT 2023

Harbour Workers Association

Harbour Workers Association Annual Report                              1

1. Introduction

The association represents 12,400 members in eleven ports. During 2023 the num-
ber of reported accidents fell by 18 per cent, from 412 to 338, the lowest since
records began in 1998. This report describes what was done, what it cost and what
remains to be done.

The programme rests on three pillars: training, inspection and long-
term health monitoring. Dr. Amara Lind, who leads the programme, said in
March: "We count near misses, not only accidents. That changes what people
report."

Harbour Workers Association Annual Report                              2

2. Training

2.1 Courses held

In total 146 courses were held, attended by 3,870 members. The average score in
the final test rose from 71 to 84 points.

Key results:

- Fewer accidents in every port
- A hotline that is staffed day and night

Harbour Workers Association Annual Report                              3

3. Outlook

In 2024 the association will open two training centres.
`;

export const MARKDOWN = `# 应急管理培训教程

> 内部教材，请勿外传

## 第一单元 基本概念

应急管理是指**政府及其有关机构**在突发事件的[事前预防](http://example.com/a)、事发应对和善后恢复过程中的活动。

### 1.1 突发事件的分类

- 自然灾害
- 事故灾难

### 1.2 响应等级

| 等级 | 颜色 | 启动机关 |
|---|:---:|---|
| 一级 | 红色 | 国务院 |
| 二级 | 橙色 | 省级人民政府 |

\`\`\`
拨打报警电话
\`\`\`

## 第二单元 处置流程

1. 接警
2. 研判
3. 启动预案

处置结束后，应当在*二十四小时*内提交书面报告，文件名形如 report_2023_final.docx。
`;
