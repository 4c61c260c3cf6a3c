import type { GoldBlock, GoldText } from './gold.ts';

/**
 * A gold text as a web page: headings, lists and tables by their elements, furniture in `nav` and `footer`,
 * and some of what pages carry besides (a style, a script, an empty paragraph, entities).
 */
export function printHtml({ name, language, blocks }: GoldText): string {
	const body = blocks.map((block, at) => elementOf(block, blocks[at - 1], blocks[at + 1]));
	return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${name}</title>
<style>p { text-indent: 2em }</style><script>window.hits = 1;</script></head>
<body>
${body.join('\n')}
<p>&nbsp;</p>
</body></html>
`;
}

function elementOf(block: GoldBlock, before: GoldBlock | undefined, after: GoldBlock | undefined): string {
	const text = block.printed.split('\n').map(escaped).join('<br>\n');
	const opens = before?.kind === block.kind ? '' : undefined;
	const closes = after?.kind === block.kind ? '' : undefined;
	switch (block.kind) {
		case 'title':
			return `<h1>${text}</h1>`;
		case 'heading':
			return `<h${block.level + 1}>${text}</h${block.level + 1}>`;
		case 'list-item':
			return `${opens ?? '<ul>'}<li>${text}</li>${closes ?? '</ul>'}`;
		case 'table': {
			const cells = block.printed.split('\t').map((cell) => `<td>${escaped(cell)}</td>`);
			return `${opens ?? '<table>'}<tr>${cells.join('')}</tr>${closes ?? '</table>'}`;
		}
		case 'furniture':
			return before ? `<footer>${text}</footer>` : `<nav>${text}</nav>`;
		case 'caption':
			return `<figure><figcaption>${text}</figcaption></figure>`;
		case 'attribution':
		case 'text':
			return `<p>${text}</p>`;
	}
}

export function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
