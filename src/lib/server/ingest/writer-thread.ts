import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { parseJson } from '#lib/base/parse.ts';
import { millis } from '#lib/base/time.ts';
import { PROTOCOL } from '#lib/wire/protocol.ts';
import { MOST_EVENTS_PER_PUSH, PushRequestSchema } from '#lib/wire/push.ts';
import { logFailure } from '../log.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { createEventStore, type Push } from './event-store.ts';
import type { FromWriter, ToWriter } from './messages.ts';

// The writer thread: the only place where the log is written. Node runs this file from source, beside the
// bundle, so it may import nothing of SvelteKit's.

/** Enough to spread the cost of one flush to disk, few enough that nobody waits long. */
const MOST_PUSHES_PER_TRANSACTION = 256;

if (!parentPort) throw new Error('the writer runs as a worker thread');
const port = parentPort;
const { path, epoch } = v.parse(v.object({ path: v.string(), epoch: v.string() }), workerData);
const database = openSqlite(path);
const store = createEventStore(database, epoch);

type Waiting = Extract<ToWriter, { type: 'push' }>;
let waiting: Waiting[] = [];
let isFlushDue = false;

port.on('message', (message: ToWriter) => {
	if (message.type === 'push') {
		waiting.push(message);
		flushSoon();
	} else if (message.type === 'probe') {
		say({ type: 'probed', ticket: message.ticket, ok: isWritable() });
	} else {
		while (waiting.length > 0) flush();
		database.close();
		port.close();
	}
});
say({ type: 'ready' });

/** Everything that came during this turn of the loop goes into one transaction. */
function flushSoon(): void {
	if (isFlushDue) return;
	isFlushDue = true;
	setImmediate(() => {
		isFlushDue = false;
		flush();
		if (waiting.length > 0) flushSoon();
	});
}

type Answer = Extract<FromWriter, { type: 'answers' }>['answers'][number];

function flush(): void {
	const batch = waiting.slice(0, MOST_PUSHES_PER_TRANSACTION);
	waiting = waiting.slice(batch.length);
	const answers: Answer[] = [];
	const accepted: { ticket: number; push: Push }[] = [];
	for (const { ticket, member, organisations, bytes } of batch) {
		const push = readPush(bytes);
		if ('status' in push) answers.push({ ticket, ...push });
		else accepted.push({ ticket, push: { member, organisations, ...push } });
	}
	if (accepted.length > 0) {
		try {
			const written = store.write(
				accepted.map(({ push }) => push),
				millis(Date.now())
			);
			written.forEach((response, i) => {
				const ticket = accepted[i]?.ticket;
				if (ticket !== undefined) answers.push({ ticket, status: 200, body: JSON.stringify(response) });
			});
		} catch (error) {
			logFailure('events-not-stored', error);
			for (const { ticket } of accepted) answers.push({ ticket, status: 503, body: UNAVAILABLE });
		}
	}
	say({ type: 'answers', answers, head: store.head() });
}

const UNAVAILABLE = '{"error":{"type":"Unavailable"}}';

function readPush(bytes: Uint8Array): Pick<Push, 'device' | 'events'> | Omit<Answer, 'ticket'> {
	const text = new TextDecoder().decode(bytes);
	const request = parseJson(v.looseObject({ protocol: v.unknown(), events: v.unknown() }), text);
	if (!request.ok) return { status: 400, body: '{"error":{"type":"Invalid","where":""}}' };
	if (request.value.protocol !== PROTOCOL) return { status: 400, body: '{"error":{"type":"OtherProtocol"}}' };
	if (Array.isArray(request.value.events) && request.value.events.length > MOST_EVENTS_PER_PUSH)
		return { status: 413, body: '{"error":{"type":"TooLarge"}}' };
	const push = v.safeParse(PushRequestSchema, request.value);
	if (push.success) return push.output;
	const where = v.getDotPath(push.issues[0]) ?? '';
	return { status: 400, body: JSON.stringify({ error: { type: 'Invalid', where } }) };
}

function isWritable(): boolean {
	try {
		store.probe(millis(Date.now()));
		return true;
	} catch (error) {
		logFailure('probe-failed', error);
		return false;
	}
}

function say(message: FromWriter): void {
	port.postMessage(message);
}
