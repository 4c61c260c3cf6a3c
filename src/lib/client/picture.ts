import { ok, refuse, type Result } from '#lib/base/result.ts';

/** A picture as it is saved and handed on. */
export interface DrawnPicture {
	png: Blob;
	/** The same as a `data:` address: what browsers inside apps can save by a long press. */
	address: string;
}

/**
 * Draws an SVG as PNG on this device, with its own fonts, without any network, on plain http too. Refused by
 * browsers that keep a page from reading its canvas.
 * @param width and `height` in px
 */
export async function drawPicture(
	svg: string,
	{ width, height }: { width: number; height: number }
): Promise<Result<DrawnPicture, { type: 'CannotDraw' }>> {
	try {
		const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
		const canvas = document.createElement('canvas');
		canvas.width = width;
		canvas.height = height;
		canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
		const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		return png ? ok({ png, address: await addressOf(png) }) : refuse({ type: 'CannotDraw' });
	} catch {
		return refuse({ type: 'CannotDraw' });
	}
}

function loaded(address: string): Promise<HTMLImageElement> {
	return new Promise((resolve, reject) => {
		const image = new Image();
		image.onload = () => resolve(image);
		image.onerror = () => reject(new Error('an SVG that the browser does not draw'));
		image.src = address;
	});
}

function addressOf(png: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
		reader.readAsDataURL(png);
	});
}

/** Whether the system can hand a picture to another app; never on plain http. */
export function canShare(png: Blob, name: string): boolean {
	return typeof navigator.canShare === 'function' && navigator.canShare({ files: [fileOf(png, name)] });
}

/** Opens the system's own sheet. False when the person closed it or it could not be opened. */
export async function share(png: Blob, name: string, title: string): Promise<boolean> {
	try {
		await navigator.share({ files: [fileOf(png, name)], title });
		return true;
	} catch {
		return false;
	}
}

function fileOf(png: Blob, name: string): File {
	return new File([png], name, { type: 'image/png' });
}

/** On plain http there is no clipboard: then false, and the text can be copied by hand. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
