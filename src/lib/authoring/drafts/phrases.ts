import type { Fact } from '#lib/document/document.ts';

/**
 * The words of the templates. They belong to the question, which speaks its document's language, and not
 * to the screen, which speaks its reader's.
 */
export interface Phrases {
	/** Where the proof stands, as the opening of an explanation. */
	place(article: string, section: string): string;
	answerIs(answer: string): string;
	fillIs(answer: string): string;
	/** The answer is what stands under the heading. */
	toldUnder: string;
	/** A false statement put right. */
	corrected(said: string, right: string): string;
	stands(value: string): string;
	contains(items: readonly string[], open: boolean): string;
	elsewhere(value: string): string;
	modelAnswer(items: readonly string[]): string;
	whatIs(term: string): string;
	kind: Readonly<Record<Fact['kind'], string>>;
}

export const CHINESE: Phrases = {
	place: (article, section) =>
		article && section
			? `出处：《${article}》“${section}”部分。`
			: article
				? `出处：《${article}》。`
				: section
					? `出处：“${section}”部分。`
					: '',
	answerIs: (answer) => `应选“${answer}”。`,
	fillIs: (answer) => `答案是${answer}。`,
	toldUnder: '见原文该问题下的回答。',
	corrected: (said, right) => `题中的“${said}”不对，应为“${right}”。`,
	stands: (value) => `题中的“${value}”与原文一致。`,
	contains: (items, open) =>
		open ? `原文列举了${joined(items)}。` : `原文共列出${items.length}项：${joined(items)}。`,
	elsewhere: (value) => `“${value}”也见于文中，但说的是另一件事。`,
	modelAnswer: (items) =>
		`共${items.length}点：${items.map((item, at) => `（${at + 1}）${item}`).join('；')}。`,
	whatIs: (term) => `“${term}”是指什么？`,
	kind: {
		number: '数量',
		date: '时间',
		name: '人物',
		term: '提法',
		enumeration: '要点',
		place: '地点',
		title: '文件'
	}
};

/** Items that hold a 、 or a ， are set apart by more. */
function joined(items: readonly string[]): string {
	return items.join(items.some((item) => /[、，]/u.test(item)) ? '；' : '、');
}

export const ENGLISH: Phrases = {
	place: (article, section) =>
		article
			? `See “${article}”${section ? `, section “${section}”` : ''}. `
			: section
				? `See section “${section}”. `
				: '',
	answerIs: (answer) => `The right answer is “${answer}”.`,
	fillIs: (answer) => `The answer is ${answer}. `,
	toldUnder: 'See the answer under this heading. ',
	corrected: (said, right) => `“${said}” is wrong here; it should be “${right}”.`,
	stands: (value) => `“${value}” agrees with the text.`,
	contains: (items) => `The text names ${items.length}: ${items.join('; ')}.`,
	elsewhere: (value) => ` “${value}” occurs in the text too, but of something else.`,
	modelAnswer: (items) => items.map((item, at) => `(${at + 1}) ${item}`).join('; '),
	whatIs: (term) => `What does “${term}” mean?`,
	kind: {
		number: 'figure',
		date: 'date',
		name: 'person',
		term: 'term',
		enumeration: 'list',
		place: 'place',
		title: 'title'
	}
};

export function phrasesFor(language: 'zh' | 'en'): Phrases {
	return language === 'en' ? ENGLISH : CHINESE;
}
