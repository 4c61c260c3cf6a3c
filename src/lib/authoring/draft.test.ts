import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { compileCourse } from './compile.ts';
import { documentWith } from './sample-document.ts';

const drafts = (
	paragraphs: readonly string[],
	options: Parameters<typeof documentWith>[1] = {}
): Question[] => compileCourse(documentWith(paragraphs, options)).questions;
const stems = (...given: Parameters<typeof drafts>) => drafts(...given).map(({ stem }) => stem);
const FRAME = '据《青山市图书馆2023年工作报告》，';

describe('a stem carries what its answer needs and no more', () => {
	it('a later deed takes the subject along and leaves out the deeds between', () => {
		const sentence =
			'青山市图书馆开展送书下乡活动36场，举办面向山区学校的流动阅览和讲解服务，组织志愿者上门，建成乡村书屋412个。';
		expect(stems([sentence]).join()).toMatch(/青山市图书馆建成乡村书屋/u);
	});

	it('in a row of deeds without a subject each stands alone', () => {
		const [stem = ''] = stems([
			'要完善服务网络，健全总馆分馆联动机制，提升馆员的专业服务能力，完善志愿者管理办法，依法保障读者借阅权、咨询权、参与权、监督权。'
		]);
		expect(stem).toMatch(/依法保障读者/u);
		expect(stem).not.toMatch(/服务网络|联动机制/u);
	});

	it('a condition is no fact of its own: whom a rule is for asks nothing', () => {
		const rule = '读者人数在二百人以上的社区，应当建立图书室。图书室面积不少于三十平方米。';
		const text = '青山市图书馆建成面积五百平方米以上的分馆，共有37个，均设有儿童阅览区。';
		for (const stem of [...stems([rule]), ...stems([text])]) expect(stem).not.toMatch(/以上的[^，。？]*？$/u);
		expect(stems([rule]).join()).toContain('图书室面积');
		expect(stems([text]).join()).toContain('共有');
	});

	it('what stands before a ； is another matter', () => {
		for (const stem of stems(['南馆接待读者31200人；青山市图书馆北馆举办讲座128场，读者反响热烈。']))
			expect(stem).not.toMatch(/南馆.*北馆/u);
	});

	it('no stem is longer than 90 characters', () => {
		const long = '进一步完善覆盖城乡的公共图书馆服务网络和配送体系，';
		for (const stem of stems([
			`${long.repeat(4)}建成分馆137个。`,
			`青山市图书馆${long.repeat(3)}借出图书86.4万册。`
		]))
			expect(stem.length).toBeLessThanOrEqual(90);
	});

	it('money needs somebody who spends it', () => {
		expect(stems(['投入资金2860万元。', '累计筹措资金3120万元。'])).toEqual([]);
	});

	it('a row of figures gives a question each, and none tells what another asks', () => {
		const asked = drafts([
			'青山市图书馆有藏书412万册，座位3100个，分馆137个，馆员286名，志愿者1950人，年接待读者41万人次。'
		]);
		expect(asked.length).toBeGreaterThan(2);
		for (const one of asked) {
			const told = asked.filter(({ id, stem, explanation = '' }) => {
				const answer = /答案是(.*?)。|应选“(.*?)”/u.exec(explanation)?.slice(1).join('') ?? '无';
				return id !== one.id && one.stem.includes(answer) && !stem.includes(answer);
			});
			for (const { id } of told) expect(one.excludes).toContain(id);
		}
	});
});

