/** What an element means for the text in it; elements that are not named are inline. */
export type ElementRole =
	/** Begins and ends a paragraph. */
	| 'block'
	/** Its content is no text for reading: programs, styles, controls, drawings. */
	| 'dropped'
	/** Belongs to the page around the text. */
	| 'chrome'
	/** Has no content. */
	| 'void';

const ROLES = new Map<string, ElementRole>();

const NAMES: [role: ElementRole, names: string][] = [
	[
		'block',
		'html body div p h1 h2 h3 h4 h5 h6 ul ol menu li dl dt dd table caption thead tbody tfoot tr td th blockquote pre figure figcaption section article main header address center details summary fieldset form legend hgroup search dir listing xmp optgroup'
	],
	[
		'dropped',
		'script style template noscript noframes noembed iframe object applet svg canvas audio video map select datalist button textarea rp rt annotation annotation-xml'
	],
	['chrome', 'nav aside footer'],
	['void', 'area base basefont bgsound br col embed frame hr img input link meta param source track wbr']
];

for (const [role, names] of NAMES) {
	for (const name of names.split(' ')) ROLES.set(name, role);
}

export function roleOfElement(name: string): ElementRole | undefined {
	return ROLES.get(name);
}

const CHROME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu']);

/** Whether the author of the page says that this element carries no text of its own. */
export function isHidden(attributes: ReadonlyMap<string, string>): boolean {
	if (attributes.size === 0) return false;
	if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
	const style = attributes.get('style');
	return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** What the page's author says is navigation. */
export function isChromeByRole(attributes: ReadonlyMap<string, string>): boolean {
	return CHROME_ROLES.has(attributes.get('role') ?? '');
}

const CHROME_CLASS =
	/(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|sidebar|footer|pagination|pager|share|sns|related|recommend|copyright|cookies?|adverts?|ads|comments|toolbar|topbar|skip|login|qrcode|meta)(?:$|[\s_-])/i;

/** What class and id suggest; names are only names, so the caller checks how much would go. */
export function isChromeByClass(attributes: ReadonlyMap<string, string>): boolean {
	const named = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
	return named.length > 1 && CHROME_CLASS.test(named);
}
