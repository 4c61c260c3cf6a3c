import type { RawLine } from '../../document/raw.ts';
import { MarkupWalk } from '../markup.ts';
import { BlockWriter, PAGE, squeeze, type Found, type Place } from './blocks.ts';
import { isChromeByClass, isChromeByRole, isHidden, roleOfElement } from './elements.ts';
import { leaveOutChrome } from './chrome.ts';
import { ListCounter } from './list-counter.ts';
import { TableWriter } from './tables.ts';

export interface HtmlText {
	lines: RawLine[];
	/** What the head calls the page. */
	title?: string;
}

/** Elements nested deeper than this are read as if they stood here; a page has fewer than a hundred. */
const DEEPEST = 2_000;
const DEEPEST_TABLE = 12;

/** The text of a page, paragraph by paragraph; what is not text for reading is listed as removed. */
export function readHtml(html: string): HtmlText {
	const page = new Page();
	const walk = new MarkupWalk(page, { xml: false });
	walk.write(html);
	walk.end();
	return page.finish();
}

interface Frame {
	name: string;
	place: Place;
	/** Whether rows and cells in it make a table of their own. */
	table: boolean;
}

class Page {
	readonly #stack: Frame[] = [];
	/** How many elements of each name are open, within the innermost table and within those around it. */
	readonly #open: Map<string, number>[] = [new Map()];
	readonly #tables: { writer: TableWriter; inCell: boolean }[] = [];
	readonly #lists = new ListCounter();
	readonly #blocks = new BlockWriter();
	readonly #found: Found[] = [];
	readonly #dropped = new Map<string, number>();
	#title = '';

