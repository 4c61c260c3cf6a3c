import { preloadCode } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Translator } from '#lib/i18n/translator.svelte.ts';

/**
 * Fetches the code and the words of every page a learner goes to, so that a network that goes away takes
 * no page with it. A service worker has them all; without one (plain http, some browsers inside apps) and
 * before a clock runs, the page keeps them itself.
 */
export async function keepAtHand(translator: Translator): Promise<void> {
	const id = 'x';
	const paths = [
		resolve('/'),
		resolve('/library'),
		resolve('/practise'),
		resolve('/practise/ladder'),
		resolve('/(focus)/practise/[mode]', { mode: 'daily' }),
		resolve('/(frame)/(device)/practise/list/[list]', { list: 'wrong' }),
		resolve('/(frame)/(device)/practise/list/[list]/print', { list: 'wrong' }),
		resolve('/import'),
		resolve('/me'),
		resolve('/me/study'),
		resolve('/progress'),
		resolve('/search'),
		resolve('/(frame)/(device)/course/[id]', { id }),
		resolve('/(frame)/(device)/course/[id]/quiz', { id }),
		resolve('/(frame)/(device)/course/[id]/source', { id }),
		resolve('/(focus)/course/[id]/lesson/[lesson]', { id, lesson: id }),
		resolve('/(focus)/course/[id]/lesson/[lesson]/practice', { id, lesson: id }),
		resolve('/(focus)/quiz/[attempt]', { attempt: id }),
		resolve('/(focus)/result/[attempt]', { attempt: id })
	];
	try {
		await Promise.all([
			translator.need(
				'home',
				'library',
				'course',
				'quiz',
				'practice',
				'progress',
				'me',
				'lists',
				'search',
				'share',
				'sentence'
			),
			...paths.map((path) => preloadCode(path)),
			import('./SharePicture.svelte'),
			import('./(frame)/TodayBoard.svelte')
		]);
	} catch {
		// No network now: what is missing is fetched when it is needed.
	}
}

export function isServedOffline(): boolean {
	return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}
