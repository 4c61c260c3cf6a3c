import type { i18n } from 'i18next';
import common from './locales/zh-CN/common.json';
import { createDictionary } from './translate.ts';

/** For a page or a request; Chinese `common` is in it from the start, and stands in for what is missing. */
export function openDictionary(): i18n {
	return createDictionary('zh-CN', { common });
}
