/** What a step gave, or why it refused: a refusal is something a person can meet, never a bug. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; error: Refusal };

export function ok<Value>(value: Value): { ok: true; value: Value } {
	return { ok: true, value };
}

export function refuse<Refusal>(error: Refusal): { ok: false; error: Refusal } {
	return { ok: false, error };
}
