import type { Millis } from '#lib/base/time.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Verdict } from '#lib/question/mark.ts';
import type { Stars } from '#lib/study/ladder.ts';
import type { Milestone } from '#lib/study/milestones.ts';
import { fullDay } from '../day-words.ts';
import { durationWords } from '../figures.ts';
import { MOST_STROKES, type Signed, type Told } from './picture.ts';

/** How much of the name stands on a picture. */
export type NameShown = 'none' | 'masked' | 'full';
/** What its QR code opens. */
export type LeadsTo = 'none' | 'home' | 'invitation';

/** What a person may make a picture of. */
export type Achievement =
	| {
			type: 'result';
			exam: 'quiz' | 'mock-exam';
			title: string;
			/** As shown: `92.5`. */
			score: string;
			full: string;
			passed: boolean;
			right: number;
			questions: number;
			elapsedMs?: number;
			/** Of every question of the paper, in its order; none when that is not known. */
			verdicts: readonly Verdict[];
			at: Millis;
	  }
	| {
			type: 'level';
			title: string;
			/** Counted from 1. */
			level: number;
			stars: Stars;
			right: number;
			questions: number;
			at: Millis;
	  }
	| { type: 'survival'; title: string; inARow: number; best: boolean; at: Millis }
	/** `title` is the course's, for a course that was finished. */
	| { type: 'milestone'; milestone: Milestone; title?: string };

/** Needs the words of the room `share`. */
export function toldOf(achievement: Achievement, t: Translate, language: string): Told {
	switch (achievement.type) {
		case 'result':
			return { ...resultTold(achievement, t), day: dayOfInstant(achievement.at, language) };
		case 'level':
			return { ...levelTold(achievement, t), day: dayOfInstant(achievement.at, language) };
		case 'survival':
			return { ...survivalTold(achievement, t), day: dayOfInstant(achievement.at, language) };
		case 'milestone': {
			const { milestone, title = '' } = achievement;
			return { ...milestoneTold(milestone, title, t, language), day: fullDay(language, milestone.day) };
		}
	}
}

type Undated = Omit<Told, 'day'>;
type Of<Type extends Achievement['type']> = Extract<Achievement, { type: Type }>;

function resultTold(result: Of<'result'>, t: Translate): Undated {
	const { exam, title, score, full, passed, right, questions, elapsedMs, verdicts } = result;
	const took = elapsedMs === undefined ? [] : [t('share:took', { time: durationWords(t, elapsedMs) })];
	return {
		kind: t(`share:kind-${exam}`),
		title,
		// Nobody hangs a stamp of failure on a wall: what was done is said, the figures say the rest.
		seal: passed
			? { lines: [t('share:seal-result'), t('share:seal-passed')], tone: 'seal' }
			: { lines: [t('share:seal-done'), t('share:seal-paper')], tone: 'quiet' },
		figure: { value: score, unit: t('share:outOf', { full }) },
		facts: [t('share:rightOf', { right, total: questions }), ...took],
		...(verdicts.length > 0 && { drawn: { type: 'answers', verdicts } })
	};
}

function levelTold({ title, level, stars, right, questions }: Of<'level'>, t: Translate): Undated {
	return {
		kind: t('share:kind-level', { level }),
		title,
		seal: {
			lines: [t('share:seal-level'), t(`share:seal-star-${stars}`)],
			tone: stars > 0 ? 'seal' : 'quiet'
		},
		figure: { value: String(right), unit: t('share:outOf', { full: questions }) },
		facts: [t('share:rightOf', { right, total: questions })],
		drawn: { type: 'stars', count: stars, of: 3 }
	};
}

function survivalTold({ title, inARow, best }: Of<'survival'>, t: Translate): Undated {
	return {
		kind: t('share:kind-survival'),
		title,
		seal: {
			lines: [t('share:seal-survival'), t(best ? 'share:seal-best' : 'share:seal-try')],
			tone: best ? 'seal' : 'quiet'
		},
		figure: { value: String(inARow), unit: t('share:unit-questions', { count: inARow }) },
		facts: [t('share:inARow'), ...(best ? [t('share:best')] : [])],
		...strokes(inARow)
	};
}

function milestoneTold(milestone: Milestone, title: string, t: Translate, language: string): Undated {
	switch (milestone.type) {
		case 'streak': {
			const { days, from, day } = milestone;
			return {
				kind: t('share:kind-streak'),
				title: t('share:title-streak'),
				seal: { lines: [t('share:seal-streak'), t(`share:seal-streak-${days}`)], tone: 'seal' },
				figure: { value: String(days), unit: t('share:unit-days', { count: days }) },
				facts: [t('share:fromTo', { from: fullDay(language, from), to: fullDay(language, day) })],
				...strokes(days)
			};
		}
		case 'course': {
			const { lessons } = milestone;
			return {
				kind: t('share:kind-course'),
				title,
				seal: { lines: [t('share:seal-course'), t('share:seal-first')], tone: 'seal' },
				figure: { value: String(lessons), unit: t('share:unit-lessons', { count: lessons }) },
				facts: [t('share:firstCourse')],
				...strokes(lessons)
			};
		}
		case 'answers': {
			const { count, right } = milestone;
			return {
				kind: t('share:kind-answers'),
				title: t('share:title-answers'),
				seal: { lines: [t('share:seal-answers'), t(`share:seal-answers-${count}`)], tone: 'seal' },
				figure: { value: String(count), unit: t('share:unit-questions', { count }) },
				facts: [
					t('share:rightOfThem', { count: right }),
					...(count > MOST_STROKES ? [t('share:strokeIs', { count: count / MOST_STROKES })] : [])
				],
				drawn: { type: 'strokes', count: MOST_STROKES }
			};
		}
		case 'wrong-book': {
			const { won } = milestone;
			return {
				kind: t('share:kind-wrong-book'),
				title: t('share:title-wrong-book'),
				seal: { lines: [t('share:seal-wrong-book'), t('share:seal-cleared')], tone: 'seal' },
				figure: { value: String(won), unit: t('share:unit-questions', { count: won }) },
				facts: [t('share:wonBack')],
				...strokes(won)
			};
		}
	}
}

/** More strokes than have room would be counted wrong: then the number alone says it. */
function strokes(count: number): Pick<Told, 'drawn'> {
	return count > 0 && count <= MOST_STROKES ? { drawn: { type: 'strokes', count } } : {};
}

/** All that a picture says, for who does not see it. */
export function altOf({ kind, title, figure, facts, day }: Told, signed: Signed, t: Translate): string {
	const said = [
		kind,
		title,
		`${figure.value} ${figure.unit}`,
		...facts,
		signed.name,
		signed.organisation,
		day
	];
	return t('share:alt', { text: said.filter((one) => one !== undefined).join(t('listComma')) });
}

/** The first letter of a name; a full-width asterisk stands for the rest, as on the boards. */
export function maskedName(name: string): string {
	const [first = ''] = name.trim();
	return `${first}＊`;
}

function dayOfInstant(at: Millis, language: string): string {
	return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at);
}
