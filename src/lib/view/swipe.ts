import type { Attachment } from 'svelte/attachments';

const LEAST_PX = 64;

/** A clear sideways stroke of one finger; never from something that scrolls or is dragged itself. */
export function swipe(onswipe: (direction: 'left' | 'right') => void): Attachment<HTMLElement> {
	return (node) => {
		let from: { x: number; y: number } | undefined;
		const start = (touch: TouchEvent) => {
			const [finger] = touch.touches;
			const apart =
				touch.target instanceof Element &&
				touch.target.closest('input[type="text"], textarea, select, ol li');
			from =
				finger && touch.touches.length === 1 && !apart ? { x: finger.clientX, y: finger.clientY } : undefined;
		};
		const end = (touch: TouchEvent) => {
			const [finger] = touch.changedTouches;
			if (!from || !finger) return;
			const [x, y] = [finger.clientX - from.x, finger.clientY - from.y];
			from = undefined;
			if (Math.abs(x) >= LEAST_PX && Math.abs(x) > 2 * Math.abs(y)) onswipe(x < 0 ? 'left' : 'right');
		};
		node.addEventListener('touchstart', start, { passive: true });
		node.addEventListener('touchend', end, { passive: true });
		return () => {
			node.removeEventListener('touchstart', start);
			node.removeEventListener('touchend', end);
		};
	};
}
