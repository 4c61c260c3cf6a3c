/** `18:42`, `1:05:00`; a started second counts as a whole one, so that 0:00 is shown only at the end. */
export function clockOf(leftMs: number): string {
	const seconds = Math.ceil(Math.max(0, leftMs) / 1000);
	const two = (figure: number) => String(figure).padStart(2, '0');
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The warning that holds at a time left: 5 minutes, 1 minute, 0 when the time is up. */
export function warningAt(leftMs: number): 5 | 1 | 0 | undefined {
	if (leftMs <= 0) return 0;
	if (leftMs <= 60_000) return 1;
	return leftMs <= 300_000 ? 5 : undefined;
}
