import { randomBytes } from 'node:crypto';
import { canonicalJson } from '#lib/base/hash.ts';
import { uuidFrom } from '#lib/base/id.ts';
import { millis } from '#lib/base/time.ts';
import { publicationHash, type Publication } from '#lib/course/publication.ts';
import type { Event } from '#lib/log/event.ts';
import { parse } from '#lib/base/parse.ts';
import { EventSchema } from '#lib/log/event.ts';

export const NOW = millis(Date.UTC(2026, 10, 21, 8));

export function newUuid(): string {
	return uuidFrom(NOW, randomBytes(10));
}

/** A lesson finished: the smallest event there is. */
export function eventWith(change: Partial<Event> & { member: string }): Event {
	const event = parse(EventSchema, {
		id: newUuid(),
		kind: 'lesson-finished',
		version: 1,
		device: 'device-a',
		deviceSeq: 1,
		at: NOW,
		mono: 12.5,
		boot: 'boot-a',
		offset: -3.25,
		body: { course: 'course', lesson: 'lesson', readMs: 1_000 },
		...change
	});
	if (!event.ok) throw new Error(JSON.stringify(event.error));
	return event.value;
}

export function pushOf(events: unknown[], device = 'device-a'): unknown {
	return { protocol: 1, device, events };
}

/** Two questions worth one point each: B is right, and true. */
export const PUBLICATION: Publication = {
	format: 1,
	title: '两道题',
	kind: 'text',
	document: {
		id: 'document',
		file: 'text.txt',
		title: '两道题',
		language: 'zh',
		removed: [],
		warnings: [],
		articles: []
	},
	facts: [],
	modules: [
		{
			id: 'module',
			title: '两道题',
			lessons: [{ id: 'lesson', title: '课', minutes: 3, sections: [], facts: [], questions: ['q1', 'q2'] }]
		}
	],
	bank: {
		id: 'bank',
		title: '两道题',
		questions: [
			{ id: 'q1', type: 'single-choice', stem: '选哪个？', options: ['甲', '乙'], key: 1 },
			{ id: 'q2', type: 'true-false', stem: '对吗？', key: true }
		]
	}
};
export const PUBLICATION_HASH = publicationHash(PUBLICATION);
export const PUBLICATION_TEXT = canonicalJson(PUBLICATION);

export interface Sitting {
	member: string;
	organisation?: string;
	shared?: boolean;
	course?: string;
	title?: string;
	/** The option chosen for q1 and what was said to q2. */
	answers?: [number, boolean];
	startedAt?: number;
	claim?: { scoreHundredths: number; fullHundredths: number; right: number; questions: number };
	device?: string;
}

/** An attempt at `PUBLICATION`, from start to hand-in after one minute. */
export function sittingOf({
	member,
	organisation,
	shared = true,
	course = PUBLICATION_HASH,
	title = '两道题',
	answers = [1, true],
	startedAt = NOW,
	claim,
	device = `device-${member.slice(0, 20)}`
}: Sitting): { attempt: string; events: Event[] } {
	const attempt = newUuid();
	const bodies: [string, Record<string, unknown>][] = [
		[
			'attempt-started',
			{
				attempt,
				title,
				course,
				shared,
				blueprint: {
					title,
					counts: { 'single-choice': 1, 'true-false': 1 },
					durationMs: 600_000,
					passShare: 0.6,
					shuffleQuestions: false,
					shuffleOptions: false
				},
				paper: {
					id: 'paper',
					seed: 'seed',
					items: [
						{ question: 'q1', points: 1, options: [0, 1] },
						{ question: 'q2', points: 1 }
					]
				}
			}
		],
		[
			'answer-given',
			{
				attempt,
				question: 'q1',
				revision: 1,
				elapsedMs: 10_000,
				response: { type: 'single-choice', choice: answers[0] }
			}
		],
		[
			'answer-given',
			{
				attempt,
				question: 'q2',
				revision: 1,
				elapsedMs: 20_000,
				response: { type: 'true-false', judgement: answers[1] }
			}
		],
		[
			'attempt-handed-in',
			{ attempt, elapsedMs: 60_000, by: 'learner', clockSuspect: false, ...(claim && { claim }) }
		]
	];
	const events = bodies.map(([kind, body], i) =>
		eventWith({
			member,
			kind,
			body,
			device,
			deviceSeq: i + 1,
			at: millis(startedAt + i),
			offset: 0,
			...(organisation !== undefined && { organisation })
		})
	);
	return { attempt, events };
}
