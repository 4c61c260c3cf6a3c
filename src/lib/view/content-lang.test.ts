import { expect, it } from 'vitest';
import { contentLang } from './content-lang.ts';

it('content is read aloud in its document’s language, a title in that of its script', () => {
	expect(contentLang({ language: 'en' })).toBe('en');
	expect(contentLang({ language: 'zh' })).toBe('zh-CN');
	expect(contentLang('2024年 GDP')).toBe('zh-CN');
	expect(contentLang('Work report 2024')).toBe('en');
	expect(contentLang(undefined)).toBe('zh-CN');
});
