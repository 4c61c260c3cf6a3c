/** Where somebody was on a page. */
export interface Place {
	/** In px from the top. */
	y: number;
	/** Of the whole page in px: a page that is shorter cannot be scrolled so far. */
	height: number;
	/** The address of the link that was followed, where that was how the page was left. */
	link?: string;
}

/** After so long what has not come will not come, and the page may be as short as it is. */
const MOST_MS = 8_000;
/** So long nothing grew any more: the page stands. */
const CALM_MS = 600;
const OWN_WAY = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

export function placeNow(): Place {
	const link = document.activeElement?.closest('a')?.getAttribute('href') ?? undefined;
	return {
		y: window.scrollY,
		height: document.documentElement.scrollHeight,
		...(link !== undefined && { link })
	};
}

/**
 * Goes back to a place on a page whose content comes from the database a moment later: until then the page
 * is held as high as it was, and the place is kept while it fills. Whoever moves meanwhile goes their own way.
 *
 * @returns ends the holding, for whoever leaves the page before
 */
export function returnTo({ y, height, link }: Place): () => void {
	const { body } = document;
	const main = document.getElementById('main');
	if (!main || (y === 0 && link === undefined)) return () => {};
	let calm: ReturnType<typeof setTimeout> | undefined;

	body.style.minHeight = `${height}px`;
	const stay = () => {
		if (Math.abs(window.scrollY - y) > 1) window.scrollTo({ top: y, behavior: 'instant' });
		if (link !== undefined) focusLink(main, link);
		clearTimeout(calm);
		if (main.getBoundingClientRect().bottom >= window.innerHeight - 1) calm = setTimeout(release, CALM_MS);
	};
	const release = () => {
		clearTimeout(calm);
		clearTimeout(latest);
		growing.disconnect();
		for (const way of OWN_WAY) window.removeEventListener(way, release);
		body.style.minHeight = '';
	};
	const growing = new ResizeObserver(stay);
	const latest = setTimeout(release, MOST_MS);
	for (const way of OWN_WAY) window.addEventListener(way, release, { passive: true });
	growing.observe(main);
	stay();
	return release;
}

/** For those who go by keyboard or by ear the place is the link they had followed. */
function focusLink(main: HTMLElement, link: string): void {
	if (document.activeElement && document.activeElement !== document.body) return;
	main.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
}
