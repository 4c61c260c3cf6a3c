import { describe, expect, it } from 'vitest';
import { placesByParagraph, type Place } from '../place.ts';
import { documentWith } from '../sample-document.ts';
import type { Draft } from './draft.ts';
import { gateFault } from './gate.ts';

function placeIn(title = '书香四送进山区的做法和体会', heading = ''): Place {
	const [place] = placesByParagraph(documentWith(['正文。'], { title, heading })).values();
	if (!place) throw new Error('a place was expected');
	return place;
}

const choice = (stem: string): Draft => ({
	type: 'single-choice',
	stem,
	options: ['12个', '18个', '25个', '36个'],
	key: 0,
	difficulty: 3
});
const recall = (stem: string, key = '甲'): Draft => ({ type: 'short-answer', stem, key, difficulty: 4 });
const FRAME = '据《书香四送进山区的做法和体会》，';
const faultOf = (told: string, place = placeIn()) => gateFault(choice(FRAME + told), place);

describe('the last gate before a draft is offered', () => {
	it.each([
		['一号书库\t手推车、四件套\t多少分钟？', 'table-row'],
		['到左岸多少台机组全部投产发电？', 'remnant'],
		['并组织各分馆多少名馆员参观？', 'remnant'],
		['其中自建分馆多少个？', 'remnant'],
		['达到多少个？', 'remnant'],
		['青山市图书馆推翻压在读者身上的多少座大山？', 'frozen-words'],
		['青山市图书馆将这多少个项目列入计划？', 'frozen-words'],
		['推动确定的多少个合作事项落实落地。', 'lost-referent'],
		['专项行动提出多少个目标？', 'lost-referent'],
		['青山市图书馆组织多少次职工赴南馆学习？', 'odd-measure'],
		['青山市图书馆完善借阅下列哪些机制？', 'odd-order'],
		['青山市图书馆改进服务，加强哪四个方面？', 'odd-order'],
		['投入资金多少元改造书屋？', 'no-actor'],
		['走访社区读者多少户？', 'no-actor'],
		['投入专项保障经费多少元？', 'no-actor'],
		['3年间，各分馆培训馆员多少人次？', 'no-time'],
		['招聘会达成意向的有多少人？', 'lost-referent'],
		['青山市图书馆共计投入和花费费用为多少元？', 'lost-referent']
	])('%s has a fault: %s', (told, fault) => {
		expect(faultOf(told)).toBe(fault);
	});

	it.each([
		'到2025年，青山市图书馆分馆达到多少个？',
		'并网发电的机组有多少台？',
		'青山市图书馆完善下列哪些借阅机制？',
		'青山市图书馆发挥馆员在下列哪些方面的示范作用？',
		'同步配套资金多少元，由市财政承担？',
		'全市各级图书馆走访社区读者多少户？',
		'2022年，走访社区读者多少户？',
		'由馆务办公室按照一等建议多少元的标准奖励？',
		'有关部门确定合作事项多少项？',
		'读者满意率为多少？',
		'青山市图书馆投入专项经费多少元，用于支持乡村书屋？',
		'青山市图书馆春季招聘会达成意向的有多少人？'
	])('%s has none', (told) => {
		expect(faultOf(told)).toBeUndefined();
	});

	it('who acts may stand in the title', () => {
		const place = placeIn('青山市图书馆“书香四送”进山区');
		expect(
			gateFault(choice('据《青山市图书馆“书香四送”进山区》，走访社区读者多少户？'), place)
		).toBeUndefined();
	});

	it('a stem holds a whole clause and ends with its question', () => {
		const place = placeIn();
		expect(gateFault(recall(`${FRAME}要围绕落实哪些重点任务？请写出文中列举的五项。`), place)).toBe(
			'no-main-clause'
		);
		expect(
			gateFault(recall(`${FRAME}县级图书馆建设应围绕哪些方面展开？请写出文中列举的五项。`), place)
		).toBeUndefined();
		expect(gateFault(recall(`${FRAME}推动哪些馆签订协议？推动出台办法。`), place)).toBe('runs-on');
	});

	it('a meeting is one that the stem names', () => {
		const place = placeIn();
		expect(gateFault(recall(`${FRAME}主持会议的青山市图书馆馆长是谁？`), place)).toBe('lost-referent');
		expect(gateFault(recall(`${FRAME}召开全市馆务座谈会，谁出席会议并讲话？`), place)).toBeUndefined();
	});

	it('a count over time needs one where not even the text has a name', () => {
		const place = placeIn('', '（二）以流动服务为重点深化读者工作');
		const stem = (time: string) =>
			`在“以流动服务为重点深化读者工作”方面，${time}各级图书馆累计投入资金多少元？`;
		expect(gateFault(choice(stem('')), place)).toBe('no-time');
		expect(gateFault(choice(stem('截至2022年底，')), place)).toBeUndefined();
	});

	it('a slip of the text is no answer', () => {
		const stem = `${FRAME}县级图书馆建设应重点围绕哪些方面展开？`;
		expect(gateFault(recall(stem, '共2点：（1）组织体系建设；（2）发挥作用发挥。'), placeIn())).toBe(
			'torn-answer'
		);
		expect(
			gateFault(recall(stem, '共2点：（1）组织体系建设；（2）馆舍阵地建设。'), placeIn())
		).toBeUndefined();
	});

	it('two options leave nothing to choose', () => {
		const draft = { ...choice(`${FRAME}读者满意率为多少？`), options: ['12%', '18%'] } as Draft;
		expect(gateFault(draft, placeIn())).toBe('few-options');
	});
});
