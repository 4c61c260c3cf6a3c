import * as v from 'valibot';
import { LANGUAGES } from '#lib/i18n/language.ts';
import en from '#lib/i18n/locales/en/results-csv.json';
import zhCN from '#lib/i18n/locales/zh-CN/results-csv.json';
import { serverNow } from '#lib/server/clock.ts';
import { readQuery, refusal } from '#lib/server/http/answer.ts';
import { wallTime } from '#lib/server/results/csv.ts';
import { exportResults } from '#lib/server/results/results.ts';
import { state } from '#lib/server/state.ts';
import { ResultsQuerySchema } from '#lib/wire/results.ts';
import type { RequestHandler } from './$types';

const WORDS = { en, 'zh-CN': zhCN };
/** Where nobody says which clock they read, that of the server's place. */
const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const QuerySchema = v.object({
	...ResultsQuerySchema.entries,
	lang: v.optional(v.picklist(LANGUAGES)),
	zone: v.fallback(v.optional(v.pipe(v.string(), v.check(isZone))), undefined)
});

export const GET: RequestHandler = async ({ url, locals: { person, language } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, QuerySchema);
	if (!query.ok) return query.error;
	const { lang = language, zone = HERE, ...filter } = query.value;
	const words = WORDS[lang];
	const { db } = await state();
	const sheet = await exportResults(db, person.id, filter, { words, zone });
	if (!sheet.ok) return refusal(sheet.error);
	const name = `${words.fileName}-${wallTime(serverNow(), zone).slice(0, 10)}.csv`;
	return new Response(sheet.value, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="results.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'no-store'
		}
	});
};

function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
