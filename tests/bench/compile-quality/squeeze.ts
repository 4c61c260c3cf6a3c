/** Without white space and with plain forms: spaces in a title are a matter of taste. */
export function squeeze(text: string): string {
	return text.normalize('NFKC').replace(/\s+/gu, '');
}
