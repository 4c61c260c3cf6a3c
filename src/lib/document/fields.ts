import type { Line } from './lines.ts';

/** What minutes, notices and forms name before a colon. */
const LABELS =
	/^(?:时\s?间|地\s?点|日\s?期|主\s?题|议\s?题|主持人?|主\s?讲人?|参会人员|参加人员|参加单位|与会人员|出席(?:人员)?|列席(?:人员)?|缺席(?:人员)?|请假(?:人员)?|记录人?|整理人?|签发人?|审核人?|会议时间|会议地点|会议主题|会议主持|会议记录|活动时间|活动地点|活动主题|培训时间|培训地点|培训对象|联系人|联系电话|联系地址|联系方式|咨询电话|监督电话|举报电话|电子邮箱|发文机关|成文日期|索\s?引\s?号|文\s?号|关键词|Date|Time|Place|Venue|Location|Present|Attendees|Participants|Absent|Apologies|Chair|Minutes by|Subject|From|To|Cc|Keywords)\s?[：:]\s?\S/;
const ANY_LABEL = /^(?:[\u4e00-\u9fff]{2,6}|[A-Z][a-z]{1,12}(?: [a-z]{1,12})?)\s?[：:]\s?[^\s：:]/;

/** A label that forms use, a colon, and what it is. */
export function isField(text: string): boolean {
	return LABELS.test(text.slice(0, 24));
}

/** Marks the lines that are a label with its value: labels that forms use, and any where three follow each other. */
export function markFields(lines: readonly Line[]): void {
	let from = 0;
	for (let at = 0; at <= lines.length; at++) {
		const line = lines[at];
		if (line !== undefined && isField(line.text)) line.field = true;
		if (line !== undefined && line.heading === undefined && ANY_LABEL.test(line.text.slice(0, 24))) continue;
		if (at - from >= 3) for (let i = from; i < at; i++) markShort(lines[i]);
		from = at + 1;
	}
}

function markShort(line: Line | undefined): void {
	if (line !== undefined && line.text.length <= 60) line.field = true;
}
