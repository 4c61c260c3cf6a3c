import { uuidFrom } from '#lib/base/id.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { millis } from '#lib/base/time.ts';
import {
	changeStudySettings,
	learnerNow,
	markQuestion,
	recordLevel,
	recordPractice,
	reportQuestion,
	undoPractice
} from '#lib/client/learner.svelte.ts';
import { Outage } from '#lib/client/remote/request.ts';
import { markResponse } from '#lib/question/mark.ts';
import type { Question, Response } from '#lib/question/question.ts';
import { PRACTICE_MODES, type PracticeMode, type QuestionPractised } from '#lib/study/events.ts';
import type { Learner } from '#lib/study/learner.ts';
import { queueFor } from '#lib/study/queues.ts';
import { FakeServer, type Fault } from './fake-remote.ts';
import { StudyingDevice, type World } from './studying-device.ts';

export const COURSE = 'course-of-the-week';

/** Enough of a course that every mode finds something. */
export const QUESTIONS: readonly Question[] = Array.from({ length: 60 }, (_, n): Question => {
	const common = {
		id: `q${n}`,
		stem: `题干 ${n}`,
		difficulty: ((n % 5) + 1) as 1 | 2 | 3 | 4 | 5,
		chapter: `第 ${Math.floor(n / 20)} 章`,
		topics: [`专题 ${n % 3}`]
	};
	if (n % 3 === 0) return { ...common, type: 'true-false', key: n % 2 === 0 };
	if (n % 3 === 1) return { ...common, type: 'numeric', key: { value: n } };
	return { ...common, type: 'single-choice', options: ['甲', '乙', '丙', '丁'], key: n % 4 };
});

