import type account from './locales/zh-CN/account.json';
import type common from './locales/zh-CN/common.json';
import type course from './locales/zh-CN/course.json';
import type home from './locales/zh-CN/home.json';
import type lint from './locales/zh-CN/lint.json';
import type library from './locales/zh-CN/library.json';
import type me from './locales/zh-CN/me.json';
import type quiz from './locales/zh-CN/quiz.json';
import type review from './locales/zh-CN/review.json';
import type results from './locales/zh-CN/results.json';
import type practice from './locales/zh-CN/practice.json';
import type lists from './locales/zh-CN/lists.json';
import type progress from './locales/zh-CN/progress.json';
import type search from './locales/zh-CN/search.json';
import type share from './locales/zh-CN/share.json';
import type sentence from './locales/zh-CN/sentence.json';

/** The rooms of words, each one file a language. Chinese is the pattern: a key it lacks does not compile. */
interface Words {
	common: typeof common;
	home: typeof home;
	library: typeof library;
	lint: typeof lint;
	course: typeof course;
	quiz: typeof quiz;
	account: typeof account;
	me: typeof me;
	results: typeof results;
	review: typeof review;
	practice: typeof practice;
	lists: typeof lists;
	progress: typeof progress;
	search: typeof search;
	share: typeof share;
	sentence: typeof sentence;
}
export type Room = keyof Words;

/** `common` first: a key without a room in front of it is one of these. */
export const ROOMS = [
	'common',
	'home',
	'library',
	'lint',
	'course',
	'quiz',
	'account',
	'me',
	'results',
	'review',
	'practice',
	'lists',
	'progress',
	'search',
	'share',
	'sentence'
] as const satisfies Room[];

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'common';
		keySeparator: false;
		resources: Words;
	}
}
