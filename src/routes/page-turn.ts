import type { OnNavigate } from '@sveltejs/kit';

/**
 * A page that lies deeper comes in from the right, and goes out that way again: so one knows where one is.
 * Places side by side change without any ado, and so does everything for those who want less motion, where
 * the browser cannot, and while a clock runs.
 */
export function turnPage(navigation: OnNavigate): Promise<void> | void {
	const root = document.documentElement;
	const way = wayOf(navigation);
	const isStill = root.dataset.motion === 'less' || 'still' in root.dataset;
	if (!way || isStill || !('startViewTransition' in document)) return;
	return new Promise((drawn) => {
		root.dataset.way = way;
		const turning = document.startViewTransition(async () => {
			drawn();
			await navigation.complete;
		});
		// Somebody who goes on before the page has turned ends it: nothing to tell.
		for (const step of [turning.ready, turning.updateCallbackDone]) step.catch(() => undefined);
		turning.finished
			.catch(() => undefined)
			.finally(() => {
				if (root.dataset.way === way) delete root.dataset.way;
			});
	});
}

function wayOf({ from, to }: OnNavigate): 'in' | 'out' | undefined {
	if (!from?.route.id || !to?.route.id || to.route.id.includes('/quiz/[attempt]')) return undefined;
	const difference = depthOf(to.route.id) - depthOf(from.route.id);
	if (difference === 0) return undefined;
	return difference > 0 ? 'in' : 'out';
}

/** Places of the frame 0, what belongs to them below; what has the screen to itself lies deepest. */
export function depthOf(route: string): number {
	const parts = route.split('/').filter((part) => part !== '' && !part.startsWith('('));
	return Math.max(0, parts.length - 1) + (route.includes('(focus)') ? 4 : 0);
}
