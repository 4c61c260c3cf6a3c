import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseJson } from '#lib/base/parse.ts';

const BundleSchema = v.record(v.string(), v.string());

/** The sentence for a key of one locale file, in the language of the terminal; the key itself if there is none. */
export function reasonOf(
	room: 'lint' | 'sentence',
	key: string,
	params: Readonly<Record<string, unknown>> = {}
): string {
	const words = bundleOf(room)[key];
	if (words === undefined) return key;
	return words.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
		const value = params[name];
		return Array.isArray(value) ? value.join(', ') : String(value ?? '');
	});
}

export function isChineseTerminal(): boolean {
	return /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '');
}

const bundles = new Map<string, Record<string, string>>();

function bundleOf(room: string): Record<string, string> {
	const known = bundles.get(room);
	if (known) return known;
	const language = isChineseTerminal() ? 'zh-CN' : 'en';
	const file = new URL(`../lib/i18n/locales/${language}/${room}.json`, import.meta.url);
	const parsed = parseJson(BundleSchema, readFileSync(file, 'utf8'));
	const bundle = parsed.ok ? parsed.value : {};
	bundles.set(room, bundle);
	return bundle;
}