export interface Week {
	server: FakeServer;
	devices: [StudyingDevice, StudyingDevice];
	world: World;
	/** The ids of all events of which a screen was told that they are saved. */
	promised: Set<string>;
	/** Writes that a kill broke off before they were promised. */
	brokenOff: number;
	/** In which something was practised. */
	modes: Set<PracticeMode>;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Monday, 8 in the morning in the zone of Beijing. */
const START = Date.UTC(2026, 10, 16, 0);

/**
 * A week of one person with two devices, all of it from one seed. On Wednesday they fly from the zone of Beijing
 * to that of Los Angeles, on Saturday back; a device's zone changes when they land. The desk is used as a guest
 * until Wednesday; on Friday the server is restored from Wednesday's backup.
 */
export async function liveAWeek(seed: string): Promise<Week> {
	const random = seededRandom(seed);
	const world: World = { now: START };
	const server = new FakeServer();
	server.pageSize = 40;
	const member = `learner-of-${seed}`;
	const devices: Week['devices'] = [
		new StudyingDevice('phone', world, server, member),
		new StudyingDevice('desk', world, server, member)
	];
	const week: Week = {
		server,
		devices,
		world,
		promised: new Set(),
		brokenOff: 0,
		modes: new Set()
	};
	const [phone, desk] = devices;
	// The one at the desk is used without an account at first.
	desk.useAsGuest();
	for (const device of devices) await device.start();
	const faults: Fault[] = ['none', 'none', 'none', 'none', 'lost-request', 'lost-answer', 'twice', 'retry'];
	server.fault = () => faults[randomIndex(random, faults.length)] ?? 'none';

	let backup = server.backup();
	for (const [sitting, when] of sittings(random).entries()) {
		world.now = Math.max(world.now, START + when.at);
		const device = when.onPhone ? phone : desk;
		const day = Math.floor(when.at / DAY_MS);
		if (day >= 2) await desk.signIn();
		if (day === 3) backup = server.backup();
		if (day === 5 && server.epoch === 'e1') server.restore(backup, 'e2');
		for (const one of devices) one.zone = when.zone;
		// Each sitting may find another network and a clock that somebody has set.
		device.online = random() < 0.6;
		if (random() < 0.1) device.wrongBy = Math.round((random() - 0.5) * 90 * MINUTE_MS);
		if (random() < 0.3) {
			device.kill();
			await device.start();
		}
		await sit(week, device, random, `${seed}/${sitting}`);
	}
	server.fault = () => 'none';
	for (let lap = 0; lap < 3; lap++)
		for (const device of devices) {
			device.online = true;
			world.now += 15 * MINUTE_MS;
			await device.sync();
		}
	return week;
}

interface Sitting {
	/** After the start of the week, in ms. */
	at: number;
	onPhone: boolean;
	/** Hours east of Greenwich, where the person is. */
	zone: number;
}

/** Two to four a day, each within the waking hours of where the person is; at least one on every local day. */
function sittings(random: Random): Sitting[] {
	const list: Sitting[] = [];
	for (let day = 0; day < 7; day++) {
		const zone = day >= 3 && day < 6 ? -8 : 8;
		// 8 in the morning there.
		const morning = day * DAY_MS + (8 - zone) * HOUR_MS;
		for (let n = 2 + randomIndex(random, 3); n > 0; n--)
			list.push({ at: morning + random() * 13 * HOUR_MS, onPhone: random() < 0.55, zone });
	}
	return list.sort((a, b) => a.at - b.at);
}

async function sit(week: Week, device: StudyingDevice, random: Random, seed: string): Promise<void> {
	const { world } = week;
	for (let acts = 5 + randomIndex(random, 10); acts > 0; acts--) {
		world.now += 3_000 + randomIndex(random, 40_000);
		await act(week, device, random, `${seed}/${acts}`);
		if (random() < 0.25) await device.sync(random() < 0.5).catch(outageOnly);
	}
	await device.sync().catch(outageOnly);
}

function outageOnly(error: unknown): void {
	if (!(error instanceof Outage)) throw error;
}

async function act(week: Week, device: StudyingDevice, random: Random, seed: string): Promise<void> {
	const { app } = device;
	const learner = await learnerNow(app);
	const pick = <Item>(items: readonly Item[]): Item => items[randomIndex(random, items.length)] as Item;
	const about = { course: COURSE, question: pick(QUESTIONS).id };
	const chance = random();
	if (chance < 0.7) return practise(week, device, learner, random, seed);
	if (chance < 0.76) return keep(week, markQuestion(app, about, { type: 'favourite', on: random() < 0.7 }));
	if (chance < 0.82) return keep(week, markQuestion(app, about, { type: 'removed', on: random() < 0.6 }));
	if (chance < 0.86) return keep(week, markQuestion(app, about, { type: 'note', text: `笔记 ${seed}` }));
	if (chance < 0.9) {
		const last = learner.recalls.at(-1 - randomIndex(random, 3));
		if (last) await keep(week, undoPractice(app, last.event));
		return;
	}
	if (chance < 0.93) return keep(week, changeStudySettings(app, pick(SETTINGS)));
	if (chance < 0.96) {
		const level = `q${10 * randomIndex(random, 6)}`;
		const day = device.today();
		const right = randomIndex(random, 11);
		return keep(week, recordLevel(app, { course: COURSE, level, right, questions: 10, day }));
	}
	if (chance < 0.98) {
		const body = {
			course: COURSE,
			lesson: `l${randomIndex(random, 8)}`,
			readMs: 60_000,
			day: device.today()
		};
		return keep(week, app.write([{ kind: 'lesson-finished', body }], device.store));
	}
	return keep(week, reportQuestion(app, { ...about, reason: 'wording', text: seed }));
}

const SETTINGS = [
	{ rightInARow: 1 },
	{ rightInARow: 3 },
	{ retention: 0.85 },
	{ retention: 0.95, newPerDay: 5 },
	{ points: false },
	{ streak: false, autoAdvance: false },
	{ points: true, streak: true, selfGrade: true }
];

/** A few questions of one mode, drawn from what this device knows; now and then the page dies over one. */
async function practise(
	week: Week,
	device: StudyingDevice,
	learner: Learner,
	random: Random,
	seed: string
): Promise<void> {
	const mode = PRACTICE_MODES[randomIndex(random, PRACTICE_MODES.length)] ?? 'random';
	const queue = queueIn(mode, learner, device, seed).slice(
		0,
		mode === 'mock-exam' ? 5 : 1 + randomIndex(random, 4)
	);
	if (queue.length > 0) week.modes.add(mode);
	const answers = queue.map((question) => answerTo(question, mode, device, random));
	if (mode === 'mock-exam') {
		// Handed in as a whole; the other device may have done so too, after a shared start.
		const attempt = uuidFrom(millis(START), new Uint8Array(10).fill(randomIndex(random, 3)));
		const paper = answers.map((answer) => ({ ...answer, attempt }));
		await keep(week, recordPractice(device.app, paper));
		return;
	}
	for (const answer of answers) {
		week.world.now += answer.tookMs;
		if (random() < 0.04) return dieOver(week, device, answer, random);
		await keep(week, recordPractice(device.app, [answer]));
	}
}

export function queueIn(
	mode: PracticeMode,
	learner: Learner,
	device: StudyingDevice,
	seed: string
): Question[] {
	const marked = (of: 'favourite' | 'removed') =>
		new Set([...learner.marks].filter(([, marks]) => marks[of]).map(([question]) => question));
	const of = mode === 'chapter' ? '第 1 章' : '专题 1';
	return queueFor(
		{ mode, of, seed },
		{
			questions: QUESTIONS,
			recalls: learner.recalls,
			memories: learner.memories,
			wrong: learner.wrong,
			favourites: marked('favourite'),
			removed: marked('removed'),
			now: device.now()
		}
	);
}

function answerTo(
	question: Question,
	mode: PracticeMode,
	device: StudyingDevice,
	random: Random
): QuestionPractised {
	const response = responseTo(question, random);
	const { verdict } = markResponse(question, response);
	return {
		course: COURSE,
		question: question.id,
		mode,
		response,
		verdict: verdict === 'ungraded' ? 'partly' : verdict,
		tookMs: 2_000 + randomIndex(random, 40_000),
		day: device.today(),
		...(random() < 0.1 && { unsure: true }),
		...(random() < 0.1 && { grade: ([1, 2, 3, 4] as const)[randomIndex(random, 4)] ?? 3 })
	};
}

/** Right in two cases of three. */
function responseTo(question: Question, random: Random): Response {
	const isRight = random() < 0.66;
	switch (question.type) {
		case 'true-false':
			return { type: 'true-false', judgement: isRight === question.key };
		case 'numeric':
			return { type: 'numeric', text: String(isRight ? question.key.value : -1) };
		case 'single-choice':
			return { type: 'single-choice', choice: isRight ? question.key : (question.key + 1) % 4 };
		default:
			throw new Error(`no question of the week is ${question.type}`);
	}
}

/** The page is killed while it writes. Nobody was told that it is saved, so both is right; half of it never is. */
async function dieOver(
	week: Week,
	device: StudyingDevice,
	answer: QuestionPractised,
	random: Random
): Promise<void> {
	const { dexie } = device.store.db;
	const native = dexie.backendDB();
	const begin = native.transaction.bind(native);
	const open: IDBTransaction[] = [];
	native.transaction = (...wanted: Parameters<IDBDatabase['transaction']>) => {
		const transaction = begin(...wanted);
		open.push(transaction);
		return transaction;
	};
	const again = {
		...answer,
		question: QUESTIONS[randomIndex(random, QUESTIONS.length)]?.id ?? answer.question
	};
	let told: readonly { id: string }[] | undefined;
	const writing = recordPractice(device.app, [answer, again]).then(
		(result) => void (told = result.ok ? result.value : undefined),
		() => undefined
	);
	for (let ticks = randomIndex(random, 12); ticks > 0; ticks--)
		await new Promise((resolve) => setImmediate(resolve));
	// A process that is gone does not try again.
	dexie.open = () => Promise.reject(new Error('this page is gone')) as never;
	for (const transaction of open)
		try {
			transaction.abort();
		} catch {
			// It had ended by itself.
		}
	const promised = told;
	device.kill();
	await writing;
	if (promised) for (const { id } of promised) week.promised.add(id);
	else week.brokenOff++;
	await device.start();
}

async function keep(
	week: Week,
	writing: Promise<{ ok: true; value: readonly { id: string }[] } | { ok: false; error: unknown }>
): Promise<void> {
	const written = await writing;
	if (!written.ok) throw new Error(`not saved: ${JSON.stringify(written.error)}`);
	for (const { id } of written.value) week.promised.add(id);
}
