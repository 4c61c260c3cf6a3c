import { Inflate } from 'fflate';
import { ok, refuse, type Result } from '../base/result.ts';

/** One file in an archive; where its bytes lie is checked again when it is unpacked. */
export interface ZipEntry {
	name: string;
	method: number;
	locked: boolean;
	packed: number;
	headerAt: number;
}

export type ZipRefused = { type: 'Damaged' } | { type: 'Locked' };

const MOST_ENTRIES = 20_000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;

/** What an archive lists at its end, by name. The first of two entries of one name counts. */
export function listZip(bytes: Uint8Array): Result<Map<string, ZipEntry>, ZipRefused> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined) return refuse({ type: 'Damaged' });
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries = new Map<string, ZipEntry>();
	if (count > MOST_ENTRIES) return refuse({ type: 'Damaged' });
	for (let n = 0; n < count; n++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
			return refuse({ type: 'Damaged' });
		const nameLength = view.getUint16(at + 28, true);
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		const entry = {
			name,
			locked: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			headerAt: view.getUint32(at + 42, true)
		};
		if (!entries.has(name)) entries.set(name, entry);
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return ok(entries);
}

/** The end record stands last but for a comment of up to 64 KB. */
function findEnd(view: DataView): number | undefined {
	const first = Math.max(0, view.byteLength - 22 - 65_535);
	for (let at = view.byteLength - 22; at >= first; at--)
		if (view.getUint32(at, true) === END_SIGNATURE) return at;
	return undefined;
}

/** How much may still come out of one archive; shared by its entries. */
export class UnpackBudget {
	#left: number;

	constructor(most: number) {
		this.#left = most;
	}

	take(bytes: number): boolean {
		this.#left -= bytes;
		return this.#left >= 0;
	}
}

/** From this size on an entry that unpacks to so many times its bytes is no document. */
const SUSPECT_FROM = 16 * 1024 * 1024;
const SUSPECT_RATIO = 250;
/** Packed bytes inflated at once: they unpack to four megabytes at most. */
const STEP = 4 * 1024;

/**
 * Unpacks one entry piece by piece. What the archive says about sizes is not believed: it stops as soon as
 * the budget is spent or the ratio is absurd.
 */
export function unpackEntry(
	bytes: Uint8Array,
	entry: ZipEntry,
	budget: UnpackBudget,
	onpiece: (piece: Uint8Array) => void
): Result<undefined, ZipRefused | { type: 'UnpacksTooLarge' }> {
	if (entry.locked) return refuse({ type: 'Locked' });
	const packed = packedBytes(bytes, entry);
	if (!packed) return refuse({ type: 'Damaged' });
	if (entry.method === 0) {
		if (!budget.take(packed.length)) return refuse({ type: 'UnpacksTooLarge' });
		onpiece(packed);
		return ok(undefined);
	}
	if (entry.method !== 8) return refuse({ type: 'Damaged' });
	let unpacked = 0;
	let tooLarge = false;
	const inflate = new Inflate((piece) => {
		unpacked += piece.length;
		tooLarge ||= !budget.take(piece.length);
		tooLarge ||= unpacked > SUSPECT_FROM && unpacked > packed.length * SUSPECT_RATIO;
		if (!tooLarge) onpiece(piece);
	});
	try {
		for (let at = 0; at < packed.length && !tooLarge; at += STEP)
			inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
	} catch (error) {
		if (error instanceof Error && 'code' in error) return refuse({ type: 'Damaged' });
		throw error;
	}
	return tooLarge ? refuse({ type: 'UnpacksTooLarge' }) : ok(undefined);
}

function packedBytes(bytes: Uint8Array, { headerAt, packed }: ZipEntry): Uint8Array | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== HEADER_SIGNATURE) return undefined;
	const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
	return from + packed <= bytes.length ? bytes.subarray(from, from + packed) : undefined;
}
