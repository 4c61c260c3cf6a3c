import * as v from 'valibot';
import { ok, refuse, type Result } from './result.ts';

/** One thing wrong with an input: `where` is a dotted path into it, empty for the whole. */
export interface ParseIssue {
	where: string;
	why: string;
}

/** The only way in: `unknown` becomes a typed value, or the list of what is wrong with it. */
export function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): Result<v.InferOutput<Schema>, ParseIssue[]> {
	const result = v.safeParse(schema, input);
	if (result.success) return ok(result.output);
	return refuse(result.issues.map((issue) => ({ where: v.getDotPath(issue) ?? '', why: issue.message })));
}

/** The same for JSON text, so that broken JSON is one more refusal and not an exception. */
export function parseJson<Schema extends v.GenericSchema>(
	schema: Schema,
	text: string
): Result<v.InferOutput<Schema>, ParseIssue[]> {
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		return refuse([{ where: '', why: 'not JSON' }]);
	}
	return parse(schema, input);
}