describe('who acts, when and to what end', () => {
	it('a deed of nobody is that of the body or the place the title names, else it is not asked', () => {
		const sentence = '举办面向山区学校的流动阅览活动36场，惠及读者5200人次。';
		const title = '青山市图书馆“书香四送”进山区';
		expect(stems([sentence], { title })[0]).toMatch(
			/，青山市图书馆举办面向山区学校的流动阅览活动多少场|，青山市图书馆举办/u
		);
		expect(stems([sentence], { title: '书香四送进山区的做法和体会' })).toEqual([]);
	});

	it('money is asked for with what it went to', () => {
		const [stem = ''] = stems(['青山市图书馆投入资金280万元，改造乡村书屋取暖设施。']);
		expect(stem).toMatch(/投入资金(?:多少|\d).*，改造乡村书屋取暖设施/u);
	});

	it('a bare measure goes with what it is a measure of', () => {
		for (const stem of stems(['2023年，青山市图书馆受理读者咨询9310件，办结率98.6%。']))
			if (stem.includes('办结率')) expect(stem).toContain('受理读者咨询');
	});

	it('the second item of a row keeps the verb of the first and no other subject', () => {
		const asked = stems([
			'青山市图书馆聘请名誉馆员87名，各区县分馆已选聘专职馆员528名、志愿馆员2260名。'
		]).filter((stem) => /志愿馆员/u.test(stem));
		for (const stem of asked) expect(stem).toContain('各区县分馆已选聘');
	});

	it('a part is asked for with its whole', () => {
		const asked = stems(['青山市图书馆共投入资金456万元，其中市财政补助228万元。']);
		expect(asked.join()).toMatch(/共投入资金456万元，其中市财政补助/u);
	});

	it('the modifier stands behind the number it is asked with', () => {
		for (let n = 12; n < 40; n++)
			for (const stem of stems([`青山市图书馆2023年推出方便老年读者借阅的${n}条措施。`]))
				expect(stem).not.toMatch(/的多少条措施/u);
	});

	it('persons are counted in 名, and 人（次） is 人次', () => {
		for (const stem of stems([
			'青山市图书馆2023年帮助30万职工办理借书证。',
			'青山市图书馆2023年开展流动服务惠及读者7.49万人（次）。'
		]))
			expect(stem).not.toMatch(/多少万?职工|多少万?人（次）/u);
	});
});

describe('limits of rules', () => {
	const rules = {
		title: '青山市图书馆借阅管理办法',
		heading: ''
	};
	it('are asked for with their case, among limits that rules know', () => {
		const [question] = drafts(['第八条 读者遗失图书的，应当在十五日内向服务台登记。'], rules);
		expect(question).toMatchObject({
			type: 'single-choice',
			stem: '据《青山市图书馆借阅管理办法》，读者遗失图书的，应当在多少日内向服务台登记？'
		});
		expect(question?.type === 'single-choice' && question.options[question.key]).toBe('十五日');
		expect(question?.explanation).toContain('第八条');
	});

	it('a range is one answer', () => {
		const [question] = drafts(['第九条 污损图书拒不赔偿的，由市图书馆处二百元以上一千元以下的罚款。'], rules);
		expect(question?.stem).toContain('处多少元的罚款');
		if (question?.type !== 'single-choice') throw new Error('a choice was expected');
		expect(question.options[question.key]).toBe('二百元以上一千元以下');
		expect(new Set(question.options).size).toBe(question.options.length);
	});

	it('the case itself is no limit, and nothing is turned into something false', () => {
		const asked = drafts(
			['第十条 一次借阅图书二十册以上的，应当提前三日预约。', '第十一条 还书期限不得超过六十日。'],
			rules
		);
		for (const { type, stem } of asked) {
			expect(type).not.toBe('true-false');
			expect(stem).not.toMatch(/多少册以上的/u);
		}
	});

	it('the day a rule comes into force', () => {
		expect(stems(['第二十条 本办法自2024年3月1日起施行。'], rules)).toContain(
			'据《青山市图书馆借阅管理办法》，本办法自哪一天起施行？'
		);
	});
});

describe('one fact once', () => {
	it('in two articles that tell the same', () => {
		const sentence = '2023年，青山市图书馆各分馆开展流动送书服务惠及读者41.6万人次。';
		const document = documentWith([sentence]);
		const [article] = document.articles;
		if (!article) throw new Error('an article was expected');
		const again = {
			...article,
			id: 'a-2',
			title: '书香满城这一年',
			sections: article.sections.map((section) => ({
				...section,
				id: 's-2',
				paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, id: 'p-again' }))
			}))
		};
		const { questions } = compileCourse({ ...document, articles: [article, again] });
		expect(questions.filter(({ stem }) => stem.includes('流动送书')).length).toBe(1);
	});

	it('and not where the text contradicts itself', () => {
		expect(
			stems(['2023年，青山市图书馆接待读者41.6万人次。', '2023年，青山市图书馆接待读者52.8万人次。'])
		).toEqual([]);
	});
});

