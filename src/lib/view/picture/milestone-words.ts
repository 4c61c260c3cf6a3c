import type { Translate } from '#lib/i18n/translate.ts';
import type { Milestone } from '#lib/study/milestones.ts';

/**
 * One line for a list. Needs the words of the room `share`.
 * @param title of the course, for a course that was finished
 */
export function milestoneWords(milestone: Milestone, title: string, t: Translate): string {
	switch (milestone.type) {
		case 'streak':
			return t('share:milestone-streak', { count: milestone.days });
		case 'course':
			return t('share:milestone-course', { title });
		case 'answers':
			return t('share:milestone-answers', { count: milestone.count });
		case 'wrong-book':
			return t('share:milestone-wrong-book', { count: milestone.won });
	}
}
