/** Nothing on the page moves while this is on it: for whatever counts time. */
export function still(): () => void {
	const { dataset } = document.documentElement;
	dataset.still = '';
	return () => delete dataset.still;
}
