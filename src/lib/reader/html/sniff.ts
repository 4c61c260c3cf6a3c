/** Whether a text is a page: its first tags say so, or its ending does and it has tags. */
export function isHtml(text: string, file: string): boolean {
	const head = text.slice(0, 4_000).replace(/^\ufeff/, '');
	if (/\.(?:md|markdown|mdown)$/i.test(file)) return false;
	if (
		/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head)\b/i.test(head)
	)
		return true;
	if (!/\.(?:html?|xhtml|shtml)$/i.test(file)) return false;
	return /<(?:p|div|br|h[1-6]|table|body|span|ul|ol|article|section)\b[^<>]{0,500}>/i.test(
		text.slice(0, 100_000)
	);
}

/** The encoding that a page or an XML file names in its first bytes, in lower case. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
	if (!/^[\s\u00ef\u00bb\u00bf]*</.test(head)) return undefined;
	const named =
		/<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head) ??
		/^[\s\u00ef\u00bb\u00bf]*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head);
	return named?.[1]?.toLowerCase();
}
