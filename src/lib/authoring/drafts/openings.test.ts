import { describe, expect, it } from 'vitest';
import { compileCourse } from '../compile.ts';
import { documentWith } from '../sample-document.ts';

const stems = (...given: Parameters<typeof documentWith>): string[] =>
	compileCourse(documentWith(...given)).questions.map(({ stem }) => stem);

describe('where a question about a figure begins', () => {
	it('a bare measure belongs to those its row began with', () => {
		const asked = stems([
			'青山市图书馆各分馆开办流动书屋277家，年借阅收入为160.4万元，结余50.7万元。'
		]).filter((stem) => /结余(?:多少|为多少|\d)/u.test(stem));
		for (const stem of asked) expect(stem).toMatch(/青山市图书馆各分馆/u);
	});

	it('what must be so is said of the clause before it', () => {
		const asked = stems(['对年度先进馆员的评选，须有2条以上已经采纳的服务建议。']);
		for (const stem of asked) expect(stem).toMatch(/对年度先进馆员的评选，须有/u);
	});

	it('the year of the plan that a count belongs to comes along', () => {
		const asked = stems([
			'组织实施2022年馆际互借共享计划，全市参加互借活动单位5314家、读者35.2万人。'
		]).filter((stem) => stem.includes('参加互借活动单位'));
		expect(asked.length).toBeGreaterThan(0);
		for (const stem of asked) expect(stem).toContain('2022年馆际互借共享计划');
	});

	it('since the start of something is not since the year alone', () => {
		for (const stem of stems(['自2022年7月青山市图书馆“书香早读”项目启动以来，已经惠及社区读者7610人次。']))
			expect(stem).not.toMatch(/自2022年7月，/u);
	});

	it('what came of it goes with what was done, not with who did it', () => {
		for (const stem of stems(['青山市图书馆各分馆组织开展阅读推广活动18场次，受训志愿者5000人次。']))
			expect(stem).not.toMatch(/各分馆受训志愿者/u);
	});

	it('a purpose is told, what grew out of it is not', () => {
		for (const stem of stems(['青山市图书馆投入资金280万元，在此基础上形成长效机制。']))
			expect(stem).not.toContain('在此基础上');
	});

	it('times of persons and two counts of one thing are not asked for', () => {
		expect(stems(['2023年，青山市图书馆组织90余次馆员赴各区县分馆学习交流。']).join()).not.toMatch(
			/多少次馆员/u
		);
		expect(stems(['2023年，青山市图书馆共有204家分馆29万读者参加读书竞赛活动。']).join()).not.toMatch(
			/多少家分馆29万/u
		);
	});
});

describe('who acts where the sentence does not say', () => {
	it('a place is nobody: who the text begins with acts', () => {
		const told = [
			'专项行动开展以来，全市各级图书馆坚持开门办馆，聚焦读者需求，各项工作取得明显成效。',
			'开展流动送书活动，资助山区学校学生693名，购置图书5130册。'
		];
		const asked = stems(told, { title: '青山市“书香加强年”专项行动稳步推进' });
		expect(asked.join()).toContain('全市各级图书馆开展流动送书活动');
		expect(asked.join()).not.toMatch(/，青山市开展/u);
	});

	it('again and also say nothing where the first time is not told', () => {
		const asked = stems(['青山市图书馆又投入资金40万元，为各分馆购置取暖设施。']);
		expect(asked.length).toBeGreaterThan(0);
		for (const stem of asked) expect(stem).not.toContain('图书馆又');
	});

	it('made-up figures with 余 are round', () => {
		const { questions } = compileCourse(
			documentWith(['2023年，青山市图书馆组织70余名馆员参加业务技能培训。'])
		);
		for (const question of questions)
			if (question.type === 'single-choice')
				for (const option of question.options) expect(option).toMatch(/^\d+0余名$/u);
	});
});

describe('who is asked for', () => {
	it('the meeting comes from the sentence before', () => {
		const told = [
			'2月20日，青山市图书馆党组召开2022年度馆务总结大会。青山市图书馆党组书记、馆长王敬之主持并作总结讲话。',
			'青山市图书馆副馆长李文远参加会议。青山市图书馆副馆长周子安主持讨论。青山市图书馆馆员吴小平发言。'
		];
		for (const stem of stems(told).filter((one) => one.includes('是谁')))
			expect(stem).not.toMatch(/，主持并作总结讲话的/u);
	});
});

describe('names', () => {
	it('one letter off from the name the text uses everywhere is a slip and no answer', () => {
		const right = '青山市图书馆深入开展“书香青山加强年”专项行动，各分馆积极参加。';
		const wrong = '青山市图书馆北馆创新开展送书上门，助推“书香青山加油年”专项行动，读者反响热烈。';
		const questions = compileCourse(documentWith([right, right.replace('深入', '扎实'), wrong])).questions;
		for (const question of questions) {
			const told =
				JSON.stringify('key' in question ? question.key : '') +
				JSON.stringify('options' in question ? question.options[Number(question.key)] : '');
			expect(told).not.toContain('加油年');
		}
	});
});
