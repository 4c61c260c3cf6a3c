import { markResponse, type Mark } from '#lib/question/mark.ts';
import type { Question, Response } from '#lib/question/question.ts';
import { nativeResponse } from '#lib/view/native-response.ts';
import type { SharedSet } from '#lib/wire/sets.ts';
import type { Given } from './given.ts';

export interface Checked {
	question: Question;
	response: Response | undefined;
	mark: Mark;
}

export function checkGiven({ bank }: SharedSet, given: Given, at: number): Checked | undefined {
	const question = bank.questions[at];
	if (!question) return undefined;
	const response = nativeResponse(question, given.fields) ?? undefined;
	return { question, response, mark: markResponse(question, response, bank.marking, given.share) };
}
