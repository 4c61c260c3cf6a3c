import type { Question, QuestionType } from '../question.ts';
import { answerText, letterOf, stemText, type AnswerWords } from './answer-text.ts';

/** Questions under one heading. */
export interface MarkdownPart {
	heading: string;
	questions: readonly { question: Question; remarks: readonly string[] }[];
}

export interface MarkdownWords extends AnswerWords, Record<`type-${QuestionType}`, string> {
	answer: string;
	explanation: string;
	sentence: string;
	colon: string;
}

/** Questions with their keys as a text that reads well as it is, and better as Markdown. */
export function printMarkdown(title: string, parts: readonly MarkdownPart[], words: MarkdownWords): string {
	const lines = [`# ${inLine(title)}`];
	let number = 0;
	for (const { heading, questions } of parts) {
		if (heading) lines.push('', `## ${inLine(heading)}`);
		for (const { question, remarks } of questions) {
			number += 1;
			lines.push('', `### ${number}. ${words[`type-${question.type}`]}`, '', escaped(stemText(question)));
			if ('options' in question)
				lines.push('', ...question.options.map((option, at) => `- ${letterOf(at)}. ${inLine(option)}`));
			lines.push('', said(words, words.answer, answerText(question, words)));
			if (question.explanation) lines.push('', said(words, words.explanation, question.explanation));
			const sentence = question.source?.sentence;
			if (sentence) lines.push('', said(words, words.sentence, sentence));
			for (const remark of remarks) lines.push('', `> ${inLine(remark)}`);
		}
	}
	return `${lines.join('\n')}\n`;
}

function said({ colon }: MarkdownWords, word: string, text: string): string {
	return `**${word}**${colon}${escaped(text)}`;
}

function inLine(text: string): string {
	return escaped(text.replace(/\s*\n\s*/gu, ' '));
}

/** Signs that Markdown would take for its own are written out; a line stays a line. */
function escaped(text: string): string {
	return text
		.replace(/[\\`*<>&[\]_]/gu, (sign) => `\\${sign}`)
		.replace(/^(\s*)([#+-])/gmu, '$1\\$2')
		.replace(/^(\s*\d+)([.)])/gmu, '$1\\$2')
		.replace(/\n/gu, '  \n');
}
