import { encode } from 'uqr';

export interface QrShape {
	/** Modules along one side, without the quiet zone: at least three more around it. */
	size: number;
	/** SVG path of the dark modules, one unit each. */
	path: string;
}

/** Corrected at level M (15 %): readable from a worn screen and from a picture that was sent on. */
export function qrShape(text: string): QrShape {
	const { size, data } = encode(text, { ecc: 'M', border: 0 });
	const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
	return { size, path };
}
