import type { Bank } from '#lib/question/question.ts';
import { readBuiltInBanks } from '../results/built-in-banks.ts';
import type { Database } from '../storage/schema.ts';
import { bankOffered } from '../storage/tables/publication.ts';

/**
 * The banks in use, so that a class that hands in together has its bank read once.
 * @param root the working tree, where the built-in banks are
 */
export function createBankShelf(db: Database, root: string) {
	let builtIn: Promise<Map<string, Bank>> | undefined;
	const banks = new Map<string, Bank | undefined>();
	const keyOf = (organisation: string, course: string) => `${organisation} ${course}`;
	const readBuiltIn = () => (builtIn ??= readBuiltInBanks(root));
	return {
		/** With the keys; undefined for a course that the server does not have. */
		async find(organisation: string, course: string): Promise<Bank | undefined> {
			const key = keyOf(organisation, course);
			if (!banks.has(key)) {
				if (banks.size >= MOST_BANKS) banks.clear();
				banks.set(key, (await bankOffered(db, course, organisation)) ?? (await readBuiltIn()).get(course));
			}
			return banks.get(key);
		},
		/** By the hash under which devices know their course. */
		builtIn: readBuiltIn,
		forget: (organisation: string, course: string) => void banks.delete(keyOf(organisation, course))
	};
}
export type BankShelf = ReturnType<typeof createBankShelf>;
const MOST_BANKS = 20;
