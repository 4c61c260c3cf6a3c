import { Outage } from '#lib/client/remote/request.ts';
import type { Round } from '#lib/client/sync/round.ts';

type Remote = Round['remote'];
export type CallName = keyof Remote;

/** A request that stands at the edge of the network until the world decides what becomes of it. */
export interface PendingCall {
	name: CallName;
	argument: unknown;
	answer(value: unknown): void;
	fail(outage: Outage): void;
}

/**
 * One tab at its synchronisation. It runs until it asks the network for something, and no further: only one
 * runs at a time, so that the same decisions always give the same run.
 */
export class Actor {
	pending: PendingCall | undefined;
	isDone = false;
	/** What the work ended with, if not well. */
	error: unknown;
	#wake = () => {};

	/** The network as this tab sees it. */
	readonly remote: Remote = {
		push: (body) => this.#call('push', body),
		pull: (cursor) => this.#call('pull', cursor),
		verify: () => this.#call('verify', undefined),
		me: () => this.#call('me', undefined)
	};

	/** Starts the work; resolves when it waits for the network or has ended. */
	start(work: (remote: Remote) => Promise<unknown>): Promise<void> {
		const moved = this.#nextStop();
		work(this.remote).then(
			() => this.#end(undefined),
			(error: unknown) => this.#end(error)
		);
		return moved;
	}

	/** Lets it go on; resolves at its next stop. */
	resume(decide: (call: PendingCall) => void): Promise<void> {
		const call = this.pending;
		if (!call) return Promise.resolve();
		this.pending = undefined;
		const moved = this.#nextStop();
		decide(call);
		return moved;
	}

	#nextStop(): Promise<void> {
		return new Promise((resolve) => (this.#wake = resolve));
	}

	#end(error: unknown): void {
		this.isDone = true;
		if (!(error instanceof Outage)) this.error = error;
		this.#wake();
	}

	#call<Value>(name: CallName, argument: unknown): Promise<Value> {
		return new Promise<Value>((resolve, reject) => {
			this.pending = {
				name,
				argument,
				// The world answers what was asked for; the round checks nothing that the wire did not check.
				answer: (value) => resolve(value as Value),
				fail: reject
			};
			this.#wake();
		});
	}
}