describe('no tricks', () => {
	it('a statement never hangs on 余, 超过 or 以上', () => {
		for (let n = 11; n < 60; n++) {
			const asked = drafts([
				`青山市图书馆为乡村学校送去图书${n}00余册。`,
				`青山市图书馆读者人数超过${n}万人。`,
				`青山市图书馆读者满意率保持在${n}%以上。`
			]);
			expect(asked.map(({ type }) => type)).not.toContain('true-false');
		}
	});

	it('what came after an event does not date it', () => {
		expect(stems(['自2022年7月青山书屋项目启动以来，已经惠及读者7610人次。'])).not.toContain(
			expect.stringContaining('哪个月')
		);
	});

	it('a duty towards a law is no question: it may be said of any', () => {
		expect(stems(['加大宣传力度，推动完善各项服务制度，深入贯彻落实《公共图书馆法》。'])).toEqual([]);
	});
});

describe('what a wrong answer may be', () => {
	it('the figures of a change are left alone: a wrong one would turn it round', () => {
		expect(stems(['青山市图书馆读者满意率由82.5%提高到93.6%。'])).toEqual([]);
		expect(
			stems(['Leakage in the Green River network fell from 14.5 percent to 12.8 percent.'], {
				title: 'Water',
				language: 'en'
			})
		).toEqual([]);
	});

	it('two counts of one thing are not torn apart', () =>
		expect(stems(['青山市图书馆为1490户4999名困难读者免费办理借书证。'])).toEqual([]));

	it('a year far from the right one is none', () => {
		const asked = drafts([
			'青山市图书馆创办于1956年春天，是全省最早的图书馆。',
			'2023年，青山市图书馆启动“墨香校园”书法推广工程。',
			'2021年，青山市图书馆成立少儿阅读推广志愿服务队。'
		]);
		for (const question of asked)
			if (question.type === 'single-choice' && question.options.includes('2021年'))
				expect(question.options).not.toContain('1956年');
	});

	it('an English sentence gives two blanks at most, and the year of the report is none', () => {
		const asked = drafts(
			[
				'In 2022 the Green River Dam supplied 412 million litres to 31 towns, 14 farms and 9 mills along the river.'
			],
			{ title: 'Green River Dam, Annual Report 2022', language: 'en' }
		);
		expect(asked.length).toBeLessThanOrEqual(2);
		for (const { stem } of asked) expect(stem).not.toContain('In ____');
	});
});

describe('procedures', () => {
	it('steps put one after the other are to be put in order', () => {
		const [question] = drafts([
			'发现读者突发疾病时，值班馆员应当先拨打急救电话，再通知值班领导，最后做好记录。'
		]);
		expect(question).toMatchObject({
			type: 'ordering',
			stem: `${FRAME}发现读者突发疾病时，值班馆员应当怎样做？请把下列步骤按先后顺序排列。`
		});
		if (question?.type === 'ordering')
			expect(question.key.map((at) => question.options[at])).toEqual([
				'拨打急救电话',
				'通知值班领导',
				'做好记录'
			]);
	});

	it('points of an argument are no procedure', () =>
		expect(drafts(['首先是读者增多，其次是藏书丰富，最后是服务改善。'])).toEqual([]));
});

it('a bare 公司 or 学校 is named by its text', () => {
	const [stem = ''] = stems(['截至2022年底，学校建成阅览室18个，配备图书52000册。'], {
		title: '红星小学图书工作'
	});
	expect(stem).toMatch(/^据《红星小学图书工作》，/u);
});

describe('counted slogans', () => {
	const asks = (sentence: string) => drafts([sentence]).find(({ stem }) => stem.includes('具体指'));

	it('listed behind, in front or in brackets: what they are, letter for letter', () => {
		for (const sentence of [
			'青山市图书馆提出“三个坚持”的要求，即坚持读者至上、坚持开放服务、坚持勤俭办馆。',
			'青山市图书馆落实“三个坚持”（坚持读者至上、坚持开放服务、坚持勤俭办馆）。'
		]) {
			expect(asks(sentence)).toMatchObject({
				type: 'short-answer',
				stem: `${FRAME}“三个坚持”具体指哪三项内容？`,
				key: '共3点：（1）坚持读者至上；（2）坚持开放服务；（3）坚持勤俭办馆。'
			});
		}
		expect(asks('青山市图书馆聚焦“藏书强、服务强、队伍强”的“三强”目标，扎实推进各项建设。')?.key).toContain(
			'（3）队伍强'
		);
	});

	it('nothing where the count does not come out', () => {
		expect(asks('青山市图书馆提出“四个坚持”的要求，即坚持读者至上、坚持开放服务、坚持勤俭办馆。')).toBe(
			undefined
		);
		expect(asks('青山市图书馆落实“三个坚持”，推动各项工作再上台阶。')).toBe(undefined);
	});
});

