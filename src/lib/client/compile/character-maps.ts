/** Where the build put pdf.js's tables of Chinese, Japanese and Korean characters, by their files' paths. */
export const CHARACTER_MAPS = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
	query: '?url&no-inline',
	import: 'default',
	eager: true
});
