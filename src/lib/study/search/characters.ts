export function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
}

/** Ideographs, and the halves of those beyond the first plane. */
export function isIdeographUnit(unit: number): boolean {
	return (
		(unit >= 0x4e00 && unit <= 0x9fff) ||
		(unit >= 0x3400 && unit <= 0x4dbf) ||
		(unit >= 0xd840 && unit <= 0xdfff) ||
		unit === 0x3005 ||
		unit === 0x3007
	);
}

/** Of words written with spaces between them: letters and digits. */
export function isWordUnit(unit: number): boolean {
	return (
		isDigit(unit) ||
		(unit >= 0x61 && unit <= 0x7a) ||
		(unit >= 0x41 && unit <= 0x5a) ||
		(unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7)
	);
}
