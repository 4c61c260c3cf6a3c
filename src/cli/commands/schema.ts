import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';

export const SCHEMA_FILE = fileURLToPath(new URL('../../../questions/module.schema.json', import.meta.url));

export async function run(args: string[]): Promise<number> {
	if (args.length > 0) return 2;
	await writeFile(SCHEMA_FILE, moduleSchemaText());
	console.error(SCHEMA_FILE);
	return 0;
}

/** The published schema of built-in module files. Checks across fields have no form in JSON Schema. */
export function moduleSchemaText(): string {
	const schema = toJsonSchema(BuiltInModuleSchema, {
		errorMode: 'ignore',
		target: 'draft-2020-12',
		typeMode: 'input'
	});
	return `${JSON.stringify({ title: 'Saixue module', ...schema }, undefined, '\t')}\n`;
}
