import type { DraftArticle } from './articles.ts';
import { readNumeral } from './facts/numeral.ts';
import { isIssue } from './roles.ts';

/** With more articles than these no one of them gives its title to the whole. */
const FEW = 3;

/**
 * What a document is called: a periodical by its own name and issue; one text, or a few led by a titled
 * one, by the first title; everything else by its file. An untitled first article takes no other's title.
 * @param publication what the masthead calls it
 * @param title what the file says of itself, such as the title of a page
 * @param removed page furniture, where the issue stands
 */
export function nameDocument(
	articles: readonly DraftArticle[],
	{
		file,
		publication,
		title: own = '',
		removed
	}: { file: string; publication?: string; title?: string; removed: readonly string[] }
): string {
	const issue = issueIn(removed);
	if (publication !== undefined) return withIssue(publication, issue);
	const [first] = articles;
	const title = first?.title ?? '';
	// A title with nothing under it is that of all that follows.
	const isCover = first?.sections.length === 0;
	if (title !== '' && (isCover || articles.length <= FEW)) return title;
	return withIssue(own === '' ? readableStem(file) : own, articles.length > FEW ? issue : undefined);
}

/** Without extension; marks that only stand in for spaces become spaces. */
function readableStem(file: string): string {
	const readable = file
		.replace(/(?<=.)\.[A-Za-z][A-Za-z0-9]{1,4}$/, '')
		.replace(/(?:[_+\s]|%20)+/g, ' ')
		.replace(/ ?[（(]\d{1,2}[）)]$/, '')
		.trim();
	return readable === '' ? file : readable;
}

function withIssue(name: string, issue: string | undefined): string {
	return issue === undefined || name.replace(/\s/g, '').includes(issue) ? name : `${name} ${issue}`;
}

/** 2023年第2期, from the lines of a masthead, where year and number may stand apart. */
function issueIn(removed: readonly string[]): string | undefined {
	const at = removed.findIndex((line) => isIssue(line) && /期|Issue|Vol/.test(line));
	if (at < 0) return undefined;
	const near = removed
		.slice(Math.max(0, at - 1), at + 3)
		.filter((line) => line.length <= 40)
		.map((line) => line.replace(/[\s（）()]/g, ''));
	const number = near
		.map((line) => /(?<!总)第([\d一二三四五六七八九十百]{1,5})期/.exec(line)?.[1])
		.find(Boolean);
	const total = near.map((line) => /总第[\d一二三四五六七八九十百]{1,5}期?/.exec(line)?.[0]).find(Boolean);
	const year = near.map((line) => /([\d〇○零一二三四五六七八九]{4})年/.exec(line)?.[1]).find(Boolean);
	const plainYear = year === undefined ? undefined : readNumeral(year.replace(/○/g, '〇'));
	const plainNumber = readNumeral(number ?? '');
	if (plainNumber !== undefined)
		return `${plainYear === undefined ? '' : `${plainYear}年`}第${plainNumber}期`;
	return total ?? removed[at]?.trim();
}
