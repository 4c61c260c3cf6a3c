/** Excel reads UTF-8 only with this in front. */
export const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180: every cell quoted, lines end in CRLF. */
export function csvLine(cells: readonly (string | number)[]): string {
	return `${cells.map((cell) => `"${(typeof cell === 'number' ? String(cell) : guarded(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** A name such as `=1+1` must stay a name when a sheet opens it; sheets read full-width signs as well. */
export function guarded(text: string): string {
	return /^[\s\0]*[=+\-@＝＋－﹣＠\t\r\n\0]/u.test(text) ? `'${text}` : text;
}
