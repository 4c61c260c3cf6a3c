import { createApp, type App } from '#lib/client/app.svelte.ts';
import { todayHere } from '#lib/client/clock.ts';
import type { SaveRefused } from '#lib/client/store/saving.ts';
import { openDictionary } from '#lib/i18n/dictionary.ts';
import type { Language } from '#lib/i18n/language.ts';
import { Translator } from '#lib/i18n/translator.svelte.ts';
import type { SharedSet } from '#lib/wire/sets.ts';
import { checkGiven } from './check.ts';
import type { Given } from './given.ts';

/** What the page of a shared set needs from the first check on; it comes after the first question. */
export interface Checker {
	app: App;
	translator: Translator;
}

export async function openChecker(language: Language): Promise<Checker> {
	const translator = new Translator(openDictionary());
	await translator.use(language);
	await translator.need('share', 'quiz', 'sentence');
	return { translator, app: createApp() };
}

/**
 * Writes the answers that are no events yet, and gives all of them as they now stand. One that still waits
 * to be marked by the learner stays as it is.
 */
export async function keepGiven(
	{ app }: Checker,
	set: SharedSet,
	given: readonly Given[]
): Promise<{ given: Given[]; refused?: SaveRefused }> {
	const due = given.map((one, at) => (one.kept ? undefined : bodyOf(set, one, at)));
	const drafts = due.flatMap((body) => (body ? [{ kind: 'question-practised' as const, body }] : []));
	if (drafts.length === 0) return { given: [...given] };
	const written = await app.write(drafts);
	if (!written.ok) return { given: [...given], refused: written.error };
	void app.onanswered();
	return { given: given.map((one, at) => (due[at] ? { ...one, kept: true } : one)) };
}

function bodyOf(set: SharedSet, given: Given, at: number) {
	const checked = checkGiven(set, given, at);
	if (!checked || checked.mark.verdict === 'ungraded') return undefined;
	const { question, response, mark } = checked;
	return {
		course: set.course,
		question: question.id,
		mode: 'random' as const,
		response: response ?? null,
		verdict: mark.verdict,
		tookMs: given.tookMs,
		day: todayHere()
	};
}