describe('points that paragraphs open with', () => {
	const points = ['第一，办好借阅服务。', '第二，管好采购经费。', '第三，带好馆员队伍。'].map(
		(point) => `${point}各馆要结合实际抓好落实。`
	);

	it('are asked for once, under their heading', () => {
		const asked = drafts(['各位馆员：', ...points], { heading: '二、明年的任务安排' });
		expect(asked.map(({ type, stem, key }) => ({ type, stem, key }))).toEqual([
			{
				type: 'short-answer',
				stem: `${FRAME}“明年的任务安排”部分讲了哪三个方面？`,
				key: '共3点：（1）办好借阅服务；（2）管好采购经费；（3）带好馆员队伍。'
			}
		]);
	});

	it('or told from those of the section beside it, which stand there word for word', () => {
		const document = documentWith([]);
		const section = (id: string, heading: string, items: readonly string[]) => ({
			id,
			level: 1,
			heading,
			paragraphs: items.map((item, at) => ({
				id: `${id}-${at}`,
				text: `第${'一二三'[at] ?? ''}，${item}。各馆要结合实际抓好落实。`
			}))
		});
		const first = ['办好借阅服务', '管好采购经费', '带好馆员队伍'];
		const types = new Set<string>();
		for (let n = 0; n < 12; n++) {
			const own = [...first.slice(0, 2), `做好第${n}次清点`];
			const sections = [
				section('s1', '一、明年的任务安排', own),
				section('s2', '二、上年的主要成绩', ['建成乡村书屋', '扩充地方文献', '完成馆舍改造'])
			];
			const asked = compileCourse({
				...document,
				articles: [{ id: 'a', title: '图书馆工作报告', sections }]
			}).questions;
			for (const question of asked) {
				types.add(question.type);
				if (question.type !== 'multiple-choice' || question.source?.section !== 's1') continue;
				expect(question.stem).toBe('据《图书馆工作报告》，“明年的任务安排”部分讲到了下列哪些方面？');
				expect(question.key.map((at) => question.options[at]).sort()).toEqual([...own].sort());
			}
		}
		expect([...types]).toEqual(['multiple-choice']);
	});

	it('two are no list, and a gap ends it', () => {
		expect(stems(points.slice(0, 2))).toEqual([]);
		expect(stems([points[0] ?? '', points[2] ?? ''])).toEqual([]);
	});
});

describe('who and what', () => {
	it('a definition asks for the meaning, and the text answers', () => {
		expect(
			drafts(['第三条 本办法所称流动书库，是指由总馆配书、分馆定期轮换使用的成套图书。'], {
				title: '青山市流动书库管理办法'
			})
		).toMatchObject([
			{
				type: 'short-answer',
				stem: '据《青山市流动书库管理办法》，“流动书库”是指什么？',
				key: '由总馆配书、分馆定期轮换使用的成套图书'
			}
		]);
		expect(stems(['会议是指明方向的会议，大家受到很大鼓舞。', '这是指大家共同遵守的各项规则。'])).toEqual([]);
	});

	it('who is charged: among the others of the text, else to be filled in', () => {
		const alone = drafts(['图书剔旧工作每年进行一次，由采编部负责组织。']);
		expect(alone).toMatchObject([{ type: 'fill-in', key: [['采编部']] }]);
		const several = drafts([
			'图书剔旧工作每年进行一次，由采编部负责组织。',
			'读者投诉的受理和答复由读者服务中心负责。',
			'馆舍安全巡查每周不少于一次，由后勤保障科负责。'
		]);
		expect(several.map(({ type }) => type)).toEqual(['single-choice', 'single-choice', 'single-choice']);
	});

	it('a person behind an office is asked for by office and deed', () => {
		const people = [
			'青山市图书馆馆长王小溪主持总结表彰大会并讲话。',
			'青山市文化局局长李大山出席总结表彰大会并颁奖。',
			'青山市读书会会长赵春林宣读表彰决定和获奖名单。'
		];
		expect(stems(people)[0]).toBe(`${FRAME}主持总结表彰大会并讲话的青山市图书馆馆长是谁？`);
	});

	it('a day without its year is asked for within its text', () => {
		const asked = drafts(['5月18日，青山市图书馆新馆在城东新区正式开馆。']);
		expect(asked[0]?.stem).toBe(`${FRAME}青山市图书馆新馆于哪一天在城东新区正式开馆？`);
		expect(asked[0]).toMatchObject({ options: expect.arrayContaining(['5月18日']) });
	});
});
