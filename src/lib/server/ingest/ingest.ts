import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { log, logFailure } from '../log.ts';
import type { FromWriter, ToWriter, WriterSettings } from './messages.ts';

export interface PushAnswer {
	status: number;
	/** JSON. */
	body: string;
}

/** The server's side of the writer thread: a bounded queue in front of it. */
export interface Ingest {
	/** Asked before a body is read. */
	hasRoom(bytes: number): boolean;
	/**
	 * Answered once it is on disk; undefined when the queue is full.
	 *
	 * @param bytes handed over to the thread: empty afterwards
	 */
	push(
		member: string,
		organisations: readonly string[],
		bytes: Uint8Array<ArrayBuffer>
	): Promise<PushAnswer | undefined>;
	/** Whether an event could be stored now. */
	isReady(): Promise<boolean>;
	/** Called with the newest sequence whenever something was stored. */
	onStored(listener: (head: number) => void): void;
	/** Answers what waits, then ends the thread. */
	close(): Promise<void>;
}

export interface IngestLimits {
	mostPushes: number;
	mostBytes: number;
}
const LIMITS: IngestLimits = { mostPushes: 4_000, mostBytes: 64 * 1024 * 1024 };
const PROBE_MS = 2_000;

/** @param root the working tree; the thread runs from source */
export async function startIngest(
	root: string,
	settings: WriterSettings,
	limits: IngestLimits = LIMITS
): Promise<Ingest> {
	const script = pathToFileURL(join(root, 'src/lib/server/ingest/writer-thread.ts'));
	const waiting = new Map<number, (answer: PushAnswer) => void>();
	const listeners: ((head: number) => void)[] = [];
	let queued = { pushes: 0, bytes: 0 };
	let lastTicket = 0;
	let probed: { at: number; answer: Promise<boolean> } | undefined;
	let isClosing = false;
	let ended: Promise<void> = Promise.resolve();
	let worker: Worker | undefined = start();
	await ready(worker);

	function start(): Worker {
		const thread = new Worker(script, { workerData: settings, execArgv: [] });
		thread.on('message', (message: FromWriter) => hear(message));
		thread.on('error', (error) => logFailure('writer-failed', error));
		ended = new Promise((resolve) =>
			thread.on('exit', (code) => {
				// Whoever still waits is told that nothing is certain; they push again, which does no harm.
				for (const settle of waiting.values()) settle(UNAVAILABLE);
				waiting.clear();
				worker = undefined;
				resolve();
				if (isClosing) return;
				log('writer-ended', { code });
				setTimeout(() => {
					if (!isClosing) worker = start();
				}, RESTART_MS);
			})
		);
		return thread;
	}

	function hear(message: FromWriter): void {
		if (message.type === 'answers') {
			for (const { ticket, status, body } of message.answers) settle(ticket, { status, body });
			for (const listener of listeners) listener(message.head);
		} else if (message.type === 'probed') {
			settle(message.ticket, { status: message.ok ? 200 : 503, body: '' });
		}
	}

	function settle(ticket: number, answer: PushAnswer): void {
		waiting.get(ticket)?.(answer);
		waiting.delete(ticket);
	}

	function ask(message: (ticket: number) => ToWriter, transfer: ArrayBuffer[] = []): Promise<PushAnswer> {
		const ticket = (lastTicket += 1);
		return new Promise((resolve) => {
			if (!worker) return resolve(UNAVAILABLE);
			waiting.set(ticket, resolve);
			worker.postMessage(message(ticket), transfer);
		});
	}

	async function probe(): Promise<boolean> {
		const late = new Promise<PushAnswer>((resolve) => setTimeout(resolve, PROBE_MS, UNAVAILABLE).unref());
		const answer = await Promise.race([ask((ticket) => ({ type: 'probe', ticket })), late]);
		return answer.status === 200;
	}

	const hasRoom = (bytes: number) =>
		!isClosing && queued.pushes < limits.mostPushes && queued.bytes + bytes <= limits.mostBytes;

	return {
		hasRoom,
		async push(member, organisations, bytes) {
			const { length } = bytes;
			if (!hasRoom(length)) return undefined;
			queued = { pushes: queued.pushes + 1, bytes: queued.bytes + length };
			const answer = await ask(
				(ticket) => ({ type: 'push', ticket, member, organisations, bytes }),
				[bytes.buffer]
			);
			queued = { pushes: queued.pushes - 1, bytes: queued.bytes - length };
			return answer;
		},
		isReady() {
			// Whoever asks all the time gets one answer a second.
			if (!probed || performance.now() - probed.at > 1_000)
				probed = { at: performance.now(), answer: probe() };
			return probed.answer;
		},
		onStored: (listener) => void listeners.push(listener),
		async close() {
			isClosing = true;
			worker?.postMessage({ type: 'close' } satisfies ToWriter);
			await ended;
		}
	};
}

const RESTART_MS = 500;
const UNAVAILABLE: PushAnswer = { status: 503, body: '{"error":{"type":"Unavailable"}}' };

function ready(worker: Worker): Promise<void> {
	return new Promise((resolve, reject) => {
		worker.once('error', reject);
		worker.once('message', () => {
			worker.off('error', reject);
			resolve();
		});
	});
}
