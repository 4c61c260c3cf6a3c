/**
 * One line of JSON on standard error. Never names, passwords, tokens, answers or addresses: ids, counts and
 * what happened are enough.
 */
export function log(event: string, fields: Record<string, string | number | boolean | undefined> = {}): void {
	console.error(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));
}

/** An outage or a bug: its message and place, for whoever runs the server. */
export function logFailure(event: string, error: unknown): void {
	log(event, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
