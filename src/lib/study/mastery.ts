import type { Millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import { recallChance, USUAL_MEMORY, type Memory, type MemorySettings } from './memory.ts';

/** How well a set of questions sits. */
export interface Mastery {
	/**
	 * 0–1: the share of all its questions that one would most likely recall right now, that is the mean
	 * chance of recall (FSRS-6) with a question never asked counted as 0.
	 */
	share: number;
	/** How many of them were ever recalled. */
	asked: number;
	total: number;
}

/** One chapter or topic with its mastery. */
export interface PartMastery extends Mastery {
	/** The lesson's id, or the topic itself. */
	id: string;
	title: string;
}

/** What mastery is read from. */
export interface Recollection {
	memories: ReadonlyMap<string, Memory>;
	now: Millis;
	settings?: MemorySettings;
}

/** @param questions ids; one that comes twice counts once */
export function masteryOf(
	questions: Iterable<string>,
	{ memories, now, settings = USUAL_MEMORY }: Recollection
): Mastery {
	const ids = new Set(questions);
	let [sum, asked] = [0, 0];
	for (const id of ids) {
		const memory = memories.get(id);
		if (!memory) continue;
		asked++;
		sum += recallChance(memory, now, settings);
	}
	return { share: ids.size === 0 ? 0 : sum / ids.size, asked, total: ids.size };
}

type Studied = Pick<Publication, 'modules' | 'bank'>;

/** By lesson, in the order of the course; lessons without questions are left out. */
export function masteryByLesson({ modules, bank }: Studied, of: Recollection): PartMastery[] {
	const known = new Set(bank.questions.map(({ id }) => id));
	return modules
		.flatMap(({ lessons }) => lessons)
		.map(({ id, title, questions }) => ({
			id,
			title,
			...masteryOf(
				questions.filter((question) => known.has(question)),
				of
			)
		}))
		.filter(({ total }) => total > 0);
}

/** By topic, the one with the most questions first; a question of two topics counts in both. */
export function masteryByTopic({ bank }: Studied, of: Recollection): PartMastery[] {
	const topics = new Map<string, string[]>();
	for (const { id, topics: own = [] } of bank.questions)
		for (const topic of own) topics.set(topic, [...(topics.get(topic) ?? []), id]);
	return [...topics]
		.map(([topic, questions]) => ({ id: topic, title: topic, ...masteryOf(questions, of) }))
		.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}
