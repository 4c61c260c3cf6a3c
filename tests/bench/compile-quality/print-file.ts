import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readGold, type GoldText } from './gold.ts';
import { printDocx } from './print-docx.ts';
import { printHtml } from './print-html.ts';
import { printPdf } from './print-pdf.ts';
import { printGold } from './print.ts';

export interface PrintedFile {
	gold: GoldText;
	file: string;
	bytes: Buffer;
	/** All of it, what the print put in included. */
	furniture: string[];
}

/** Reads a `.gold` file and prints it. `@like other` takes the text of another one with settings of its own. */
export function printFile(folder: string, file: string): PrintedFile {
	const name = basename(file, '.gold');
	const own = readFileSync(join(folder, file), 'utf8');
	const like = /^@like (.+)$/m.exec(own)?.[1];
	const gold = readGold(like === undefined ? own : own + textOf(join(folder, `${like}.gold`)), name);
	const { form } = gold.settings;
	if (form === 'html')
		return { gold, file: `${name}.html`, bytes: Buffer.from(printHtml(gold)), furniture: gold.furniture };
	if (form === 'docx') {
		const head = gold.settings.head === undefined ? [] : [gold.settings.head];
		return { gold, file: `${name}.docx`, bytes: printDocx(gold), furniture: [...gold.furniture, ...head] };
	}
	if (form === 'pdf') {
		const { bytes, furniture } = printPdf(gold);
		return { gold, file: `${name}.pdf`, bytes, furniture: [...gold.furniture, ...furniture] };
	}
	const { text, furniture } = printGold(gold);
	return { gold, file: `${name}.${form === 'markdown' ? 'md' : 'txt'}`, bytes: Buffer.from(text), furniture };
}

/** Without its settings, but in its language. */
function textOf(path: string): string {
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => !line.startsWith('@') || line.startsWith('@language'))
		.join('\n');
}