	onopen(name: string, attributes: ReadonlyMap<string, string>): void {
		const role = roleOfElement(name);
		if (role === 'void') {
			const place = this.#place();
			if (name === 'br') this.#blocks.break(place);
			if (name === 'hr') this.#flush();
			return;
		}
		this.#closeImplied(name, role === 'block' || role === 'chrome');
		const place = this.#placeIn(name, role, attributes);
		if (role === 'dropped' && !this.#place().dropped) this.#count(`<${name}>`);
		if (this.#stack.length >= DEEPEST) return;
		const tables = this.#tables.length;
		if (role === 'block' || role === 'chrome') this.#openBlock(name, attributes, place);
		const table = this.#tables.length > tables;
		this.#stack.push({ name, place, table });
		if (table) this.#open.push(new Map());
		const open = this.#scope();
		open.set(name, (open.get(name) ?? 0) + 1);
	}

	onclose(name: string): void {
		if (name === 'br') this.#blocks.break(this.#place());
		// What began outside of a table does not end in it.
		if ((this.#scope().get(name) ?? 0) === 0) {
			if (name === 'p') this.#flush();
			return;
		}
		while (this.#stack.length > 0) {
			const top = this.#stack[this.#stack.length - 1];
			this.#pop();
			if (top?.name === name) return;
		}
	}

	ontext(text: string): void {
		const top = this.#stack[this.#stack.length - 1];
		if (top?.name === 'title') {
			if (this.#title.length < 500) this.#title += text;
			return;
		}
		const place = top?.place ?? PAGE;
		if (!place.dropped) this.#blocks.write(text, place);
	}

	oncomment(): void {
		this.#count('<!-- -->');
	}

	ondeclaration(): void {}

	finish(): HtmlText {
		while (this.#stack.length > 0) this.#pop();
		this.#flush();
		const title = squeeze(this.#title);
		const counts = [...this.#dropped].map(([name, count]) => `${name} × ${count}`);
		return {
			lines: [
				...leaveOutChrome(this.#found),
				...counts.map((text): RawLine => ({ text, scaffolding: true }))
			],
			...(title !== '' && { title })
		};
	}

	#scope(): Map<string, number> {
		return this.#open[this.#open.length - 1] ?? new Map<string, number>();
	}

	#place(): Place {
		return this.#stack[this.#stack.length - 1]?.place ?? PAGE;
	}

	#placeIn(
		name: string,
		role: ReturnType<typeof roleOfElement>,
		attributes: ReadonlyMap<string, string>
	): Place {
		const place = this.#place();
		if (place.dropped || (attributes.size === 0 && !CHANGES_PLACE.has(name) && (!role || role === 'block')))
			return place;
		const changes: Partial<Place> = {};
		if (role === 'dropped' || (name === 'dialog' && !attributes.has('open'))) changes.dropped = true;
		if (name === 'del' || isReference(name, attributes, place)) changes.lost = true;
		// A whole block may only wait for a script to show it: how much would go decides.
		if (isHidden(attributes)) changes[role === 'block' ? 'hidden' : 'lost'] = true;
		const isOfText = name === 'footer' && (place.article || place.quote);
		if ((role === 'chrome' && !isOfText) || isChromeByRole(attributes)) changes.chrome = true;
		if (name === 'blockquote') changes.quote = true;
		if (isChromeByClass(attributes) && name !== 'body' && name !== 'html') changes.named = true;
		if (name === 'main' || attributes.get('role') === 'main') changes.main = true;
		if (name === 'article') changes.article = true;
		if (name === 'header' && !place.main && !place.article) changes.header = true;
		if (name === 'a' && !(attributes.get('href') ?? '#').startsWith('#')) changes.link = true;
		if (name === 'pre' || name === 'xmp' || name === 'listing') changes.pre = true;
		if (name === 'sup') changes.raised = true;
		for (const _change in changes) return { ...place, ...changes };
		return place;
	}

	#openBlock(name: string, attributes: ReadonlyMap<string, string>, place: Place): void {
		this.#flush();
		if (place.dropped) return;
		const level = /^h[1-6]$/.test(name) ? Number(name[1]) : headingLevel(attributes);
		const table = this.#tables[this.#tables.length - 1];
		if (level !== undefined) {
			this.#blocks.begin({ heading: level });
			if (level <= 3) table?.writer.layOut();
		} else if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.open(name, attributes);
		else if (name === 'li') this.#blocks.begin({ kind: 'list-item', ...this.#lists.item(attributes) });
		else if (name === 'figcaption' || name === 'caption') this.#blocks.begin({ kind: 'caption' });
		else if (name === 'table') {
			table?.writer.layOut();
			if (this.#tables.length < DEEPEST_TABLE)
				this.#tables.push({ writer: new TableWriter(place), inCell: false });
		} else if (table && name === 'tr') {
			table.writer.row();
			table.inCell = false;
		} else if (table && (name === 'td' || name === 'th')) {
			table.writer.cell();
			table.inCell = true;
		} else if (name !== 'p' && name !== 'div' && name !== 'section') this.#blocks.begin({});
	}

	/** HTML lets authors leave out the ends of paragraphs, items, rows and cells. */
	#closeImplied(name: string, block: boolean): void {
		for (let n = 0; n < 4; n++) {
			const top = this.#stack[this.#stack.length - 1]?.name;
			if (top === undefined) return;
			const ends = (top === 'p' && block) || ENDED_BY.get(top)?.has(name) === true;
			if (!ends) return;
			this.#pop();
		}
	}

	#pop(): void {
		const frame = this.#stack.pop();
		if (frame === undefined) return;
		const { name } = frame;
		const open = this.#scope();
		open.set(name, (open.get(name) ?? 1) - 1);
		if (frame.table && this.#open.length > 1) this.#open.pop();
		const role = roleOfElement(name);
		if (role !== 'block' && role !== 'chrome') return;
		this.#flush();
		if (/^h[1-6]$/.test(name) || name === 'li' || name === 'figcaption' || name === 'caption')
			this.#blocks.begin({});
		if (frame.place.dropped) return;
		if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.close();
		const table = this.#tables[this.#tables.length - 1];
		if (frame.table && table) {
			this.#tables.pop();
			this.#add(table.writer.finish());
		} else if (table && (name === 'td' || name === 'th')) table.inCell = false;
	}

	#flush(): void {
		const found = this.#blocks.finish();
		if (found.length > 0) this.#add(found);
	}

	#add(found: readonly Found[]): void {
		const table = this.#tables[this.#tables.length - 1];
		if (table) table.writer.add(found, table.inCell);
		else for (const one of found) this.#found.push(one);
	}

	#count(name: string): void {
		this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
	}
}

/** Elements that mean something for what is in them without any attribute. */
const CHANGES_PLACE = new Set('dialog del blockquote main article header pre xmp listing sup'.split(' '));

/** What ends an element that is open, besides its own end. */
const ENDED_BY = new Map(
	[
		['li', 'li'],
		['dt', 'dt dd'],
		['dd', 'dt dd'],
		['td', 'td th tr tbody tfoot'],
		['th', 'td th tr tbody tfoot'],
		['tr', 'tr tbody tfoot'],
		['option', 'option'],
		['head', 'body'],
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'h1 h2 h3 h4 h5 h6'])
	].map(([name = '', ends = '']): [string, Set<string>] => [name, new Set(ends.split(' '))])
);

/** A raised link within the page leads to a note; Wikipedia's and Word's are such. */
function isReference(name: string, attributes: ReadonlyMap<string, string>, place: Place): boolean {
	if (name === 'a' && place.raised) return (attributes.get('href') ?? '').includes('#');
	return name === 'sup' && /\b(?:reference|footnote)/.test(attributes.get('class') ?? '');
}

function headingLevel(attributes: ReadonlyMap<string, string>): number | undefined {
	if (attributes.get('role') !== 'heading') return undefined;
	const level = Number(attributes.get('aria-level') ?? 2);
	return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}
