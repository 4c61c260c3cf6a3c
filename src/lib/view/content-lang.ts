/**
 * The `lang` of course content, which need not be that of the interface: its document says it; a title on
 * its own tells it by its script.
 */
export function contentLang(of: { language: 'zh' | 'en' } | string | undefined): 'zh-CN' | 'en' {
	if (typeof of === 'string') return /\p{Script=Han}/u.test(of) ? 'zh-CN' : 'en';
	return of?.language === 'en' ? 'en' : 'zh-CN';
}
