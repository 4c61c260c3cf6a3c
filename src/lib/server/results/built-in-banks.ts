import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '#lib/base/parse.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import { publicationFromBuiltIn } from '#lib/course/from-built-in.ts';
import { publicationHash } from '#lib/course/publication.ts';
import type { Bank } from '#lib/question/question.ts';
import { log, logFailure } from '../log.ts';

/** The banks that come with the app, by the hash under which devices know their course. */
export async function readBuiltInBanks(root: string): Promise<Map<string, Bank>> {
	const folder = join(root, 'questions');
	const banks = new Map<string, Bank>();
	try {
		for (const file of await readdir(folder)) {
			if (!file.endsWith('.json') || file.endsWith('.schema.json')) continue;
			const module = parseJson(BuiltInModuleSchema, await readFile(join(folder, file), 'utf8'));
			if (module.ok) banks.set(publicationHash(publicationFromBuiltIn(module.value)), module.value.bank);
			else log('built-in-bank-broken', { file, where: module.error[0]?.where });
		}
	} catch (error) {
		// Without them attempts at the built-in course stay as the devices marked them.
		logFailure('built-in-banks-not-read', error);
	}
	return banks;
}
