/** What the server's thread and the writer's thread say to each other. */
export type ToWriter =
	| {
			type: 'push';
			ticket: number;
			member: string;
			organisations: readonly string[];
			/** The request's body, as it came. */
			bytes: Uint8Array<ArrayBuffer>;
	  }
	| { type: 'probe'; ticket: number }
	| { type: 'close' };

export type FromWriter =
	| { type: 'ready' }
	/** `body` is JSON. 503 means that nothing was stored. */
	| {
			type: 'answers';
			answers: { ticket: number; status: 200 | 400 | 413 | 503; body: string }[];
			head: number;
	  }
	| { type: 'probed'; ticket: number; ok: boolean };

export interface WriterSettings {
	path: string;
	epoch: string;
}
